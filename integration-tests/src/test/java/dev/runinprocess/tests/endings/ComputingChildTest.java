package dev.runinprocess.tests.endings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.ChildProcess;
import dev.runinprocess.RunInProcess;
import dev.runinprocess.tests.testing.Await;
import dev.runinprocess.tests.testing.LeavesNothing;
import dev.runinprocess.tests.testing.Leftovers;
import dev.runinprocess.tests.testing.ParentProgram;
import dev.runinprocess.tests.testing.RunningProgram;
import dev.runinprocess.tests.testing.Stage;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A child in the midst of a compiled loop that takes most of a minute, with the collector of small machines. */
@ExtendWith(LeavesNothing.class)
class ComputingChildTest {
    private static final int ROUNDS_UNTIL_COMPILED = 300;

    @TempDir
    Path directory;

    @RunInProcess(jvmArgs = {"-XX:+UseSerialGC", "-Xmx32m"})
    static long compute(Path here) {
        long sum = 0;
        for (int i = 0; i < ROUNDS_UNTIL_COMPILED; i++) {
            sum += divide(10_000);
        }
        Stage.reach(here);
        return sum + divide(Integer.MAX_VALUE);
    }

    /** Each division waits for the one before. */
    private static long divide(int times) {
        long number = Long.MAX_VALUE;
        for (int i = 1; i < times; i++) {
            number = Long.MAX_VALUE / (number | i);
            number = Long.MAX_VALUE / (number | 1);
            number = Long.MAX_VALUE / (number | 3);
            number = Long.MAX_VALUE / (number | 5);
        }
        return number;
    }

    static final class ParentOfComputer {
        private ParentOfComputer() {}

        public static void main(String[] args) throws Exception {
            ChildProcess<Long> child = ComputeLauncher.start(Path.of(args[0]));
            System.out.println("child " + child.pid());
            child.join();
        }
    }

    @Test
    void politeRequest_endsIt() throws Exception {
        ChildProcess<Long> child = ComputeLauncher.call(directory.resolve("here"))
                .options(Endings.QUIET.grace(Duration.ofMinutes(1)))
                .start();
        Await.file(directory.resolve("here"));

        child.terminate();

        Endings.assertEnded(child, 143);
    }

    @Test
    void deathOfItsParent_endsIt() {
        try (RunningProgram parent = ParentProgram.of(ParentOfComputer.class, directory)
                .argument(directory.resolve("here"))
                .start()) {
            long child = Long.parseLong(parent.awaitLine("child "));
            Await.file(directory.resolve("here"));

            parent.signal("KILL");
            long killed = System.nanoTime();
            Await.end(child);

            assertThat(Duration.ofNanos(System.nanoTime() - killed)).isLessThan(Endings.SOON);
        }
        Leftovers.in(directory).assertNone();
    }
}
