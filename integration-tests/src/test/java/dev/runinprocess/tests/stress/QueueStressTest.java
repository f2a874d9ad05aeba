package dev.runinprocess.tests.stress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.ChildProcess;
import dev.runinprocess.Daemon;
import dev.runinprocess.RunInProcess;
import dev.runinprocess.channel.ProcessQueue;
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
 * Property: of producers and consumers that use one queue without end, one after another is killed at a random instant; after each death the others go on within seconds. In the end
 * each element that a producer has put was taken by one consumer: none is taken twice, and none is missing but one for each consumer that was killed, which took it along.
 *
 * <p>Command: {@code mvn -Pstress -pl integration-tests -am verify -Dtest=QueueStressTest -Dsurefire.failIfNoSpecifiedTests=false}; {@code -Dtest.seed=} for other instants,
 * {@code -Dtest.kills=} for another number.
 */
@Tag("stress")
@ExtendWith(LeavesNothing.class)
final class QueueStressTest {
    private static final int PAIRS = 3;
    private static final int LATEST_MILLIS = 60;
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final List<ChildProcess<Void>> producers = new ArrayList<>();
    private final List<ChildProcess<Void>> consumers = new ArrayList<>();

    @Test
    @Timeout(value = 15, unit = TimeUnit.MINUTES)
    void processes_killedAtRandomInstants_loseWhatTheyHadInHand_andNothingElse() throws Exception {
        long seed = Long.getLong("test.seed", 20_261_122);
        int kills = Integer.getInteger("test.kills", 500);
        System.out.println("test.seed=" + seed + ", kills=" + kills);
        Random random = new Random(seed);
        Market market = Market.open(PAIRS + kills);
        int started = 0;
        for (int i = 0; i < PAIRS; i++) {
            producers.add(SellLauncher.start(market, started++, random.nextLong()));
            consumers.add(BuyLauncher.start(market));
        }
        int killedConsumers = 0;
        for (int kill = 0; kill < kills; kill++) {
            awaitProgress(market, kill);
            LockSupport.parkNanos(
                    Duration.ofMillis(random.nextInt(LATEST_MILLIS)).toNanos());
            int victim = random.nextInt(PAIRS);
            if (random.nextBoolean()) {
                kill(producers.get(victim));
                producers.set(victim, SellLauncher.start(market, started++, random.nextLong()));
            } else {
                kill(consumers.get(victim));
                consumers.set(victim, BuyLauncher.start(market));
                killedConsumers++;
            }
        }
        awaitProgress(market, kills);
        market.queue().shutdown();
        for (ChildProcess<Void> process : producers) {
            Void unused = process.get(LIMIT);
        }
        for (ChildProcess<Void> process : consumers) {
            Void unused = process.get(LIMIT);
        }
        assertThat(market.queue()).isEmpty();
        assertThat(market.doubled().get()).as("taken twice, seed=%d", seed).isZero();
        long missing = missing(market, started);
        System.out.println(market.takenInAll().get() + " elements taken, " + missing + " missing, " + killedConsumers
                + " consumers killed");
        assertThat(missing).as("missing, seed=%d", seed).isBetween(0L, (long) killedConsumers);
    }

    private static void kill(ChildProcess<Void> process) throws InterruptedException {
        if (process.isAlive()) {
            Signals.send("KILL", process.pid());
        }
        assertThat(process.join(LIMIT)).isTrue();
    }

    private static void awaitProgress(Market market, int kill) {
        long before = market.takenInAll().get();
        long begin = System.nanoTime();
        while (market.takenInAll().get() == before) {
            assertThat(System.nanoTime() - begin)
                    .as("kill %d: nothing is taken any more: %s", kill, market)
                    .isLessThan(LIMIT.toNanos());
            LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
        }
    }

    private static long missing(Market market, int started) {
        long missing = 0;
        for (int producer = 0; producer < started; producer++) {
            long put = market.put().getVolatile(producer);
            for (long i = 0; i < put; i++) {
                missing += market.taken().get((long) producer * Market.MOST + i) == 0 ? 1 : 0;
            }
        }
        return missing;
    }

    @RunInProcess(maxHeap = "4g", daemon = Daemon.YES)
    static void putLarge(ProcessQueue<byte[]> queue, int bytes) throws InterruptedException {
        byte[] large = new byte[bytes];
        for (int i = 0; i < bytes; i += 4096) {
            large[i] = (byte) (i >> 12);
        }
        queue.put(large);
    }

    @RunInProcess(maxHeap = "4g", daemon = Daemon.YES)
    static boolean takeLarge(ProcessQueue<byte[]> queue, int bytes) throws InterruptedException {
        byte[] large = queue.take();
        boolean whole = large.length == bytes;
        for (int i = 0; i < large.length; i += 4096) {
            whole &= large[i] == (byte) (i >> 12);
        }
        return whole;
    }

    @Test
    @Timeout(value = 3, unit = TimeUnit.MINUTES)
    void valueOfAGigabyte_crossesAfterItsProducerHasEnded() throws Exception {
        int gigabyte = 1 << 30;
        ProcessQueue<byte[]> queue = ProcessQueue.of(byte[].class);
        Void unused = PutLargeLauncher.start(queue, gigabyte).get(Duration.ofMinutes(1));
        assertThat(TakeLargeLauncher.start(queue, gigabyte).get(Duration.ofMinutes(1)))
                .isTrue();
        assertThat(queue).isEmpty();
    }
}
