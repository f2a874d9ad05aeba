package dev.runinprocess.tests.endings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.ChildProcess;
import dev.runinprocess.RunInProcess;
import dev.runinprocess.failure.ChildDiedException;
import dev.runinprocess.tests.testing.ClassFiles;
import dev.runinprocess.tests.testing.LeavesNothing;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A child whose class path is not what it should be. */
@ExtendWith(LeavesNothing.class)
class ClassPathTest {
    private static final Path RUNTIME = ClassFiles.originOf(RunInProcess.class);

    @RunInProcess
    static String lostTask() {
        return "found";
    }

    private static ChildProcess<String> start(List<Path> classPath) {
        return LostTaskLauncher.call()
                .options(Endings.QUIET.classPath(classPath))
                .start();
    }

    @Test
    void classPathWithoutTheEntryPoint_isADeathWithTheLaunchersWords() throws Exception {
        ChildDiedException died = Endings.deathOf(start(List.of(RUNTIME)));

        assertThat(died.exitCode()).isEqualTo(1);
        assertThat(died.stderr())
                .anyMatch(line ->
                        line.contains("Could not find or load main class " + LostTaskEntryPoint.class.getName()));
        assertThat(died)
                .hasMessageContaining("before it reached its entry point " + LostTaskEntryPoint.class.getName())
                .hasMessageContaining("Could not find or load main class");
    }

    @Test
    void classPathWithoutTheLibrary_isADeathWithTheLaunchersWords() throws Exception {
        ChildDiedException died = Endings.deathOf(start(List.of(ClassFiles.originOf(ClassPathTest.class))));

        assertThat(died.exitCode()).isEqualTo(1);
        assertThat(died)
                .hasMessageContaining("before it reached its entry point")
                .hasMessageContaining("dev/runinprocess/link/EntryPoint");
    }

    @Test
    void classPathWithoutTheTask_isAnExceptionOfTheChild(@TempDir Path directory) throws Exception {
        copy(directory, LostTaskEntryPoint.class);
        copy(directory, LostTaskEntryPoint.class.getDeclaredClasses()[0]);

        Throwable thrown = Endings.thrownBy(start(List.of(RUNTIME, directory)));

        assertThat(thrown)
                .isExactlyInstanceOf(NoClassDefFoundError.class)
                .hasMessageContaining("dev/runinprocess/tests/endings/ClassPathTest");
    }

    @Test
    void corruptEntryPoint_isADeathWithTheLaunchersWords(@TempDir Path directory) throws Exception {
        byte[] whole = ClassFiles.bytesOf(LostTaskEntryPoint.class);
        ClassFiles.write(directory, LostTaskEntryPoint.class.getName(), Arrays.copyOf(whole, whole.length / 2));
        List<Path> classPath = new ArrayList<>(List.of(directory));
        classPath.addAll(ClassFiles.ownClassPath());

        ChildDiedException died = Endings.deathOf(start(classPath));

        assertThat(died.exitCode()).isEqualTo(1);
        assertThat(died)
                .hasMessageContaining("before it reached its entry point")
                .hasMessageContaining("ClassFormatError");
    }

    private static void copy(Path directory, Class<?> type) {
        ClassFiles.write(directory, type.getName(), ClassFiles.bytesOf(type));
    }
}
