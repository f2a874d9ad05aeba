package dev.runinprocess.tests.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runinprocess.ChildProcess;
import dev.runinprocess.RunInProcess;
import dev.runinprocess.tests.testing.Await;
import dev.runinprocess.tests.testing.LeavesNothing;
import dev.runinprocess.tests.testing.Stage;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(LeavesNothing.class)
class InterruptTest {
    @RunInProcess
    static String ignore(Path marker, Path end) {
        Stage.reach(marker);
        while (!Files.exists(end)) {
            Thread.onSpinWait();
        }
        return "ignored, flag=" + Thread.currentThread().isInterrupted();
    }

    @Test
    void interrupt_inTheTask_interruptsItsThread(@TempDir Path directory) throws Exception {
        Path marker = directory.resolve("here");
        ChildProcess<String> child = StayUntilInterruptedLauncher.start(marker);
        Await.file(marker);

        child.interrupt();

        assertThat(child.get()).isEqualTo("interrupted");
        child.join();
        assertThat(child.exitCode()).hasValue(0);
    }

    @Test
    void interrupt_beforeTheTaskBegins_isHeldForIt(@TempDir Path directory) throws Exception {
        ChildProcess<String> child = StayUntilInterruptedLauncher.start(directory.resolve("here"));

        child.interrupt();

        assertThat(child.get()).isEqualTo("interrupted");
        child.join();
    }

    @Test
    void interrupt_thatTheTaskLetsThrough_isAnExceptionLikeAnyOther(@TempDir Path directory) throws Exception {
        ChildProcess<String> child = StayLauncher.call(directory.resolve("here"))
                .options(Quiet.OPTIONS)
                .start();

        child.interrupt();

        assertThatThrownBy(child::get).hasCauseExactlyInstanceOf(InterruptedException.class);
        child.join();
        assertThat(child.exitCode()).hasValue(1);
    }

    @Test
    void interrupt_thatTheTaskIgnores_setsTheFlag(@TempDir Path directory) throws Exception {
        Path marker = directory.resolve("here");
        Path end = directory.resolve("end");
        ChildProcess<String> child = IgnoreLauncher.start(marker, end);
        Await.file(marker);

        child.interrupt();
        child.interrupt();
        Files.createFile(end);

        assertThat(child.get()).startsWith("ignored, flag=");
        child.join();
        assertThat(child.exitCode()).hasValue(0);
    }

    @Test
    void interrupt_afterTheEnd_doesNothing() throws Exception {
        ChildProcess<String> child = EchoLauncher.start("x");
        child.join();

        child.interrupt();
        child.terminate();
        child.kill();

        assertThat(child.get()).isEqualTo("x");
        assertThat(child.exitCode()).hasValue(0);
    }
}
