package dev.runinprocess.tests.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.Call;
import dev.runinprocess.ProcessOptions;
import dev.runinprocess.tests.testing.LeavesNothing;
import dev.runinprocess.tests.testing.Leftovers;
import dev.runinprocess.tests.testing.ParentProgram;
import dev.runinprocess.tests.testing.RunningProgram;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What a child finds around it: environment, properties, working directory, heap, options. */
@ExtendWith(LeavesNothing.class)
class SurroundingsTest {
    private static final ProcessOptions DEFAULTS = ProcessOptions.defaults();

    private static <R> R run(Call<R> call, ProcessOptions options) throws Exception {
        return call.options(options).await();
    }

    @Test
    void environment_isTheParentsAndWhatIsAdded() throws Exception {
        ProcessOptions options = DEFAULTS.environment("RUNINPROCESS_TEST", "more = better");

        assertThat(run(EnvironmentVariableLauncher.call("RUNINPROCESS_TEST"), options))
                .isEqualTo("more = better");
        assertThat(run(EnvironmentVariableLauncher.call("PATH"), options)).isEqualTo(System.getenv("PATH"));
    }

    @Test
    void systemProperties_areThoseOfTheCommandLineAndWhatIsAdded() throws Exception {
        System.setProperty("test.set-at-run-time", "here only");
        try {
            ProcessOptions options = DEFAULTS.systemProperty("test.text", "with \"quotes\", \\ and 'blanks'");

            assertThat(run(SystemPropertyLauncher.call("test.text"), options))
                    .isEqualTo("with \"quotes\", \\ and 'blanks'");
            assertThat(run(SystemPropertyLauncher.call("test.set-at-run-time"), options))
                    .isEqualTo("null");
        } finally {
            System.clearProperty("test.set-at-run-time");
        }
    }

    @Test
    void workingDirectory_isTheParentsOrAsSet(@TempDir Path directory) throws Exception {
        assertThat(run(TellLauncher.call("directory"), DEFAULTS))
                .isEqualTo(Path.of("").toAbsolutePath().toString());
        assertThat(run(TellLauncher.call("directory"), DEFAULTS.workingDirectory(directory)))
                .isEqualTo(directory.toRealPath().toString());
    }

    /** Two processes that read one terminal take each other's lines. */
    @Test
    void standardInput_isAtItsEnd() throws Exception {
        assertThat(ReadStdinLauncher.invoke()).isEqualTo(-1);
    }

    @Test
    void maxHeap_isAsSet() throws Exception {
        long heap = Long.parseLong(run(TellLauncher.call("heap"), DEFAULTS.maxHeap("48m")));

        assertThat(heap).isBetween(40L << 20, 48L << 20);
    }

    @Test
    void jvmArgs_comeAfterAllOthers() throws Exception {
        ProcessOptions options = DEFAULTS.maxHeap("300m")
                .systemProperty("test.order", "first")
                .jvmArgs("-Dtest.order=second", "-Xmx48m")
                .jvmArgs("-Dtest.order=third");

        assertThat(run(SystemPropertyLauncher.call("test.order"), options)).isEqualTo("third");
        assertThat(Long.parseLong(run(TellLauncher.call("heap"), options))).isLessThanOrEqualTo(48L << 20);
    }

    /** Launches from a relative class path into another directory. */
    static final class RelativeProgram {
        private RelativeProgram() {}

        public static void main(String[] args) throws Exception {
            ProcessOptions elsewhere = DEFAULTS.workingDirectory(Path.of(args[0]));
            System.out.println("child is in "
                    + TellLauncher.call("directory").options(elsewhere).await());
        }
    }

    @Test
    void relativeClassPath_isFoundFromAnotherWorkingDirectory(@TempDir Path directory) throws Exception {
        Path here = directory.toRealPath();
        Path elsewhere = Files.createDirectory(here.resolve("elsewhere"));
        String relative = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(entry -> here.relativize(Path.of(entry).toAbsolutePath()).toString())
                .collect(Collectors.joining(File.pathSeparator));
        ParentProgram program = ParentProgram.of(RelativeProgram.class, here)
                .classPath(relative)
                .argument(elsewhere);

        try (RunningProgram running = program.start()) {
            assertThat(running.awaitLine("child is in ")).isEqualTo(elsewhere.toString());
            assertThat(running.awaitExit()).isZero();
        }
        Leftovers.in(here).assertNone();
    }
}
