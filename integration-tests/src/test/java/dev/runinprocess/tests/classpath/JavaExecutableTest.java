package dev.runinprocess.tests.classpath;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.ChildProcess;
import dev.runinprocess.ProcessOptions;
import dev.runinprocess.RunInProcess;
import dev.runinprocess.tests.classpath.program.WithoutLauncher;
import dev.runinprocess.tests.testing.Conformance;
import dev.runinprocess.tests.testing.JavaProgram;
import dev.runinprocess.tests.testing.LeavesNothing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The launcher that starts a child's JVM. */
@ExtendWith(LeavesNothing.class)
final class JavaExecutableTest {
    @Test
    @Conformance("_TestProcess.test_set_executable")
    void launcher_givenAsStringPathOrFile_startsTheChild() throws Exception {
        Path launcher = Path.of(System.getProperty("java.home"), "bin", "java");
        List<ProcessOptions> ways = List.of(
                ProcessOptions.defaults().javaExecutable(launcher.toString()),
                ProcessOptions.defaults().javaExecutable(launcher),
                ProcessOptions.defaults().javaExecutable(launcher.toFile()));

        for (ProcessOptions way : ways) {
            ChildProcess<Void> child = NothingLauncher.call().options(way).start();
            child.join();
            assertThat(child.exitCode()).hasValue(0);
        }
    }

    @RunInProcess
    static void nothing() {}

    @Test
    @Conformance("MiscTestCase.test_spawn_sys_executable_none_allows_import")
    void javaHomeWithoutLauncher_failsOnlyAStart_andSaysWhatToSet(@TempDir Path directory) throws Exception {
        Path classes = ProgramFiles.copyPackage(WithoutLauncher.class, directory.resolve("classes"));
        Path home = withoutLauncher(Files.createDirectories(directory.resolve("home")));

        String stdout = JavaProgram.in(directory)
                .with("-cp", classes + ":" + ProgramFiles.library(), WithoutLauncher.class.getName(), home)
                .run();

        assertThat(stdout.lines().toList())
                .satisfiesExactly(
                        current -> assertThat(current).isEqualTo("current: true"),
                        made -> assertThat(made).isEqualTo("new: ChildProcess[name=look-1, new]"),
                        start -> assertThat(start)
                                .startsWith("start: Cannot start the JVM of child process 'look-2'")
                                .contains(home.resolve("bin/java").toString(), "ProcessOptions.javaExecutable"));
    }

    private static Path withoutLauncher(Path home) throws IOException {
        Path complete = Path.of(System.getProperty("java.home"));
        for (String part : List.of("lib", "conf")) {
            Files.createSymbolicLink(home.resolve(part), complete.resolve(part));
        }
        return home;
    }
}
