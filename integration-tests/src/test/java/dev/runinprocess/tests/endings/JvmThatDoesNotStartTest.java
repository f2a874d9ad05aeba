package dev.runinprocess.tests.endings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runinprocess.ChildProcess;
import dev.runinprocess.ProcessOptions;
import dev.runinprocess.RunInProcess;
import dev.runinprocess.failure.ChildDiedException;
import dev.runinprocess.failure.ChildTimeoutException;
import dev.runinprocess.failure.LaunchException;
import dev.runinprocess.tests.testing.LeavesNothing;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A {@code java} that is not there, is none, or does not like its options. */
@ExtendWith(LeavesNothing.class)
class JvmThatDoesNotStartTest {
    @RunInProcess
    static String reached() {
        return "reached";
    }

    private static ChildProcess<String> start(ProcessOptions options) {
        return ReachedLauncher.call().options(options).start();
    }

    @Test
    void javaThatDoesNotExist_failsTheStart() {
        ChildProcess<String> process = ReachedLauncher.call()
                .options(Endings.QUIET.javaExecutable("/no/such/java"))
                .process();

        assertThatThrownBy(process::start)
                .isExactlyInstanceOf(LaunchException.class)
                .hasMessageContaining("/no/such/java")
                .hasMessageContaining("javaExecutable");
        assertThat(process.isAlive()).isFalse();
        assertThat(process.exitCode()).isEmpty();
    }

    @Test
    void javaThatIsADirectory_failsTheStart(@TempDir Path directory) {
        assertThatThrownBy(() -> start(Endings.QUIET.javaExecutable(directory)))
                .isExactlyInstanceOf(LaunchException.class)
                .hasMessageContaining(directory.toString());
    }

    @Test
    void programThatEndsAtOnce_isADeathThatNamesTheProgram() throws Exception {
        ChildDiedException died = Endings.deathOf(start(Endings.QUIET.javaExecutable("/bin/true")));

        assertThat(died.exitCode()).isZero();
        assertThat(died)
                .hasMessageContaining("before it reached its entry point")
                .hasMessageContaining("/bin/true");
    }

    @Test
    void programThatReadsTheLinkForEver_isEndedWhenItsStartTimeIsOver() throws Exception {
        ChildDiedException died =
                Endings.deathOf(start(Endings.QUIET.javaExecutable("/bin/cat").startTimeout(Duration.ofMillis(300))));

        assertThat(died).isExactlyInstanceOf(ChildTimeoutException.class).hasMessageContaining("/bin/cat");
        assertThat(((ChildTimeoutException) died).timeout()).isEqualTo(Duration.ofMillis(300));
    }

    @Test
    void unknownJvmOption_isADeathWithTheJvmsWords() throws Exception {
        ChildDiedException died = Endings.deathOf(start(Endings.QUIET.jvmArgs("-XX:+NoSuchOption")));

        assertThat(died.exitCode()).isEqualTo(1);
        assertThat(died.stderr()).anyMatch(line -> line.contains("Unrecognized VM option 'NoSuchOption'"));
        assertThat(died)
                .hasMessageContaining("before it reached its entry point")
                .hasMessageContaining("NoSuchOption");
    }

    @Test
    void heapThatNoJvmHas_isADeathWithTheJvmsWords() throws Exception {
        ChildDiedException died = Endings.deathOf(start(Endings.QUIET.jvmArgs("-Xmxlots")));

        assertThat(died).hasMessageContaining("Invalid maximum heap size: -Xmxlots");
    }

    @Test
    void workingDirectoryThatDoesNotExist_failsTheStart_untilItDoes(@TempDir Path directory) throws Exception {
        Path missing = directory.resolve("missing");
        ChildProcess<String> process = ReachedLauncher.call()
                .options(Endings.QUIET.workingDirectory(missing))
                .process();

        assertThatThrownBy(process::start)
                .isExactlyInstanceOf(LaunchException.class)
                .hasMessageContaining(missing.toString())
                .hasMessageContaining("working directory");
        Files.createDirectory(missing);

        assertThat(process.start().get()).isEqualTo("reached");
        Endings.assertEnded(process, 0);
    }
}
