package dev.runinprocess.tests.queues;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.runinprocess.ChildProcess;
import dev.runinprocess.Daemon;
import dev.runinprocess.ProcessOptions;
import dev.runinprocess.RunInProcess;
import dev.runinprocess.channel.JoinableProcessQueue;
import dev.runinprocess.memory.SharedInt;
import dev.runinprocess.sync.ProcessEvent;
import dev.runinprocess.tests.testing.Conformance;
import dev.runinprocess.tests.testing.LeavesNothing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Queues whose producers wait until all is dealt with. */
@ExtendWith(LeavesNothing.class)
final class JoinableQueueTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(50);
    private static final int LAST = -1;
    private static final ProcessOptions NEVER_LOOKING =
            ProcessOptions.defaults().systemProperty("runinprocess.lookAroundMillis", "3600000");

    @RunInProcess(daemon = Daemon.YES)
    static void work(JoinableProcessQueue<Integer> queue, SharedInt done) throws InterruptedException {
        while (queue.take() != LAST) {
            done.incrementAndGet();
            queue.taskDone();
        }
        queue.taskDone();
    }

    @RunInProcess(daemon = Daemon.YES)
    static boolean joinIt(JoinableProcessQueue<Integer> queue) throws InterruptedException {
        return queue.join(LONG);
    }

    @RunInProcess(daemon = Daemon.YES)
    static void takeAndStay(JoinableProcessQueue<Integer> queue, ProcessEvent taken) throws InterruptedException {
        queue.take();
        taken.set();
        ProcessEvent.create().await();
    }

    @Test
    @Conformance("_TestQueue.test_task_done")
    void join_returnsWhenAllElementsAreDone() throws Exception {
        JoinableProcessQueue<Integer> queue = JoinableProcessQueue.of(Integer.class);
        SharedInt done = SharedInt.create(0);
        List<ChildProcess<Void>> workers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            workers.add(WorkLauncher.call(queue, done).options(NEVER_LOOKING).start());
        }
        for (int i = 0; i < 10; i++) {
            queue.put(i);
        }
        assertThat(queue.join(LONG)).isTrue();
        assertThat(done.get()).isEqualTo(10);
        queue.putAll(List.of(LAST, LAST, LAST, LAST));
        for (ChildProcess<Void> worker : workers) {
            Void unused = worker.get(LONG);
        }
        queue.join();
    }

    @Test
    void deadConsumer_isWaitedForByNobody() throws Exception {
        JoinableProcessQueue<Integer> queue = JoinableProcessQueue.of(Integer.class);
        ProcessEvent taken = ProcessEvent.create();
        queue.put(1);
        ChildProcess<Void> consumer = TakeAndStayLauncher.start(queue, taken);
        assertThat(taken.await(LONG)).isTrue();
        ChildProcess<Boolean> joiner =
                JoinItLauncher.call(queue).options(NEVER_LOOKING).start();
        assertThat(queue.join(SHORT)).isFalse();
        assertThat(joiner.isAlive()).isTrue();
        consumer.kill();
        assertThat(joiner.get(LONG)).isTrue();
        assertThat(queue.join(LONG)).isTrue();
    }

    @Test
    @Conformance("_TestQueue.test_shutdown_immediate")
    void shutdownNow_endsJoining() throws Exception {
        JoinableProcessQueue<Integer> queue =
                JoinableProcessQueue.of(Integer.class).bounded(1);
        queue.put(1);
        ChildProcess<Boolean> joiner =
                JoinItLauncher.call(queue).options(NEVER_LOOKING).start();
        queue.shutdownNow();
        assertThat(queue.size()).isZero();
        assertThat(joiner.get(LONG)).isTrue();
        assertThatIllegalStateException().isThrownBy(() -> queue.put(2)).withMessageContaining("is closed");
        assertThatIllegalStateException().isThrownBy(queue::take).withMessageContaining("is closed");
        assertThatIllegalStateException().isThrownBy(() -> queue.offer(2));
        assertThatIllegalStateException().isThrownBy(queue::poll);
        assertThatIllegalStateException().isThrownBy(queue::taskDone);
    }

    @Test
    @Conformance("_TestQueue.test_shutdown_nonempty")
    void shutdown_leavesJoinersWaiting_untilTheLastElementIsDone() throws Exception {
        JoinableProcessQueue<Integer> queue =
                JoinableProcessQueue.of(Integer.class).bounded(1);
        queue.put(1);
        ChildProcess<Boolean> joiner =
                JoinItLauncher.call(queue).options(NEVER_LOOKING).start();
        queue.shutdown();
        assertThat(queue.size()).isEqualTo(1);
        assertThat(queue.take()).isEqualTo(1);
        assertThat(queue.join(SHORT)).isFalse();
        assertThat(joiner.isAlive()).isTrue();
        assertThatIllegalStateException().isThrownBy(queue::poll);
        queue.taskDone();
        assertThat(joiner.get(LONG)).isTrue();
    }
}
