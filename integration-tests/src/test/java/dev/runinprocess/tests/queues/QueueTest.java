package dev.runinprocess.tests.queues;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runinprocess.ChildProcess;
import dev.runinprocess.channel.ProcessQueue;
import dev.runinprocess.codec.Codec;
import dev.runinprocess.codec.ValueReader;
import dev.runinprocess.codec.ValueWriter;
import dev.runinprocess.sync.ProcessEvent;
import dev.runinprocess.tests.testing.Conformance;
import dev.runinprocess.tests.testing.LeavesNothing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Queues as Python's suite wants them. */
@ExtendWith(LeavesNothing.class)
final class QueueTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final int SHORT_MILLIS = 100;

    private final ProcessEvent go = ProcessEvent.create();
    private final ProcessEvent done = ProcessEvent.create();

    @Test
    @Conformance("_TestQueue.test_put")
    void fullQueue_refusesByEveryWayOfPutting_untilAnotherProcessTook() throws Exception {
        int capacity = 6;
        ProcessQueue<Object> queue = ProcessQueue.ofAny().bounded(capacity);
        ChildProcess<Void> child = TakeAfterLauncher.start(go, queue, capacity, done);
        assertThat(queue).isEmpty();
        assertThat(queue.remainingCapacity()).isEqualTo(capacity);

        queue.put(1);
        assertThat(queue.add(2)).isTrue();
        assertThat(queue.offer(3)).isTrue();
        assertThat(queue.offer(4, 0, TimeUnit.SECONDS)).isTrue();
        queue.putAll(List.of(5));
        assertThat(queue.offerAll(List.of(6, 7))).isEqualTo(1);
        assertThat(queue.remainingCapacity()).isZero();

        assertThat(queue.offer(8)).isFalse();
        assertThatIllegalStateException().isThrownBy(() -> queue.add(8));
        assertThat(queue.offerAll(List.of(8))).isZero();
        assertThat(queue.offer(8, 0, TimeUnit.SECONDS)).isFalse();
        long begin = System.nanoTime();
        assertThat(queue.offer(8, SHORT_MILLIS, TimeUnit.MILLISECONDS)).isFalse();
        assertTook(begin, SHORT_MILLIS);

        go.set();
        assertThat(done.await(LONG)).isTrue();
        assertThat(queue).isEmpty();
        assertThat(queue.remainingCapacity()).isEqualTo(capacity);
        assertThat(child.join(LONG)).isTrue();
    }

    @Test
    @Conformance("_TestQueue.test_get")
    void elementsOfAnotherProcess_comeByEveryWayOfTaking() throws Exception {
        ProcessQueue<Object> queue = ProcessQueue.ofAny();
        ChildProcess<Void> child = PutAfterLauncher.start(go, queue, done);
        assertThat(queue).isEmpty();

        go.set();
        assertThat(done.await(LONG)).isTrue();
        assertThat(queue).isNotEmpty();
        assertThat(queue.take()).isEqualTo(2);
        assertThat(queue.remove()).isEqualTo(3);
        assertThat(queue.poll(1, TimeUnit.SECONDS)).isEqualTo(4);
        assertThat(queue.poll()).isEqualTo(5);

        assertThat(queue).isEmpty();
        assertThat(queue.poll()).isNull();
        assertThat(queue.poll(0, TimeUnit.SECONDS)).isNull();
        assertThat(queue.drainTo(new ArrayList<>())).isZero();
        assertThat(queue.peek()).isNull();
        assertThat(child.join(LONG)).isTrue();
    }

    @Test
    @Conformance("_TestQueue.test_timeout")
    void timedPoll_waitsItsTime() throws Exception {
        ProcessQueue<Object> queue = ProcessQueue.ofAny();
        long begin = System.nanoTime();
        assertThat(queue.poll(2 * SHORT_MILLIS, TimeUnit.MILLISECONDS)).isNull();
        assertTook(begin, 2 * SHORT_MILLIS);
    }

    private static void assertTook(long begin, int millis) {
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isBetween(Duration.ofMillis(millis), LONG);
    }

    @Test
    @Conformance("_TestQueue.test_fork")
    void childThatEndsAtOnce_leavesItsElementsBehindThoseOfItsParent() throws Exception {
        ProcessQueue<Integer> queue = ProcessQueue.of(Integer.class);
        queue.addAll(IntStream.range(0, 10).boxed().toList());
        assertThat(PutRangeLauncher.start(queue, 10, 20).join(LONG)).isTrue();

        assertThat(IntStream.range(0, 20).mapToObj(i -> queue.poll()))
                .containsExactlyElementsOf(IntStream.range(0, 20).boxed().toList());
        assertThat(queue.poll()).isNull();
    }

    @Test
    @Conformance("_TestQueue.test_qsize")
    void size_isRightAtOnce() throws Exception {
        ProcessQueue<Integer> queue = ProcessQueue.of(Integer.class);
        assertThat(queue.size()).isZero();
        queue.put(1);
        assertThat(queue.size()).isEqualTo(1);
        queue.put(5);
        assertThat(queue.size()).isEqualTo(2);
        queue.take();
        assertThat(queue.size()).isEqualTo(1);
        queue.take();
        assertThat(queue.size()).isZero();
    }

    @Test
    @Conformance("TestSimpleQueue.test_empty")
    void put_isSeenAtOnceByWhoPut() throws Exception {
        ProcessQueue<Object> queue = ProcessQueue.ofAny();
        assertThat(queue).isEmpty();
        assertThat(PutWhetherItIsEmptyLauncher.start(queue).join(LONG)).isTrue();
        assertThat(queue).isNotEmpty();
        assertThat(queue.take()).isEqualTo(true);
        assertThat(queue.take()).isEqualTo(false);
        assertThat(queue).isEmpty();
    }

    @Test
    @Conformance("TestSimpleQueue.test_close")
    void closingTwice_isClosingOnce() {
        ProcessQueue<Object> queue = ProcessQueue.ofAny();
        queue.close();
        queue.close();
        assertThat(queue.isShutdown()).isTrue();
        assertThatIllegalStateException().isThrownBy(() -> queue.put(1)).withMessageContaining("is closed");
        assertThatIllegalStateException().isThrownBy(queue::take).withMessageContaining("is closed");
    }

    @Test
    @Conformance("TestStdinBadfiledescriptor.test_queue_in_process")
    void grandchild_pollsAQueueThatItsParentMade() throws Exception {
        assertThat(MakeAQueueAndHaveItPolledLauncher.start().get(LONG)).isTrue();
    }

    @Test
    @Conformance("_TestQueue.test_no_import_lock_contention")
    void queue_worksInAStaticInitialiser_withElementsOfThatClass() {
        assertThat(UsesAQueueAsItBegins.TAKEN).isEqualTo(UsesAQueueAsItBegins.Colour.RED);
    }

    private static final class UsesAQueueAsItBegins {
        static final Colour TAKEN = putAndTake();

        enum Colour {
            RED
        }

        private static Colour putAndTake() {
            ProcessQueue<Colour> queue = ProcessQueue.of(Colour.class);
            queue.add(Colour.RED);
            try {
                return Objects.requireNonNull(queue.poll(3, TimeUnit.SECONDS));
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    /** The caller of {@code put} is told, who is the one to do something about it. */
    @Test
    @Conformance("_TestQueue.test_queue_feeder_donot_stop_onexc")
    @Conformance("_TestQueue.test_queue_feeder_on_queue_feeder_error")
    void elementThatCannotBeEncoded_failsItsCaller_andTakesNoRoom() throws Exception {
        for (int capacity : new int[] {1, Integer.MAX_VALUE}) {
            ProcessQueue<Boolean> queue = ProcessQueue.of(new TrueOnly()).bounded(capacity);
            assertThatThrownBy(() -> queue.put(false)).isInstanceOf(UnsupportedOperationException.class);
            assertThat(queue.offer(true)).isTrue();
            assertThat(queue.size()).isEqualTo(1);
            assertThat(queue.poll(30, TimeUnit.SECONDS)).isTrue();
            assertThat(queue).isEmpty();
        }
    }

    private static final class TrueOnly implements Codec<Boolean> {
        @Override
        public void write(ValueWriter out, Boolean value) {
            out.writeBoolean(value);
            if (!value) {
                throw new UnsupportedOperationException("not this one");
            }
        }

        @Override
        public Boolean read(ValueReader in) {
            return in.readBoolean();
        }
    }
}
