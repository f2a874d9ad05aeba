package dev.runinprocess.tests.deaths;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.ChildProcess;
import dev.runinprocess.sync.ProcessCondition;
import dev.runinprocess.sync.ProcessLock;
import dev.runinprocess.tests.testing.Await;
import dev.runinprocess.tests.testing.LeavesNothing;
import dev.runinprocess.tests.testing.Leftovers;
import dev.runinprocess.tests.testing.ParentProgram;
import dev.runinprocess.tests.testing.RunningProgram;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Many locks, many waiters, and more processes than there is room for. */
@ExtendWith(LeavesNothing.class)
final class LimitsTest {
    private static final int LOCKS = 10_000;
    private static final int WAITERS = 200;
    private static final int PROCESSES = 4;
    private static final int ROOM = 3;

    @Test
    void manyLocks_areApart() {
        List<ProcessLock> locks = new ArrayList<>();
        for (int i = 0; i < LOCKS; i++) {
            ProcessLock lock = ProcessLock.create();
            assertThat(lock.tryLock()).isTrue();
            locks.add(lock);
        }
        assertThat(locks).doesNotHaveDuplicates().allMatch(ProcessLock::isHeldByCurrentThread);
        locks.forEach(ProcessLock::unlock);
        assertThat(locks).noneMatch(ProcessLock::isLocked);
    }

    @Test
    void manyWaiters_areSignalledInTheirOrder() throws Exception {
        ProcessLock lock = ProcessLock.create();
        ProcessCondition condition = lock.newCondition();
        Board board = Board.create();
        List<ChildProcess<Void>> waiting = new ArrayList<>();
        for (int i = 0; i < PROCESSES; i++) {
            int first = i;
            waiting.add(AwaitManyLauncher.call(
                            condition,
                            board,
                            IntStream.iterate(first, number -> number < WAITERS, number -> number + PROCESSES)
                                    .boxed()
                                    .toList())
                    .options(Survivors.TOLD)
                    .start());
        }
        board.await(ConditionTasks.COMING, WAITERS);
        for (int half = 1; half <= 2; half++) {
            int signalled = half * WAITERS / 2;
            lock.lock();
            try {
                assertThat(condition.getWaitQueueLength()).isEqualTo(WAITERS - signalled + WAITERS / 2);
                condition.signal(WAITERS / 2);
            } finally {
                lock.unlock();
            }
            Await.until("half are woken", () -> board.get(ConditionTasks.SIGNALLED) == signalled);
            assertThat(board.get(ConditionTasks.ORDER)).isEqualTo(signalled - 1);
        }
        for (ChildProcess<Void> each : waiting) {
            Void unused = each.get(Survivors.SOON);
        }
    }

    @Test
    void oneProcessTooMany_isAnErrorThatNamesTheLimit_andPlacesOfTheDeadAreFree(@TempDir Path directory) {
        try (RunningProgram program = ParentProgram.of(LimitsProgram.class, directory)
                .property("runinprocess.maxProcesses", ROOM)
                .argument(2 * ROOM)
                .start()) {
            assertThat(program.awaitLine("one too many: "))
                    .contains("LimitReachedException")
                    .contains("All " + ROOM + " places")
                    .contains("-Druninprocess.maxProcesses");
            assertThat(program.awaitLine("turns: ")).isEqualTo(Integer.toString(ROOM - 1));
            assertThat(program.awaitExit()).isZero();
        }
        Leftovers.in(directory).assertNone();
    }

    @Test
    void noDoorbell_isAnErrorBeforeTheWait_andLeavesNoWaiterBehind(@TempDir Path directory) {
        try (RunningProgram program =
                ParentProgram.of(NoDoorbellProgram.class, directory).start()) {
            assertThat(program.awaitLine("refused: "))
                    .contains("Cannot make what wakes the waiting threads of this process");
            assertThat(program.awaitLine("state: ")).isEqualTo("held=true, waiting=0");
            assertThat(program.awaitLine("signalled: ")).isEqualTo("false, held=true");
            assertThat(program.awaitExit()).isZero();
        }
        Leftovers.in(directory).assertNone();
    }
}
