package dev.runinprocess.tests.pipes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runinprocess.ChildProcess;
import dev.runinprocess.channel.Connection;
import dev.runinprocess.channel.Connections;
import dev.runinprocess.channel.OneWayPipe;
import dev.runinprocess.channel.Pipe;
import dev.runinprocess.channel.ProcessQueue;
import dev.runinprocess.channel.Waitable;
import dev.runinprocess.codec.Codecs;
import dev.runinprocess.failure.ChannelClosedException;
import dev.runinprocess.sync.ProcessSemaphore;
import dev.runinprocess.tests.testing.Await;
import dev.runinprocess.tests.testing.Conformance;
import dev.runinprocess.tests.testing.LeavesNothing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Waiting for several things at a time. */
@ExtendWith(LeavesNothing.class)
final class WaitAnyTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final int CHILDREN = 4;

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void end() throws InterruptedException {
        threads.shutdownNow();
        assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    @Conformance("TestWait.test_wait")
    void messagesOfSeveralChildren_comeAsTheyAreReady() throws Exception {
        assertAllCome(false);
    }

    @Test
    @Conformance("TestWait.test_wait_slow")
    void messagesOfSeveralSlowChildren_comeAsTheyAreReady() throws Exception {
        assertAllCome(true);
    }

    private static void assertAllCome(boolean slowly) throws Exception {
        List<Connection<List<Long>>> open = new ArrayList<>();
        Set<List<Long>> expected = new HashSet<>();
        List<ChildProcess<Void>> children = new ArrayList<>();
        for (int i = 0; i < CHILDREN; i++) {
            OneWayPipe<List<Long>> pipe = OneWayPipe.of(Codecs.listOf(Codecs.longValue()));
            ChildProcess<Void> child = SendNumbersLauncher.start(pipe.sink(), slowly);
            pipe.sink().close();
            open.add(pipe.source());
            children.add(child);
            for (long number = 0; number < 10; number++) {
                expected.add(List.of(number, child.pid()));
            }
        }
        List<List<Long>> messages = new ArrayList<>();
        while (!open.isEmpty()) {
            for (Connection<List<Long>> ready : Connections.waitAny(open)) {
                try {
                    messages.add(ready.receive());
                } catch (ChannelClosedException e) {
                    open.remove(ready);
                    ready.close();
                }
            }
        }
        assertThat(messages).containsExactlyInAnyOrderElementsOf(expected);
        for (ChildProcess<Void> child : children) {
            assertThat(child.join(LONG)).isTrue();
        }
    }

    @Test
    @Conformance("TestWait.test_wait_timeout")
    void idlePipe_isNotReady_untilTheTimeIsOver() throws Exception {
        try (Pipe<String> pipe = Pipe.of(String.class)) {
            List<Connection<String>> ends = List.of(pipe.first(), pipe.second());
            long begin = System.nanoTime();
            assertThat(Connections.waitAny(ends, Duration.ofMillis(500))).isEmpty();
            assertThat(System.nanoTime() - begin).isGreaterThanOrEqualTo(500_000_000);
            pipe.second().send(null);
            assertThat(Connections.waitAny(ends, LONG)).containsExactly(pipe.first());
        }
    }

    @Test
    @Conformance("TestWait.test_neg_timeout")
    void negativeTime_isNoTime() throws Exception {
        try (Pipe<String> pipe = Pipe.of(String.class)) {
            long begin = System.nanoTime();
            assertThat(Connections.waitAny(List.of(pipe.first()), Duration.ofSeconds(-1)))
                    .isEmpty();
            assertThat(System.nanoTime() - begin).isLessThan(1_000_000_000);
        }
    }

    @Test
    @Conformance("TestWait.test_wait_integer")
    void child_isReadyWhenItHasEnded_besideConnections() throws Exception {
        ProcessSemaphore started = ProcessSemaphore.create(0);
        try (Pipe<Integer> pipe = Pipe.of(Integer.class)) {
            ChildProcess<Void> child = ReleaseAndStayLauncher.start(started, 1);
            started.acquire();
            List<Waitable> all = List.of(pipe.first(), child, pipe.second());
            assertThat(Connections.waitAny(all, LONG)).containsExactly(child);
            pipe.first().send(1);
            assertThat(Connections.waitAny(all, LONG)).containsExactly(child, pipe.second());
            pipe.second().send(2);
            assertThat(Connections.waitAny(all, LONG)).containsExactlyElementsOf(all);
        }
    }

    @Test
    void queue_isReadyWhenItHasAnElement_orIsShutDown() throws Exception {
        ProcessQueue<String> queue = ProcessQueue.of(String.class);
        try (Pipe<String> pipe = Pipe.of(String.class)) {
            List<Waitable> all = List.of(pipe.first(), queue);
            assertThat(Connections.waitAny(all, Duration.ZERO)).isEmpty();
            Future<List<Waitable>> waiting = threads.submit(() -> Connections.waitAny(all));
            queue.put("a");
            assertThat(waiting.get(10, TimeUnit.SECONDS)).containsExactly(queue);
            assertThat(queue.take()).isEqualTo("a");
            Future<List<Waitable>> again = threads.submit(() -> Connections.waitAny(all));
            queue.shutdown();
            assertThat(again.get(10, TimeUnit.SECONDS)).containsExactly(queue);
        }
    }

    /** One change is for one waiter there; one that takes nothing must not keep it from the other. */
    @Test
    void waitingForSeveral_keepsNoElementFromWhoTakesThem() throws Exception {
        ProcessQueue<Integer> queue = ProcessQueue.of(Integer.class);
        for (int i = 0; i < 50; i++) {
            Future<List<ProcessQueue<Integer>>> waiting =
                    threads.submit(() -> Connections.waitAny(List.of(queue), LONG));
            Future<Integer> taking = threads.submit(queue::take);
            Future<List<ProcessQueue<Integer>>> other = threads.submit(() -> Connections.waitAny(List.of(queue), LONG));
            queue.put(i);
            assertThat(taking.get(10, TimeUnit.SECONDS)).isEqualTo(i);
            queue.put(-1);
            assertThat(waiting.get(10, TimeUnit.SECONDS)).hasSize(1);
            assertThat(other.get(10, TimeUnit.SECONDS)).hasSize(1);
            assertThat(queue.take()).isEqualTo(-1);
        }
    }

    @Test
    void connectionClosedMeanwhile_throwsOutWhoWaits() throws Exception {
        Pipe<String> pipe = Pipe.of(String.class);
        Thread[] thread = new Thread[1];
        Future<?> waiting = threads.submit(() -> {
            thread[0] = Thread.currentThread();
            return Connections.waitAny(List.of(pipe.first()));
        });
        Await.until(
                "it waits",
                () -> thread[0] != null
                        && (thread[0].getState() == Thread.State.WAITING
                                || thread[0].getState() == Thread.State.TIMED_WAITING));
        pipe.first().close();
        assertThatThrownBy(() -> waiting.get(10, TimeUnit.SECONDS)).hasCauseInstanceOf(ChannelClosedException.class);
        pipe.close();
    }

    @Test
    void killedSender_isReady() throws Exception {
        OneWayPipe<List<Long>> pipe = OneWayPipe.of(Codecs.listOf(Codecs.longValue()));
        ProcessSemaphore started = ProcessSemaphore.create(0);
        ChildProcess<Void> holder = HoldEndLauncher.start(pipe.sink(), started);
        pipe.sink().close();
        started.acquire();
        Future<List<Waitable>> waiting = threads.submit(() -> Connections.waitAny(List.of(pipe.source())));
        holder.kill();
        assertThat(waiting.get(10, TimeUnit.SECONDS)).containsExactly(pipe.source());
        assertThatThrownBy(() -> pipe.source().receive()).isInstanceOf(ChannelClosedException.class);
        pipe.close();
        assertThat(holder.join(LONG)).isTrue();
    }
}
