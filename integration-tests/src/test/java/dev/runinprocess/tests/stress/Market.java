package dev.runinprocess.tests.stress;

import dev.runinprocess.Daemon;
import dev.runinprocess.RunInProcess;
import dev.runinprocess.channel.ProcessQueue;
import dev.runinprocess.failure.ChannelClosedException;
import dev.runinprocess.memory.SharedByteArray;
import dev.runinprocess.memory.SharedLong;
import dev.runinprocess.memory.SharedLongArray;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/**
 * A queue, and the books that producers and consumers keep of it. An element is the number of its producer and how many it had put before, in one.
 *
 * @param queue the queue
 * @param put how many elements each producer says it has put
 * @param taken for each element whether somebody took it
 * @param takenInAll how many elements were taken
 * @param doubled how often an element was taken that had been taken
 */
record Market(
        ProcessQueue<Integer> queue,
        SharedLongArray put,
        SharedByteArray taken,
        SharedLong takenInAll,
        SharedLong doubled) {
    /** As many as a producer puts at most. */
    static final int MOST = 200_000;

    private static final int CAPACITY = 50;
    private static final int PAUSES = 8;
    private static final long PAUSE_NANOS = Duration.ofNanos(50_000).toNanos();

    static Market open(int producers) {
        return new Market(
                ProcessQueue.of(Integer.class).bounded(CAPACITY),
                SharedLongArray.create(producers),
                SharedByteArray.create((long) producers * MOST),
                SharedLong.create(0),
                SharedLong.create(0));
    }

    @RunInProcess(daemon = Daemon.YES)
    static void sell(Market market, int producer, long seed) throws InterruptedException {
        Random random = new Random(seed);
        try {
            for (int i = 0; i < MOST; i++) {
                market.queue.put(producer * MOST + i);
                market.put.setVolatile(producer, i + 1);
                if (random.nextInt(PAUSES) == 0) {
                    LockSupport.parkNanos(PAUSE_NANOS);
                }
            }
        } catch (ChannelClosedException e) {
            // The test is over.
        }
    }

    @RunInProcess(daemon = Daemon.YES)
    static void buy(Market market) throws InterruptedException {
        try {
            while (true) {
                int element = market.queue.take();
                if (market.taken.get(element) != 0) {
                    market.doubled.incrementAndGet();
                }
                market.taken.set(element, (byte) 1);
                market.takenInAll.incrementAndGet();
            }
        } catch (ChannelClosedException e) {
            // The test is over.
        }
    }
}
