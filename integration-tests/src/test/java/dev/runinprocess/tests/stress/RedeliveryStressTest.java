package dev.runinprocess.tests.stress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.ChildProcess;
import dev.runinprocess.Daemon;
import dev.runinprocess.RunInProcess;
import dev.runinprocess.channel.JoinableProcessQueue;
import dev.runinprocess.failure.ChannelClosedException;
import dev.runinprocess.memory.SharedByteArray;
import dev.runinprocess.memory.SharedLong;
import dev.runinprocess.tests.testing.LeavesNothing;
import dev.runinprocess.tests.testing.Signals;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Property: of workers that take elements of a queue, deal with them and say so, one after another is killed at a random instant. In the end each element was dealt with, and none
 * twice but one for each worker that was killed: after it had dealt with it, and before it had said so.
 *
 * <p>Command: {@code mvn -Pstress -pl integration-tests -am verify -Dtest=RedeliveryStressTest -Dsurefire.failIfNoSpecifiedTests=false}; {@code -Dtest.seed=} for other instants,
 * {@code -Dtest.kills=} for another number.
 */
@Tag("stress")
@ExtendWith(LeavesNothing.class)
final class RedeliveryStressTest {
    private static final int WORKERS = 3;
    private static final int LATEST_MILLIS = 60;
    private static final int AHEAD = 50;
    private static final int MOST = 10_000_000;
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @RunInProcess(daemon = Daemon.YES)
    static void dealWith(JoinableProcessQueue<Integer> queue, SharedByteArray times, SharedLong all)
            throws InterruptedException {
        try {
            while (true) {
                int element = queue.take();
                times.set(element, (byte) (times.get(element) + 1));
                all.incrementAndGet();
                queue.taskDone();
            }
        } catch (ChannelClosedException e) {
            // The test is over.
        }
    }

    @RunInProcess(daemon = Daemon.YES)
    static int feed(JoinableProcessQueue<Integer> queue, SharedLong stop) throws InterruptedException {
        int put = 0;
        while (stop.get() == 0 && put < MOST) {
            queue.put(put++);
        }
        return put;
    }

    @Test
    @Timeout(value = 15, unit = TimeUnit.MINUTES)
    void elementsOfKilledWorkers_areDealtWithByOthers() throws Exception {
        long seed = Long.getLong("test.seed", 20_261_122);
        int kills = Integer.getInteger("test.kills", 500);
        System.out.println("test.seed=" + seed + ", kills=" + kills);
        Random random = new Random(seed);
        JoinableProcessQueue<Integer> queue =
                JoinableProcessQueue.of(Integer.class).bounded(AHEAD).redelivering();
        SharedByteArray times = SharedByteArray.create(MOST);
        SharedLong all = SharedLong.create(0);
        SharedLong stop = SharedLong.create(0);
        List<ChildProcess<Void>> workers = new ArrayList<>();
        for (int i = 0; i < WORKERS; i++) {
            workers.add(DealWithLauncher.start(queue, times, all));
        }
        ChildProcess<Integer> feeder = FeedLauncher.start(queue, stop);
        for (int kill = 0; kill < kills; kill++) {
            awaitProgress(all, kill);
            LockSupport.parkNanos(
                    Duration.ofMillis(random.nextInt(LATEST_MILLIS)).toNanos());
            int victim = random.nextInt(WORKERS);
            Signals.send("KILL", workers.get(victim).pid());
            assertThat(workers.get(victim).join(LIMIT)).isTrue();
            workers.set(victim, DealWithLauncher.start(queue, times, all));
        }
        stop.set(1);
        int put = feeder.get(LIMIT);
        assertThat(queue.join(LIMIT)).as("seed=%d, %s", seed, queue).isTrue();
        queue.shutdown();
        for (ChildProcess<Void> worker : workers) {
            Void unused = worker.get(LIMIT);
        }
        assertThat(queue).isEmpty();
        assertDealtWith(times, put, kills, seed);
    }

    private static void awaitProgress(SharedLong all, int kill) {
        long before = all.get();
        long begin = System.nanoTime();
        while (all.get() == before) {
            assertThat(System.nanoTime() - begin)
                    .as("kill %d: nothing is dealt with any more", kill)
                    .isLessThan(LIMIT.toNanos());
            LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
        }
    }

    private static void assertDealtWith(SharedByteArray times, int put, int kills, long seed) {
        int missing = 0;
        int again = 0;
        for (int i = 0; i < put; i++) {
            int each = times.get(i);
            missing += each == 0 ? 1 : 0;
            again += Math.max(0, each - 1);
        }
        System.out.println(put + " elements put, " + missing + " missing, " + again + " dealt with again, " + kills
                + " workers killed");
        assertThat(missing).as("missing, seed=%d", seed).isZero();
        assertThat(again).as("dealt with again, seed=%d", seed).isBetween(0, kills);
    }
}
