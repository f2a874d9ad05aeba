package dev.runinprocess.tests.queues;

import dev.runinprocess.Daemon;
import dev.runinprocess.RunInProcess;
import dev.runinprocess.channel.ProcessQueue;
import dev.runinprocess.failure.ChannelClosedException;
import dev.runinprocess.sync.ProcessEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Children that use queues. */
final class QueueTasks {
    private QueueTasks() {}

    /** What a producer puts: its number, how many came before, and bytes that follow from the two. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Parcel(int producer, int number, byte[] bytes) {
        static Parcel of(int producer, int number, int length) {
            byte[] bytes = new byte[length];
            new Random(31L * producer + number).nextBytes(bytes);
            return new Parcel(producer, number, bytes);
        }

        boolean isWhole() {
            return Arrays.equals(bytes, of(producer, number, bytes.length).bytes);
        }
    }

    /** What a consumer says of a parcel. */
    record Receipt(int producer, int number, boolean whole) {}

    /** Puts parcels of the lengths given, one after the other. */
    @RunInProcess(daemon = Daemon.YES)
    static void produce(ProcessQueue<Parcel> queue, int producer, List<Integer> lengths) throws InterruptedException {
        for (int number = 0; number < lengths.size(); number++) {
            queue.put(Parcel.of(producer, number, lengths.get(number)));
        }
    }

    /** Takes until the queue is shut down. */
    @RunInProcess(daemon = Daemon.YES)
    static List<Receipt> consume(ProcessQueue<Parcel> queue) throws InterruptedException {
        List<Receipt> receipts = new ArrayList<>();
        try {
            while (true) {
                Parcel parcel = queue.take();
                receipts.add(new Receipt(parcel.producer(), parcel.number(), parcel.isWhole()));
            }
        } catch (ChannelClosedException e) {
            return receipts;
        }
    }

    /** Takes in some threads that never wait long, until the queue is shut down; how many and their sum. */
    @RunInProcess(daemon = Daemon.YES)
    static long[] takeImpatiently(ProcessQueue<Integer> queue, int threads, long seed) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<long[]>> takers = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                Random random = new Random(seed + i);
                takers.add(pool.submit(() -> takeImpatiently(queue, random)));
            }
            long[] sums = new long[2];
            for (Future<long[]> taker : takers) {
                sums[0] += taker.get()[0];
                sums[1] += taker.get()[1];
            }
            return sums;
        } finally {
            pool.shutdownNow();
        }
    }

    private static long[] takeImpatiently(ProcessQueue<Integer> queue, Random random) throws InterruptedException {
        long[] sums = new long[2];
        while (true) {
            try {
                Integer element = random.nextInt(3) == 0
                        ? queue.take()
                        : queue.poll(random.nextInt(2_000), TimeUnit.MICROSECONDS);
                if (element != null) {
                    sums[0]++;
                    sums[1] += element;
                }
            } catch (ChannelClosedException e) {
                return sums;
            }
        }
    }

    /** Puts the numbers in a range. */
    @RunInProcess(daemon = Daemon.YES)
    static void putRange(ProcessQueue<Integer> queue, int from, int to) throws InterruptedException {
        for (int i = from; i < to; i++) {
            queue.put(i);
        }
    }

    @RunInProcess(daemon = Daemon.YES)
    static void takeAfter(ProcessEvent event, ProcessQueue<Object> queue, int count, ProcessEvent done)
            throws InterruptedException {
        event.await();
        for (int i = 0; i < count; i++) {
            queue.take();
        }
        done.set();
    }

    @RunInProcess(daemon = Daemon.YES)
    static void putAfter(ProcessEvent event, ProcessQueue<Object> queue, ProcessEvent done)
            throws InterruptedException {
        event.await();
        queue.putAll(List.of(2, 3, 4, 5));
        done.set();
    }

    @RunInProcess(daemon = Daemon.YES)
    static void putWhetherItIsEmpty(ProcessQueue<Object> queue) throws InterruptedException {
        queue.put(queue.isEmpty());
        queue.put(queue.isEmpty());
    }

    @RunInProcess
    static boolean makeAQueueAndHaveItPolled() throws Exception {
        return PollOnceLauncher.invoke(ProcessQueue.of(String.class));
    }

    @RunInProcess(daemon = Daemon.YES)
    static boolean pollOnce(ProcessQueue<String> queue) {
        return queue.poll() == null;
    }
}
