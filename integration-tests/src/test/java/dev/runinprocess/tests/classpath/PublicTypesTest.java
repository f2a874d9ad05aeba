package dev.runinprocess.tests.classpath;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.tests.classpath.user.LoadsPublicTypes;
import dev.runinprocess.tests.testing.Conformance;
import dev.runinprocess.tests.testing.JavaProgram;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The library by itself: nothing but the JDK is beside it. */
final class PublicTypesTest {
    @TempDir
    Path directory;

    private Path user;

    @BeforeEach
    void program() throws Exception {
        user = ProgramFiles.copyPackage(LoadsPublicTypes.class, directory.resolve("user"));
    }

    @Test
    @Conformance("_TestImportStar.test_import")
    void everyTypeOfTheExportedPackages_loads_onTheClassPathAndOnTheModulePath() {
        List<String> onClassPath = loaded("-cp", user + ":" + ProgramFiles.library());
        List<String> onModulePath =
                loaded("-cp", user, "-p", ProgramFiles.library(), "--add-modules", "dev.runinprocess");

        assertThat(onClassPath).hasSizeGreaterThan(60).allMatch(line -> line.startsWith("unnamed module"));
        assertThat(onModulePath)
                .hasSameSizeAs(onClassPath)
                .allMatch(line -> line.startsWith("module dev.runinprocess: "));
    }

    private List<String> loaded(Object... options) {
        return JavaProgram.in(directory)
                .with(options)
                .run(LoadsPublicTypes.class.getName(), ProgramFiles.library())
                .lines()
                .toList();
    }
}
