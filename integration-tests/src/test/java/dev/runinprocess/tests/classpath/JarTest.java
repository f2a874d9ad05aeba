package dev.runinprocess.tests.classpath;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.tests.classpath.program.Look;
import dev.runinprocess.tests.classpath.program.Squares;
import dev.runinprocess.tests.classpath.user.UsesLibrary;
import dev.runinprocess.tests.testing.Conformance;
import dev.runinprocess.tests.testing.JavaProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs in jars. */
final class JarTest {
    @TempDir
    Path directory;

    private Path classes;

    @BeforeEach
    void programs() throws Exception {
        classes = ProgramFiles.copyPackage(Squares.class, directory.resolve("classes"));
    }

    @Test
    @Conformance("MultiProcessingCmdLineMixin.test_zipfile")
    void shadedJar_holdsAllThatAChildNeeds() throws Exception {
        Path jar = Jars.make(
                directory.resolve("app.jar"),
                Map.of("Main-Class", Squares.class.getName()),
                classes,
                ProgramFiles.library());

        assertThat(JavaProgram.in(directory).with("-jar", jar, "SPAWN").run()).isEqualTo("SPAWN -> [1, 4, 9]\n");
    }

    @Test
    @Conformance("MultiProcessingCmdLineMixin.test_zipfile_compiled")
    void classPathOfAManifest_isFollowedByAChild_inAnotherWorkingDirectory() throws Exception {
        Path app = Files.createDirectories(directory.resolve("app"));
        Files.createDirectories(app.resolve("my lib"));
        Jars.make(app.resolve("my lib/runinprocess.jar"), Map.of(), ProgramFiles.library());
        Jars.make(
                app.resolve("look.jar"),
                Map.of("Main-Class", Look.class.getName(), "Class-Path", "missing.jar my%20lib/runinprocess.jar"),
                classes);

        ViewOfAChild child = ViewOfAChild.in(JavaProgram.in(directory)
                .with("-jar", "app/look.jar", "workingDirectory=" + app)
                .run());

        assertThat(child.classPath()).containsExactly(app.resolve("look.jar").toString());
        assertThat(child.property("user.dir")).isEqualTo(app.toString());
    }

    @Test
    @Conformance("MultiProcessingCmdLineMixin.test_module_in_package_in_zipfile")
    @Conformance("MultiProcessingCmdLineMixin.test_module_in_subpackage_in_zipfile")
    void methodOfALibrarysJar_inANestedClassOfADeepPackage_isFound() throws Exception {
        Path library = Jars.make(directory.resolve("library.jar"), Map.of(), classes);
        Path user = ProgramFiles.copyPackage(UsesLibrary.class, directory.resolve("user"));

        String stdout = JavaProgram.in(directory)
                .with("-cp", user + ":" + library + ":" + ProgramFiles.library(), UsesLibrary.class.getName(), "SPAWN")
                .run();

        assertThat(stdout).isEqualTo("SPAWN -> [1, 4, 9] 27\n");
    }
}
