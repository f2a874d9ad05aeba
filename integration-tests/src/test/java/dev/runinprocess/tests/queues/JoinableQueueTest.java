package dev.runinprocess.tests.queues;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.runinprocess.ChildProcess;
import dev.runinprocess.Daemon;
import dev.runinprocess.ProcessOptions;
import dev.runinprocess.RunInProcess;
import dev.runinprocess.channel.ElementQueue;
import dev.runinprocess.channel.JoinableProcessQueue;
import dev.runinprocess.channel.ProcessQueue;
import dev.runinprocess.failure.ChannelClosedException;
import dev.runinprocess.memory.SharedInt;
import dev.runinprocess.sync.ProcessEvent;
import dev.runinprocess.tests.testing.Conformance;
import dev.runinprocess.tests.testing.LeavesNothing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
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

    @RunInProcess(daemon = Daemon.YES)
    static boolean takeAndFinish(JoinableProcessQueue<Integer> queue, ProcessEvent taken, ProcessEvent finish)
            throws InterruptedException {
        queue.take();
        taken.set();
        finish.await();
        queue.taskDone();
        try {
            queue.taskDone();
            return false;
        } catch (IllegalStateException e) {
            return true;
        }
    }

    @RunInProcess(daemon = Daemon.YES)
    static boolean isClosedWhenTaking(ProcessQueue<Integer> queue) throws InterruptedException {
        return isClosed(queue);
    }

    @RunInProcess(daemon = Daemon.YES)
    static boolean isClosedWhenTakingJoinable(JoinableProcessQueue<Integer> queue) throws InterruptedException {
        return isClosed(queue);
    }

    private static boolean isClosed(ElementQueue<Integer> queue) throws InterruptedException {
        try {
            Integer unused = queue.take();
            return false;
        } catch (ChannelClosedException e) {
            return true;
        }
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

    @Test
    void whatADeadConsumerHad_isDeliveredAgain_toOneWhoWaits() throws Exception {
        JoinableProcessQueue<Integer> queue =
                JoinableProcessQueue.of(Integer.class).redelivering();
        SharedInt done = SharedInt.create(0);
        ProcessEvent taken = ProcessEvent.create();
        queue.put(1);
        ChildProcess<Void> consumer = TakeAndStayLauncher.start(queue, taken);
        assertThat(taken.await(LONG)).isTrue();
        ChildProcess<Void> worker =
                WorkLauncher.call(queue, done).options(NEVER_LOOKING).start();
        assertThat(queue.join(SHORT)).isFalse();
        assertThat(queue).isEmpty();
        consumer.kill();
        assertThat(queue.join(LONG)).isTrue();
        assertThat(done.get()).isEqualTo(1);
        queue.put(LAST);
        Void unused = worker.get(LONG);
    }

    @Test
    void whatADeadConsumerHad_isInTheQueueAgain() throws Exception {
        JoinableProcessQueue<Integer> queue =
                JoinableProcessQueue.of(Integer.class).bounded(1).redelivering();
        ProcessEvent taken = ProcessEvent.create();
        queue.put(1);
        ChildProcess<Void> consumer = TakeAndStayLauncher.start(queue, taken);
        assertThat(taken.await(LONG)).isTrue();
        queue.put(2);
        consumer.kill();
        consumer.join();

        assertThat(queue).hasSize(2).containsExactly(1, 2);
        assertThat(queue.peek()).isEqualTo(1);
        assertThat(queue.offer(3)).isFalse();
        assertThat(queue.remainingCapacity()).isZero();
        assertThat(queue.take()).isEqualTo(1);
        assertThat(queue.poll()).isEqualTo(2);
        assertThat(queue.poll()).isNull();
        queue.taskDone();
        assertThat(queue.join(SHORT)).isFalse();
        queue.taskDone();
        assertThat(queue.join(SHORT)).isTrue();
    }

    @Test
    void whatADeadConsumerHad_isForgottenWithTheRest() throws Exception {
        JoinableProcessQueue<Integer> queue =
                JoinableProcessQueue.of(Integer.class).redelivering();
        ProcessEvent taken = ProcessEvent.create();
        queue.put(1);
        ChildProcess<Void> consumer = TakeAndStayLauncher.start(queue, taken);
        assertThat(taken.await(LONG)).isTrue();
        ChildProcess<Boolean> joiner =
                JoinItLauncher.call(queue).options(NEVER_LOOKING).start();
        queue.shutdownNow();
        consumer.kill();
        assertThat(joiner.get(LONG)).isTrue();
        assertThat(queue).isEmpty();
        assertThatIllegalStateException().isThrownBy(queue::poll);
    }

    @Test
    @Conformance("_TestQueue.test_shutdown_immediate_with_unfinished")
    void shutdownNow_leavesJoinersWaiting_forWhatWasTaken() throws Exception {
        JoinableProcessQueue<Integer> queue = JoinableProcessQueue.of(Integer.class);
        ProcessEvent taken = ProcessEvent.create();
        ProcessEvent finish = ProcessEvent.create();
        queue.putAll(List.of(1, 2));
        ChildProcess<Boolean> consumer = TakeAndFinishLauncher.start(queue, taken, finish);
        assertThat(taken.await(LONG)).isTrue();
        ChildProcess<Boolean> joiner =
                JoinItLauncher.call(queue).options(NEVER_LOOKING).start();
        queue.shutdownNow();
        assertThat(queue).isEmpty();
        assertRefusesAll(queue);
        assertThat(queue.join(SHORT)).isFalse();
        assertThat(joiner.isAlive()).isTrue();
        finish.set();
        assertThat(joiner.get(LONG)).isTrue();
        assertThat(consumer.get(LONG)).as("a second taskDone is refused").isTrue();
    }

    @Test
    @Conformance("_TestQueue.test_shutdown_empty")
    void shutdownOfAnEmptyQueue_endsJoiningAndTaking() throws Exception {
        for (ElementQueue<Integer> queue :
                List.of(ProcessQueue.of(Integer.class), JoinableProcessQueue.of(Integer.class))) {
            ChildProcess<Boolean> taker = queue instanceof JoinableProcessQueue<Integer> joinable
                    ? IsClosedWhenTakingJoinableLauncher.start(joinable)
                    : IsClosedWhenTakingLauncher.start((ProcessQueue<Integer>) queue);
            queue.shutdown();
            assertThat(queue).isEmpty();
            if (queue instanceof JoinableProcessQueue<Integer> joinable) {
                assertThat(JoinItLauncher.start(joinable).get(LONG)).isTrue();
            }
            assertThat(taker.get(LONG)).isTrue();
            assertRefusesAll(queue);
        }
    }

    @Test
    @Conformance("_TestQueue.test_closed_queue_put_get_exceptions")
    void closedQueue_refusesToBeUsed() {
        assertRefusesAll(closed(ProcessQueue.of(Integer.class)));
        assertRefusesAll(closed(JoinableProcessQueue.of(Integer.class)));
    }

    private static ElementQueue<Integer> closed(ElementQueue<Integer> queue) {
        queue.close();
        return queue;
    }

    /** Closing is for all processes, and what is there is still given out: so one may look, unlike in Python. */
    @Test
    @Conformance("_TestQueue.test_closed_queue_empty_exceptions")
    @Conformance("TestSimpleQueue.test_empty_exceptions")
    void closedQueue_tellsWhatIsInIt() throws Exception {
        for (ElementQueue<Integer> queue :
                List.of(ProcessQueue.of(Integer.class), JoinableProcessQueue.of(Integer.class))) {
            queue.put(1);
            queue.close();
            assertThat(queue.isEmpty()).isFalse();
            assertThat(queue.take()).isEqualTo(1);
            assertThat(queue.isEmpty()).isTrue();
            assertRefusesAll(queue);
        }
        assertThat(closed(ProcessQueue.of(Integer.class)).isEmpty()).isTrue();
        assertThat(closed(JoinableProcessQueue.of(Integer.class)).isEmpty()).isTrue();
    }

    @Test
    @Conformance("TestSimpleQueue.test_closed")
    void queue_holdsNoFileOpen() throws Exception {
        boolean unused = ProcessQueue.of(byte[].class).offer(new byte[1]);
        long before = openFiles();
        ProcessQueue<byte[]> queue = ProcessQueue.of(byte[].class);
        queue.putAll(List.of(new byte[1], new byte[5_000_000], new byte[1_000_000]));
        assertThat(queue.take()).hasSize(1);
        assertThat(queue.take()).hasSize(5_000_000);
        assertThat(openFiles()).isEqualTo(before);
        queue.close();
        assertThat(queue.take()).hasSize(1_000_000);
        assertThat(openFiles()).isEqualTo(before);
    }

    private static long openFiles() throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            return open.count();
        }
    }

    private static void assertRefusesAll(ElementQueue<Integer> queue) {
        assertThatIllegalStateException().isThrownBy(() -> queue.put(2)).withMessageContaining("is closed");
        assertThatIllegalStateException().isThrownBy(queue::take).withMessageContaining("is closed");
        assertThatIllegalStateException().isThrownBy(() -> queue.offer(2));
        assertThatIllegalStateException().isThrownBy(queue::poll);
    }
}
