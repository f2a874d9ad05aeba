package dev.runinprocess.tests.queues;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.ChildProcess;
import dev.runinprocess.ProcessOptions;
import dev.runinprocess.channel.ProcessQueue;
import dev.runinprocess.codec.Codec;
import dev.runinprocess.codec.Codecs;
import dev.runinprocess.codec.ValueReader;
import dev.runinprocess.codec.ValueWriter;
import dev.runinprocess.tests.queues.QueueTasks.Parcel;
import dev.runinprocess.tests.queues.QueueTasks.Receipt;
import dev.runinprocess.tests.testing.LeavesNothing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Children that put and children that take. */
@ExtendWith(LeavesNothing.class)
final class ProducersAndConsumersTest {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final int PRODUCERS = 3;
    private static final int CONSUMERS = 2;

    /** Who misses a wake-up waits for good. */
    private static final ProcessOptions NEVER_LOOKING =
            ProcessOptions.defaults().systemProperty("runinprocess.lookAroundMillis", "3600000");

    @ParameterizedTest
    @ValueSource(ints = {2, Integer.MAX_VALUE})
    void elements_ofAllSizes_getToOneConsumerEach_inTheirProducersOrder(int capacity) throws Exception {
        ProcessQueue<Parcel> queue = ProcessQueue.of(new ParcelCodec()).bounded(capacity);
        long seed = System.nanoTime();
        List<List<Integer>> lengths = IntStream.range(0, PRODUCERS)
                .mapToObj(producer -> lengths(new Random(seed + producer)))
                .toList();
        List<ChildProcess<List<Receipt>>> consumers = new ArrayList<>();
        for (int i = 0; i < CONSUMERS; i++) {
            consumers.add(ConsumeLauncher.call(queue).options(NEVER_LOOKING).start());
        }
        List<ChildProcess<Void>> producers = new ArrayList<>();
        for (int i = 0; i < PRODUCERS; i++) {
            producers.add(ProduceLauncher.call(queue, i, lengths.get(i))
                    .options(NEVER_LOOKING)
                    .start());
        }
        for (ChildProcess<Void> producer : producers) {
            Void unused = producer.get(LONG);
        }
        queue.shutdown();
        List<Receipt> all = new ArrayList<>();
        for (ChildProcess<List<Receipt>> consumer : consumers) {
            List<Receipt> receipts = consumer.get(LONG);
            assertThat(receipts).as("seed=%d", seed).allMatch(Receipt::whole);
            assertThat(numbersByProducer(receipts).values())
                    .as("seed=%d", seed)
                    .allSatisfy(numbers -> assertThat(numbers).isSorted());
            all.addAll(receipts);
        }
        for (int producer = 0; producer < PRODUCERS; producer++) {
            assertThat(numbersByProducer(all).get(producer))
                    .as("seed=%d", seed)
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.range(0, lengths.get(producer).size())
                                    .boxed()
                                    .toList());
        }
    }

    private static Map<Integer, List<Integer>> numbersByProducer(List<Receipt> receipts) {
        return receipts.stream().collect(groupingBy(Receipt::producer, mapping(Receipt::number, toList())));
    }

    /** Mostly some bytes, at times some kilobytes, and rarely more than a ring takes. */
    private static List<Integer> lengths(Random random) {
        return IntStream.range(0, 500)
                .mapToObj(i -> {
                    int kind = random.nextInt(100);
                    return random.nextInt(kind == 0 ? 3_000_000 : kind < 20 ? 60_000 : 100) + 1;
                })
                .toList();
    }

    /** Written as the generated one is, which the class cannot lead to, since it has no mark. */
    private static final class ParcelCodec implements Codec<Parcel> {
        @Override
        public void write(ValueWriter out, Parcel value) {
            out.writeInt(value.producer());
            out.writeInt(value.number());
            out.write(Codecs.byteArray(), value.bytes());
        }

        @Override
        public Parcel read(ValueReader in) {
            throw new UnsupportedOperationException("this process takes none");
        }
    }

    @Test
    void impatientConsumers_leaveNothingBehind_andNobodyWaitsInVain() throws Exception {
        ProcessQueue<Integer> queue = ProcessQueue.of(Integer.class).bounded(3);
        int each = 5_000;
        long seed = System.nanoTime();
        List<ChildProcess<long[]>> takers = new ArrayList<>();
        for (int i = 0; i < CONSUMERS; i++) {
            takers.add(TakeImpatientlyLauncher.call(queue, 3, seed + 100L * i)
                    .options(NEVER_LOOKING)
                    .start());
        }
        List<ChildProcess<Void>> putters = new ArrayList<>();
        for (int i = 0; i < PRODUCERS; i++) {
            putters.add(PutRangeLauncher.call(queue, i * each, (i + 1) * each)
                    .options(NEVER_LOOKING)
                    .start());
        }
        for (ChildProcess<Void> putter : putters) {
            Void unused = putter.get(LONG);
        }
        queue.shutdown();
        long count = 0;
        long sum = 0;
        for (ChildProcess<long[]> taker : takers) {
            count += taker.get(LONG)[0];
            sum += taker.get(LONG)[1];
        }
        long all = (long) PRODUCERS * each;
        assertThat(count).as("seed=%d", seed).isEqualTo(all);
        assertThat(sum).as("seed=%d", seed).isEqualTo(all * (all - 1) / 2);
    }

    @Test
    void producer_mayEndWhileItsElementsWait() throws Exception {
        ProcessQueue<Parcel> queue = ProcessQueue.of(new ParcelCodec());
        List<Integer> lengths = List.of(1, 70_000, 2_000_000, 1_000);
        assertThat(ProduceLauncher.start(queue, 0, lengths).join(LONG)).isTrue();
        queue.shutdown();
        assertThat(queue).hasSize(lengths.size());
        List<Receipt> receipts = ConsumeLauncher.start(queue).get(LONG);
        assertThat(receipts)
                .containsExactlyElementsOf(IntStream.range(0, lengths.size())
                        .mapToObj(number -> new Receipt(0, number, true))
                        .toList());
    }
}
