package dev.runinprocess.tests.classpath;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.RunInProcess;
import dev.runinprocess.tests.testing.LeavesNothing;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Children of the JVM in which Maven Surefire runs tests: this one. */
@ExtendWith(LeavesNothing.class)
final class SurefireTest {
    @Test
    void testJvm_startedByAJarWithNothingButAManifest_handsItsTestClassPathOn() throws Exception {
        assertThat(Path.of(System.getProperty("surefire.real.class.path"))
                        .getFileName()
                        .toString())
                .startsWith("surefirebooter")
                .endsWith(".jar");

        assertThat(ClassPathLauncher.invoke())
                .isEqualTo(
                        List.of(System.getProperty("surefire.test.class.path").split(File.pathSeparator)))
                .contains(ProgramFiles.library().toString());
    }

    @RunInProcess
    static List<String> classPath() {
        return Arrays.asList(System.getProperty("java.class.path").split(File.pathSeparator));
    }
}
