package dev.runinprocess.tests.endings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.ChildProcess;
import dev.runinprocess.RunInProcess;
import dev.runinprocess.UseCodec;
import dev.runinprocess.failure.ChildDiedException;
import dev.runinprocess.tests.testing.Await;
import dev.runinprocess.tests.testing.LeavesNothing;
import dev.runinprocess.tests.testing.Signals;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** SIGKILL at each stage of a launch. Stages between the bytes of a frame: {@link KilledInsideAFrameTest}. */
@ExtendWith(LeavesNothing.class)
class KilledAtAStageTest {
    private static final byte[] MANY = new byte[30_000_000];

    @RunInProcess
    @UseCodec(StagedCodec.class)
    static Staged passOn(Staged value, String stopsAt) {
        return new Staged(value.bytes(), stopsAt, value.marker());
    }

    private static ChildDiedException deathAfterKill(ChildProcess<?> child, Path marker) throws InterruptedException {
        Await.file(marker);
        Signals.send("KILL", child.pid());
        ChildDiedException died = Endings.deathOf(child);
        assertThat(died.exitCode()).isEqualTo(137);
        assertThat(died.signal()).hasValue(9);
        assertThat(died).hasMessageContaining("9 (SIGKILL)");
        return died;
    }

    @Test
    void killBeforeTheHandshake_isADeathBeforeTheEntryPoint(@TempDir Path directory) throws Exception {
        Path marker = directory.resolve("paused");
        ChildProcess<Staged> child = PassOnLauncher.call(new Staged(MANY, Staged.NOWHERE, ""), Staged.NOWHERE)
                .options(Endings.QUIET.jvmArgs(
                        "-XX:+UnlockDiagnosticVMOptions", "-XX:+PauseAtStartup", "-XX:PauseAtStartupFile=" + marker))
                .start();

        ChildDiedException died = deathAfterKill(child, marker);

        assertThat(died)
                .hasMessageContaining("before it reached its entry point")
                .hasMessageContaining("PassOnEntryPoint");
    }

    @Test
    void killWhileArgumentsAreRead_isADeathBeforeTheResult(@TempDir Path directory) throws Exception {
        Path marker = directory.resolve("reading");
        ChildProcess<Staged> child = PassOnLauncher.call(
                        new Staged(MANY, Staged.ARGUMENT, marker.toString()), Staged.NOWHERE)
                .options(Endings.QUIET)
                .start();

        assertThat(deathAfterKill(child, marker)).hasMessageContaining("before it returned a result");
    }

    @Test
    void killWhileTheResultIsEncoded_isADeathBeforeTheResult(@TempDir Path directory) throws Exception {
        Path marker = directory.resolve("writing");
        ChildProcess<Staged> child = PassOnLauncher.call(
                        new Staged(MANY, Staged.NOWHERE, marker.toString()), Staged.RESULT)
                .options(Endings.QUIET)
                .start();

        assertThat(deathAfterKill(child, marker)).hasMessageContaining("before it returned a result");
    }
}
