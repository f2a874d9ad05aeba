package dev.runinprocess.tests.standby;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.ChildProcess;
import dev.runinprocess.failure.ChildDiedException;
import dev.runinprocess.memory.SharedIntArray;
import dev.runinprocess.tests.testing.LeavesNothing;
import dev.runinprocess.tests.testing.Signals;
import dev.runinprocess.tests.testing.Spares;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Spares that are killed or stopped at the very moment in which they take a task: a task never runs twice, and nobody waits for the dead. */
@ExtendWith(LeavesNothing.class)
final class StandbyStormTest {
    private static final int LAUNCHES = 30;
    private static final int MAX_DELAY_NANOS = 1_500_000;

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private final Spares spares = new Spares();
    private final ExecutorService killer = Executors.newSingleThreadExecutor();

    @Test
    void sparesKilledAsTheyTakeATask_runItOnceOrNotAtAll() throws Exception {
        storm("KILL");
    }

    @Test
    void sparesStoppedAsTheyTakeATask_runItOnceOrNotAtAll() throws Exception {
        storm("STOP");
    }

    private void storm(String signal) throws Exception {
        try (SharedIntArray runs = SharedIntArray.create(LAUNCHES + 1)) {
            CountRunLauncher.call(runs, 0).options(spares.options()).start().join();
            runs.set(0, 0);
            for (int i = 0; i < LAUNCHES; i++) {
                launchAndStrike(signal, runs, i);
            }
            // Whatever became of them, the next task is done as any other.
            CountRunLauncher.call(runs, LAUNCHES)
                    .options(spares.options())
                    .start()
                    .get();
            assertThat(runs.get(LAUNCHES)).isEqualTo(1);
            for (int i = 0; i < LAUNCHES; i++) {
                assertThat(runs.get(i))
                        .as("runs of launch %s, seed=%s", i, seed)
                        .isBetween(0, 1);
            }
        } finally {
            killer.shutdownNow();
        }
    }

    /** The task is done, or its child dies. */
    private void launchAndStrike(String signal, SharedIntArray runs, int number) throws Exception {
        List<Long> waiting = List.copyOf(spares.await(2));
        long delay = random.nextInt(MAX_DELAY_NANOS);
        Future<?> strike = killer.submit(() -> {
            LockSupport.parkNanos(delay);
            waiting.forEach(pid -> Signals.send(signal, pid));
        });
        ChildProcess<Void> child =
                CountRunLauncher.call(runs, number).options(spares.options()).start();
        strike.get();
        // Whom a stop hit after it had taken the task waits as any stopped child does.
        Signals.send("CONT", child.pid());
        try {
            child.get();
            assertThat(runs.get(number))
                    .as("runs of launch %s, seed=%s", number, seed)
                    .isEqualTo(1);
        } catch (ChildDiedException e) {
            assertThat(waiting).contains(child.pid());
        } finally {
            child.join();
            // Those that were stopped and not met by a launch.
            waiting.forEach(pid -> Signals.send("CONT", pid));
        }
    }
}
