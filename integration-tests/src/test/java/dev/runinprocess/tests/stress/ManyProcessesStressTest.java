package dev.runinprocess.tests.stress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.ChildProcess;
import dev.runinprocess.RunInProcess;
import dev.runinprocess.memory.SharedInt;
import dev.runinprocess.sync.ProcessBarrier;
import dev.runinprocess.sync.ProcessLock;
import dev.runinprocess.tests.testing.LeavesNothing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Sixty-four processes at a time, which meet at one barrier and count under one lock: {@code mvn verify -Pstress -Dtest=ManyProcessesStressTest}. All go on from the barrier, and no
 * step of the count is lost.
 */
@Tag("stress")
@ExtendWith(LeavesNothing.class)
final class ManyProcessesStressTest {
    private static final int PROCESSES = 64;
    private static final int STEPS = 1_000;
    private static final Duration LONG = Duration.ofMinutes(2);

    @RunInProcess(maxHeap = "16m")
    static int meetAndCount(ProcessBarrier barrier, ProcessLock lock, SharedInt count, int steps)
            throws InterruptedException, BrokenBarrierException {
        int place = barrier.await();
        for (int i = 0; i < steps; i++) {
            lock.lock();
            try {
                count.setPlain(count.getPlain() + 1);
            } finally {
                lock.unlock();
            }
        }
        return place;
    }

    @Test
    void processes_meetAndCount() throws Exception {
        ProcessBarrier barrier = ProcessBarrier.create(PROCESSES + 1, LONG);
        ProcessLock lock = ProcessLock.create();
        SharedInt count = SharedInt.create(0);
        List<ChildProcess<Integer>> children = new ArrayList<>();
        for (int i = 0; i < PROCESSES; i++) {
            children.add(MeetAndCountLauncher.start(barrier, lock, count, STEPS));
        }
        barrier.await();
        for (ChildProcess<Integer> child : children) {
            assertThat(child.get(LONG)).isBetween(0, PROCESSES);
        }
        assertThat(count.get()).isEqualTo(PROCESSES * STEPS);
    }
}
