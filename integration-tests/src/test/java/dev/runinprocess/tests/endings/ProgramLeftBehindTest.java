package dev.runinprocess.tests.endings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.ChildProcess;
import dev.runinprocess.Output;
import dev.runinprocess.RunInProcess;
import dev.runinprocess.failure.ChildDiedException;
import dev.runinprocess.tests.testing.Await;
import dev.runinprocess.tests.testing.LeavesNothing;
import dev.runinprocess.tests.testing.Signals;
import dev.runinprocess.tests.testing.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A child that is killed from outside, so that a program which it started lives on and holds its streams. */
@ExtendWith(LeavesNothing.class)
class ProgramLeftBehindTest {
    @RunInProcess
    static void startProgramThatStays(Path directory) throws IOException, InterruptedException {
        System.err.println("last words");
        Process program = new ProcessBuilder("sleep", "1000").inheritIO().start();
        Files.writeString(directory.resolve("pid"), Long.toString(program.pid()));
        Stage.reachAndStay(directory.resolve("here"));
    }

    @Test
    void programThatHoldsTheStreams_doesNotDelayTheNews(@TempDir Path directory) throws Exception {
        ChildProcess<Void> child = StartProgramThatStaysLauncher.call(directory)
                .options(Endings.QUIET.stdout(Output.capture()))
                .start();
        Await.file(directory.resolve("here"));
        long program = Long.parseLong(Files.readString(directory.resolve("pid")));
        try {
            Signals.send("KILL", child.pid());

            ChildDiedException died = Endings.deathOf(child);

            assertThat(died.signal()).hasValue(9);
            assertThat(died.stderr()).containsExactly("last words");
            assertThat(Await.isRunning(program)).isTrue();
        } finally {
            Signals.send("KILL", program);
        }
    }
}
