package dev.runinprocess.tests.stress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.ChildProcess;
import dev.runinprocess.Output;
import dev.runinprocess.ProcessOptions;
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
 * Property: of eight processes that use locks, a condition, a semaphore and an event without end, one after another is killed at a random instant, 500 times; after
 * each death every other process goes on within seconds. Numbers that only a lock keeps equal are equal unless the lock says that it was abandoned, and
 * in the end no permit is missing and none too many.
 *
 * <p>Command: {@code mvn -Pstress -pl integration-tests -am verify -Dtest=RandomKillsStressTest -Dsurefire.failIfNoSpecifiedTests=false}; {@code -Dtest.seed=} for other instants,
 * {@code -Dtest.kills=} for another number.
 */
@Tag("stress")
@ExtendWith(LeavesNothing.class)
final class RandomKillsStressTest {
    private static final int PROCESSES = 8;
    private static final int LATEST_MILLIS = 60;
    private static final long LIMIT_NANOS = Duration.ofSeconds(20).toNanos();
    private static final ProcessOptions QUIET = ProcessOptions.defaults().stderr(Output.capture());

    private final Storm storm = Storm.create();
    private final List<ChildProcess<Void>> processes = new ArrayList<>();

    @Test
    @Timeout(value = 15, unit = TimeUnit.MINUTES)
    void processes_killedAtRandomInstants_stopNobodyElse() throws Exception {
        long seed = Long.getLong("test.seed", 20_261_122);
        int kills = Integer.getInteger("test.kills", 500);
        System.out.println("test.seed=" + seed + ", kills=" + kills);
        Random random = new Random(seed);
        for (int i = 0; i < PROCESSES; i++) {
            processes.add(start(i, random));
        }
        awaitProgress(-1, 0);
        for (int kill = 0; kill < kills; kill++) {
            int victim = random.nextInt(PROCESSES);
            LockSupport.parkNanos(
                    Duration.ofMillis(random.nextInt(LATEST_MILLIS)).toNanos());
            Signals.send("KILL", processes.get(victim).pid());
            awaitProgress(victim, kill);
            assertThat(processes.get(victim).join(Duration.ofSeconds(10))).isTrue();
            processes.set(victim, start(victim, random));
        }
        storm.numbers().setVolatile(Storm.STOP, 1);
        for (ChildProcess<Void> process : processes) {
            Void unused = process.get(Duration.ofSeconds(30));
        }
        assertThat(storm.numbers().getVolatile(Storm.TORN))
                .as("torn numbers or starved")
                .isZero();
        assertThat(storm.semaphore().tryAcquire(Storm.PERMITS, Duration.ofSeconds(10)))
                .isTrue();
        assertThat(storm.semaphore().availablePermits()).isZero();
        System.out.println("abandoned locks taken over: " + storm.numbers().getVolatile(Storm.ABANDONED));
    }

    private ChildProcess<Void> start(int number, Random random) {
        return RageLauncher.call(storm, number, random.nextLong())
                .options(QUIET)
                .start();
    }

    /** Waits until every process but one has gone round again. */
    private void awaitProgress(int except, int kill) {
        long[] before = new long[PROCESSES];
        for (int i = 0; i < PROCESSES; i++) {
            before[i] = storm.numbers().getVolatile(Storm.ROUNDS + i);
        }
        long begin = System.nanoTime();
        for (int i = 0; i < PROCESSES; i++) {
            while (i != except && storm.numbers().getVolatile(Storm.ROUNDS + i) == before[i]) {
                assertThat(System.nanoTime() - begin)
                        .as("kill %d: process %d stands still: %s", kill, i, storm)
                        .isLessThan(LIMIT_NANOS);
                LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
            }
        }
    }
}
