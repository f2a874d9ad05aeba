package dev.runinprocess.tests.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.ChildProcess;
import dev.runinprocess.ProcessOptions;
import dev.runinprocess.RunInProcess;
import dev.runinprocess.tests.testing.Await;
import dev.runinprocess.tests.testing.LeavesNothing;
import dev.runinprocess.tests.testing.Signals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** {@code terminate}, {@code kill}, and signals from elsewhere. */
@ExtendWith(LeavesNothing.class)
class TerminateTest {
    @RunInProcess
    static String startProgramAndStay(Path directory) throws IOException, InterruptedException {
        Process program = new ProcessBuilder("sleep", "1000").start();
        Files.writeString(directory.resolve("pid"), Long.toString(program.pid()));
        return Tasks.stay(directory.resolve("here"));
    }

    @RunInProcess
    static String startChildAndStay(Path directory) throws IOException, InterruptedException {
        ChildProcess<String> child = StayLauncher.start(directory.resolve("grandchild-here"));
        Await.file(directory.resolve("grandchild-here"));
        Files.writeString(directory.resolve("pid"), Long.toString(child.pid()));
        return Tasks.stay(directory.resolve("here"));
    }

    private static long awaitPid(Path directory) throws IOException {
        Await.file(directory.resolve("here"));
        return Long.parseLong(Files.readString(directory.resolve("pid")));
    }

    @Test
    void terminate_endsTheChildInOrder(@TempDir Path directory) throws Exception {
        ChildProcess<String> child = StayLauncher.start(directory.resolve("here"));
        Await.file(directory.resolve("here"));

        child.terminate();
        child.join();

        assertThat(child.exitCode()).hasValue(143);
    }

    @Test
    void terminate_ofAChildThatIgnoresIt_leavesItToKill(@TempDir Path directory) throws Exception {
        ChildProcess<Void> child = StayThroughSigtermLauncher.call(directory.resolve("here"))
                .options(ProcessOptions.defaults().grace(Duration.ofMillis(1)))
                .start();
        Await.file(directory.resolve("here"));

        child.terminate();
        Await.file(directory.resolve("in-the-hook"));
        assertThat(child.join(Duration.ofMillis(100))).isFalse();
        assertThat(child.isAlive()).isTrue();

        child.kill();
        child.join();
        assertThat(child.exitCode()).hasValue(137);
    }

    @Test
    void terminate_takesProgramsOfTheChildAlong(@TempDir Path directory) throws Exception {
        ChildProcess<String> child = StartProgramAndStayLauncher.start(directory);
        long program = awaitPid(directory);

        child.terminate();
        child.join();

        Await.end(program);
    }

    @Test
    void kill_takesProgramsOfTheChildAlong(@TempDir Path directory) throws Exception {
        ChildProcess<String> child = StartProgramAndStayLauncher.start(directory);
        long program = awaitPid(directory);

        child.kill();
        child.join();

        Await.end(program);
    }

    @Test
    void kill_takesChildrenOfTheChildAlong(@TempDir Path directory) throws Exception {
        ChildProcess<String> child = StartChildAndStayLauncher.start(directory);
        long grandchild = awaitPid(directory);

        child.kill();
        child.join();

        Await.end(grandchild);
    }

    @Test
    void signalsOfTheTerminal_leaveTheChildAlone(@TempDir Path directory) throws Exception {
        ChildProcess<String> child = StayUntilInterruptedLauncher.start(directory.resolve("here"));
        Await.file(directory.resolve("here"));

        Signals.send("INT", child.pid());
        Signals.send("HUP", child.pid());
        child.interrupt();

        assertThat(child.get()).isEqualTo("interrupted");
        child.join();
        assertThat(child.exitCode()).hasValue(0);
    }

    @Test
    void signalsOfTheTerminal_thatAreNotIgnored_endTheChild(@TempDir Path directory) throws Exception {
        ChildProcess<String> child = StayLauncher.call(directory.resolve("here"))
                .options(ProcessOptions.defaults().ignoreTerminalSignals(false))
                .start();
        Await.file(directory.resolve("here"));

        Signals.send("HUP", child.pid());
        child.join();

        assertThat(child.exitCode()).hasValue(129);
    }
}
