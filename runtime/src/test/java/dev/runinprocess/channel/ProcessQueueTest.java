package dev.runinprocess.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.runinprocess.codec.Codec;
import dev.runinprocess.codec.Codecs;
import dev.runinprocess.codec.ValueReader;
import dev.runinprocess.codec.ValueWriter;
import dev.runinprocess.failure.ChannelClosedException;
import dev.runinprocess.failure.NotTransferableException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The queue among the threads of one process. */
final class ProcessQueueTest {
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void end() throws InterruptedException {
        threads.shutdownNow();
        assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void queue_givesElementsInTheirOrder() throws Exception {
        ProcessQueue<String> queue = ProcessQueue.of(String.class);

        assertThat(queue.poll()).isNull();
        assertThat(queue.peek()).isNull();
        queue.put("a");
        assertThat(queue.offer("b")).isTrue();
        assertThat(queue.add("c")).isTrue();
        assertThat(queue).hasSize(3).containsExactly("a", "b", "c");
        assertThat(queue.peek()).isEqualTo("a");
        assertThat(queue.take()).isEqualTo("a");
        assertThat(queue.poll(1, TimeUnit.MILLISECONDS)).isEqualTo("b");
        assertThat(queue.remove()).isEqualTo("c");
        assertThat(queue).isEmpty();
        assertThat(queue.poll(1, TimeUnit.MILLISECONDS)).isNull();
        assertThat(queue.remainingCapacity()).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void interiorRemoval_isNotSupported_andNullsAreRefused() {
        ProcessQueue<String> queue = ProcessQueue.of(String.class);
        queue.add("a");
        Iterator<String> elements = queue.iterator();
        elements.next();

        assertThatThrownBy(() -> queue.remove("a")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(elements::remove).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> queue.drainTo(queue)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> queue.offer(nothing())).isInstanceOf(NullPointerException.class);
        assertThat(queue).containsExactly("a");
    }

    @SuppressWarnings("NullAway")
    private static String nothing() {
        return null;
    }

    @Test
    void elementThatCannotCross_failsItsCaller_andLeavesTheQueueAsItWas() {
        ProcessQueue<Object> queue = ProcessQueue.ofAny();
        queue.add(1);

        assertThatThrownBy(() -> queue.add(new Object()))
                .isInstanceOf(NotTransferableException.class)
                .hasMessageContaining("@Transferable");
        assertThatThrownBy(() -> queue.putAll(List.of(2, new Object()))).isInstanceOf(NotTransferableException.class);
        queue.add(3);
        assertThat(queue).containsExactly(1, 3);
        assertThatThrownBy(() -> ProcessQueue.of(Thread.class))
                .isInstanceOf(NotTransferableException.class)
                .hasMessageContaining("java.lang.Thread");
    }

    @Test
    void anyElements_tellTheirTypeThemselves() throws Exception {
        ProcessQueue<Object> queue = ProcessQueue.ofAny();
        List<Object> elements = List.of(
                1,
                2L,
                "three",
                4.0,
                'x',
                true,
                Duration.ofDays(5),
                List.of(6, "7", List.of()),
                Map.of("k", 8),
                Path.of("/nine"),
                BigInteger.TEN);
        queue.putAll(elements);

        List<Object> arrived = new ArrayList<>();
        assertThat(queue.drainTo(arrived)).isEqualTo(elements.size());
        assertThat(arrived).isEqualTo(elements);
    }

    @Test
    void boundedQueue_makesProducersWait_untilThereIsRoom() throws Exception {
        ProcessQueue<Integer> queue = ProcessQueue.of(Integer.class).bounded(2);
        queue.put(1);
        queue.put(2);

        assertThat(queue.remainingCapacity()).isZero();
        assertThat(queue.offer(3)).isFalse();
        assertThat(queue.offer(3, 5, TimeUnit.MILLISECONDS)).isFalse();
        assertThat(queue.offerAll(List.of(3, 4))).isZero();
        assertThatThrownBy(() -> queue.add(3)).isInstanceOf(IllegalStateException.class);
        Future<?> put = threads.submit(() -> {
            queue.putAll(List.of(3, 4, 5));
            return null;
        });
        assertThat(queue.take()).isEqualTo(1);
        await().until(() -> queue.size() == 2);
        assertThat(put.isDone()).isFalse();
        assertThat(queue.drainTo(new ArrayList<>())).isEqualTo(2);
        put.get(10, TimeUnit.SECONDS);
        assertThat(queue).containsExactly(4, 5);
        assertThatThrownBy(() -> queue.bounded(9)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void waiting_endsByInterrupt() throws Exception {
        ProcessQueue<Integer> queue = ProcessQueue.of(Integer.class);
        Thread[] waiter = new Thread[1];
        Future<Boolean> interrupted = threads.submit(() -> {
            waiter[0] = Thread.currentThread();
            try {
                queue.take();
                return false;
            } catch (InterruptedException e) {
                return true;
            }
        });
        await().until(() -> waiter[0] != null && waiter[0].getState() == Thread.State.TIMED_WAITING);
        waiter[0].interrupt();
        assertThat(interrupted.get(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void queue_growsAsItMust_andItsOldFilesGo() throws Exception {
        ProcessQueue<byte[]> queue = ProcessQueue.of(byte[].class);
        int[] lengths = new Random(7).ints(3_000, 0, 3_000).toArray();
        for (int length : lengths) {
            queue.put(bytes(length));
        }
        assertThat(queue).hasSize(lengths.length);
        for (int length : lengths) {
            assertThat(queue.take()).isEqualTo(bytes(length));
        }
        assertThat(queue).isEmpty();
        assertThat(files(queue)).hasSize(1);
    }

    @Test
    void valuesLargerThanARing_cross_andTheirFilesGo() throws Exception {
        ProcessQueue<byte[]> queue = ProcessQueue.of(byte[].class);
        int[] lengths = {1 << 19, (1 << 20) - 20, 1 << 20, 5_000_000, 1, 40_000_000};
        for (int length : lengths) {
            queue.put(bytes(length));
        }
        assertThat(queue.iterator().next()).hasSize(1 << 19);
        for (int length : lengths) {
            assertThat(Arrays.equals(queue.take(), bytes(length))).isTrue();
        }
        assertThat(files(queue)).hasSize(1);
    }

    @Test
    void interruptedThread_stillPutsAndTakes_whereItNeedNotWait() {
        ProcessQueue<byte[]> queue = ProcessQueue.of(byte[].class);
        int[] lengths = {60_000, 60_000, 3_000_000, 500_000};
        Thread.currentThread().interrupt();
        try {
            for (int length : lengths) {
                assertThat(queue.offer(bytes(length))).isTrue();
            }
            for (int length : lengths) {
                assertThat(queue.poll()).hasSize(length);
            }
            assertThat(queue.poll()).isNull();
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
            assertThatThrownBy(queue::take).isInstanceOf(InterruptedException.class);
        } finally {
            boolean unused = Thread.interrupted();
        }
    }

    @Test
    void elementThatCannotBeDecoded_isTaken_andKeepsBackNoOther() {
        ProcessQueue<Integer> queue = ProcessQueue.of(new Codec<>() {
            @Override
            public void write(ValueWriter out, Integer value) {
                out.writeInt(value);
            }

            @Override
            public Integer read(ValueReader in) {
                int value = in.readInt();
                if (value < 0) {
                    throw new NotTransferableException("negative: " + value);
                }
                return value;
            }
        });
        queue.addAll(List.of(1, -2, 3, -4, 5));
        List<Integer> drained = new ArrayList<>();

        assertThatThrownBy(() -> queue.drainTo(drained)).hasMessage("negative: -2");
        assertThat(drained).containsExactly(1, 3, 5);
        queue.addAll(List.of(-6, 7));
        assertThatThrownBy(queue::poll).hasMessage("negative: -6");
        assertThat(queue.poll()).isEqualTo(7);
        queue.addAll(List.of(-8, 9));
        queue.clear();
        assertThat(queue.poll()).isNull();
    }

    @Test
    void manyLargeValues_areDrainedInTurns() {
        ProcessQueue<byte[]> queue = ProcessQueue.of(byte[].class);
        int count = 70;
        byte[] large = bytes(1_600_000);
        for (int i = 0; i < count; i++) {
            queue.add(large);
        }
        List<byte[]> drained = new ArrayList<>();
        assertThat(queue.drainTo(drained)).isEqualTo(count);
        assertThat(drained).hasSize(count);
        assertThat(files(queue)).hasSize(1);
    }

    @Test
    void iterator_leavesOutLargeElementsThatAreTakenMeanwhile() {
        ProcessQueue<byte[]> queue = ProcessQueue.of(byte[].class);
        queue.addAll(List.of(bytes(2_000_000), bytes(3), bytes(2_000_001), bytes(2_000_002)));
        Iterator<byte[]> elements = queue.iterator();

        assertThat(elements.next()).hasSize(2_000_000);
        for (int i = 0; i < 3; i++) {
            queue.remove();
        }
        assertThat(elements.next()).hasSize(3);
        assertThat(elements.next()).hasSize(2_000_002);
        assertThat(elements.hasNext()).isFalse();
        assertThatThrownBy(elements::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void elements_haveNoMemoryInCommon() throws Exception {
        ProcessQueue<byte[]> queue = ProcessQueue.of(byte[].class);
        for (int length : new int[] {10, 10, 100_000, 100_000, 8_000}) {
            byte[] sent = bytes(length);
            queue.put(sent);
            Arrays.fill(sent, (byte) 77);
        }
        List<byte[]> taken = new ArrayList<>();
        while (!queue.isEmpty()) {
            taken.add(queue.take());
        }
        assertThat(taken)
                .allSatisfy(element -> assertThat(Arrays.equals(element, bytes(element.length)))
                        .isTrue());
    }

    private static String[] files(ProcessQueue<?> queue) {
        String[] files = queue.queue().place().commons().directory().toFile().list();
        String prefix = "queue-" + Long.toHexString(queue.queue().place().address()) + "-";
        return Arrays.stream(files == null ? new String[0] : files)
                .filter(name -> name.startsWith(prefix) || name.startsWith(".new-"))
                .toArray(String[]::new);
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i += 17) {
            bytes[i] = (byte) (i ^ length);
        }
        return bytes;
    }

    @Test
    void manyProducersAndConsumers_loseNothing_andDoubleNothing() throws Exception {
        for (int capacity : new int[] {1, 7, Integer.MAX_VALUE}) {
            exchange(ProcessQueue.of(Integer.class).bounded(capacity), capacity == 1 ? 2_000 : 20_000);
        }
    }

    private void exchange(ProcessQueue<Integer> queue, int each) throws Exception {
        int parties = 4;
        Queue<Integer> taken = new ConcurrentLinkedQueue<>();
        List<Future<?>> all = new ArrayList<>();
        for (int p = 0; p < parties; p++) {
            int producer = p;
            all.add(threads.submit(() -> {
                for (int i = 0; i < each; i++) {
                    queue.put(producer * each + i);
                }
                return null;
            }));
            all.add(threads.submit(() -> {
                int[] last = new int[parties];
                Arrays.fill(last, -1);
                for (int i = 0; i < each; i++) {
                    int element = queue.take();
                    taken.add(element);
                    assertThat(element).isGreaterThan(last[element / each]);
                    last[element / each] = element;
                }
                return null;
            }));
        }
        for (Future<?> party : all) {
            party.get(60, TimeUnit.SECONDS);
        }
        assertThat(taken.stream().distinct().count()).isEqualTo((long) parties * each);
        assertThat(queue).isEmpty();
    }

    @Test
    void shutdown_refusesElements_andGivesOutWhatIsThere() throws Exception {
        ProcessQueue<Integer> queue = ProcessQueue.of(Integer.class);
        queue.putAll(List.of(1, 2));
        queue.close();

        assertThat(queue.isShutdown()).isTrue();
        assertThatThrownBy(() -> queue.put(3)).isInstanceOf(ChannelClosedException.class);
        assertThat(queue.take()).isEqualTo(1);
        assertThat(queue.poll()).isEqualTo(2);
        assertThatThrownBy(queue::take).isInstanceOf(ChannelClosedException.class);
        assertThatThrownBy(queue::poll).isInstanceOf(ChannelClosedException.class);
    }

    @Test
    void shutdown_losesNothingThatWasPutBefore() throws Exception {
        for (int round = 0; round < 1_000; round++) {
            ProcessQueue<Integer> queue = ProcessQueue.of(Integer.class);
            CountDownLatch begun = new CountDownLatch(round % 7);
            Future<Integer> consumer = threads.submit(() -> {
                int taken = 0;
                while (true) {
                    try {
                        Integer unused = queue.take();
                        taken++;
                    } catch (ChannelClosedException e) {
                        return taken;
                    }
                }
            });
            Future<Integer> producer = threads.submit(() -> {
                int put = 0;
                while (true) {
                    try {
                        queue.put(put);
                        put++;
                        begun.countDown();
                    } catch (ChannelClosedException e) {
                        return put;
                    }
                }
            });
            assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
            queue.shutdown();
            assertThat(consumer.get(10, TimeUnit.SECONDS)).isEqualTo(producer.get(10, TimeUnit.SECONDS));
        }
    }

    @Test
    void shutdownNow_forgetsWhatIsThere_andEndsWaiting() throws Exception {
        ProcessQueue<Integer> full = ProcessQueue.of(Integer.class).bounded(1);
        ProcessQueue<Integer> empty = ProcessQueue.of(Integer.class);
        full.put(1);
        List<Future<?>> waiting = List.of(
                threads.submit(() -> {
                    full.put(2);
                    return null;
                }),
                threads.submit(empty::take));
        full.shutdownNow();
        empty.shutdownNow();
        for (Future<?> each : waiting) {
            assertThatThrownBy(() -> each.get(10, TimeUnit.SECONDS)).hasCauseInstanceOf(ChannelClosedException.class);
        }
        assertThatThrownBy(full::poll).isInstanceOf(ChannelClosedException.class);
        assertThat(full.iterator()).isExhausted();
        assertThat(full).isEmpty();
        assertThat(full.peek()).isNull();
        full.clear();
    }

    @Test
    void handle_crosses_andIsTheSameQueue() throws Exception {
        ProcessQueue<Integer> queue = ProcessQueue.of(Codecs.intValue()).bounded(3);
        ValueWriter out = new ValueWriter();
        out.write(ProcessQueue.codec(Codecs.intValue()), queue);

        Collection<Integer> copy = new ValueReader(out.toPayload()).read(ProcessQueue.codec(Codecs.intValue()));
        assertThat((Object) copy).isEqualTo(queue).isNotSameAs(queue);
        copy.add(5);
        assertThat(queue.take()).isEqualTo(5);
    }
}
