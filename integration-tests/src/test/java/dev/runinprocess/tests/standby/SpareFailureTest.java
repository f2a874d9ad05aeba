package dev.runinprocess.tests.standby;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.ProcessOptions;
import dev.runinprocess.Processes;
import dev.runinprocess.StartMethod;
import dev.runinprocess.tests.testing.Await;
import dev.runinprocess.tests.testing.LauncherScript;
import dev.runinprocess.tests.testing.Leftovers;
import dev.runinprocess.tests.testing.ParentProgram;
import dev.runinprocess.tests.testing.RunningProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** JVMs that cannot be started ahead, though a child could be started. */
final class SpareFailureTest {
    @TempDir
    private Path directory;

    /** Launches as long as its parent wants, through a launcher that refuses to start {@code StandbyMain}. */
    static final class Program {
        private Program() {}

        public static void main(String[] args) throws Exception {
            ProcessOptions options =
                    ProcessOptions.defaults().startMethod(StartMethod.STANDBY).javaExecutable(args[0]);
            boolean ready = false;
            while (System.in.available() == 0) {
                IncrementLauncher.call(1).options(options).start().get();
                if (!ready && Processes.spares() > 0) {
                    ready = true;
                    System.out.println("ready");
                }
            }
        }
    }

    @Test
    void jvmsThatDoNotComeUp_areGivenUp_andLaunchesSpawn() throws Exception {
        Path tries = directory.resolve("tries");
        Path launcher =
                LauncherScript.write(directory, "case \"$*\" in *StandbyMain*) echo x >> " + tries + "; exit 1;; esac");

        try (RunningProgram program =
                ParentProgram.of(Program.class, directory).argument(launcher).start()) {
            program.awaitErrorLine("WARNING: JVMs that are started ahead do not come up");
            program.writeLine("end");
            assertThat(program.awaitExit()).isZero();
        }

        assertThat(Files.readAllLines(tries)).hasSize(3);
        Leftovers.in(directory).assertNone();
    }

    @Test
    void failureThatPasses_turnsNothingOff() throws Exception {
        Path mark = directory.resolve("works");
        Path tries = directory.resolve("tries");
        Path launcher = LauncherScript.write(
                directory,
                "case \"$*\" in *StandbyMain*) [ -e " + mark + " ] || { echo x >> " + tries + "; exit 1; };; esac");

        try (RunningProgram program =
                ParentProgram.of(Program.class, directory).argument(launcher).start()) {
            Await.file(tries);
            Files.createFile(mark);
            program.awaitLine("ready");
            program.writeLine("end");
            assertThat(program.awaitExit()).isZero();
            assertThat(program.stderr()).isEmpty();
        }
        Leftovers.in(directory).assertNone();
    }
}
