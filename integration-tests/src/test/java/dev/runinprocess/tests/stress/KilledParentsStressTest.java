package dev.runinprocess.tests.stress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.tests.testing.Await;
import dev.runinprocess.tests.testing.Leftovers;
import dev.runinprocess.tests.testing.ParentProgram;
import dev.runinprocess.tests.testing.RunningProgram;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Property: a program that is killed at any instant, by SIGKILL, leaves no process and, but for a launch that had not come as far as its first
 * child, no file; and what it leaves then the next program removes.
 *
 * <p>Command: {@code mvn -Pstress -pl integration-tests -am verify -Dtest=KilledParentsStressTest -Dsurefire.failIfNoSpecifiedTests=false}; {@code -Dtest.seed=} for other instants.
 */
@Tag("stress")
final class KilledParentsStressTest {
    private static final int KILLS = 200;
    private static final int LATEST_MILLIS = 900;

    @Test
    void parent_killedAtRandomInstants_leavesNothing(@TempDir Path directory) {
        long seed = Long.getLong("test.seed", 20_261_122);
        Random random = new Random(seed);
        int filesLeft = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            try (RunningProgram program =
                    ParentProgram.of(KilledParents.class, directory).start()) {
                program.awaitLine("running");
                // Not to wait for something, but to strike at any instant.
                LockSupport.parkNanos(
                        Duration.ofMillis(random.nextInt(LATEST_MILLIS)).toNanos());
                program.signal("KILL");
                program.awaitExit();
                Leftovers.in(directory).assertNoProcesses();
                String own = "runinprocess-" + program.pid() + "-";
                filesLeft += Leftovers.in(directory).files().toString().contains(own) ? 1 : 0;
            }
        }
        System.out.println("test.seed=" + seed + ", kills=" + KILLS
                + ", before the first child lived, so that the next session had to sweep: " + filesLeft);
        Await.until("the next sessions have swept all", () -> {
            sweep(directory);
            return Leftovers.in(directory).files().isEmpty();
        });
    }

    private static void sweep(Path directory) {
        try (RunningProgram program =
                ParentProgram.of(KilledParents.class, directory).start()) {
            program.awaitLine("running");
            program.awaitLine("round 1");
            program.signal("TERM");
            assertThat(program.awaitExit()).isEqualTo(143);
        }
    }
}
