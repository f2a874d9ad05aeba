package dev.runinprocess.tests.classpath;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.tests.classpath.program.AheadOfTime;
import dev.runinprocess.tests.classpath.program.Look;
import dev.runinprocess.tests.classpath.program.PooledSquares;
import dev.runinprocess.tests.classpath.program.Squares;
import dev.runinprocess.tests.testing.JavaProgram;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.loader.tools.Layout;
import org.springframework.boot.loader.tools.Layouts;
import org.springframework.boot.loader.tools.Library;
import org.springframework.boot.loader.tools.LibraryScope;
import org.springframework.boot.loader.tools.LoaderImplementation;
import org.springframework.boot.loader.tools.Repackager;

/** Executable archives of Spring Boot, with the library in a jar inside. */
final class SpringBootTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource(LoaderImplementation.class)
    void executableJar_runsItsChildren(LoaderImplementation loader) throws Exception {
        Path jar = archive("app.jar", Squares.class, new Layouts.Jar(), loader);

        assertThat(JavaProgram.in(directory).with("-jar", jar, "SPAWN").run()).isEqualTo("SPAWN -> [1, 4, 9]\n");
    }

    @Test
    void executableJar_hasAJvmStartedAheadTakeATask() throws Exception {
        Path jar = archive("app.jar", AheadOfTime.class, new Layouts.Jar(), LoaderImplementation.DEFAULT);

        assertThat(JavaProgram.in(directory).with("-jar", jar, "STANDBY").run())
                .isEqualTo("STANDBY -> 9, ahead: true\n");
    }

    @ParameterizedTest
    @EnumSource(LoaderImplementation.class)
    void executableJar_runsAPool(LoaderImplementation loader) throws Exception {
        Path jar = archive("app.jar", PooledSquares.class, new Layouts.Jar(), loader);

        assertThat(JavaProgram.in(directory).with("-jar", jar, "POOL").run()).isEqualTo("POOL -> [1, 4, 9]\n");
    }

    @ParameterizedTest
    @EnumSource(LoaderImplementation.class)
    void executableWar_runsAGrandchild_inAnotherWorkingDirectory(LoaderImplementation loader) throws Exception {
        Path war = archive("app.war", Look.class, new Layouts.War(), loader);

        ViewOfAChild child = lookFrom(directory, "-jar", "app.war", "generations=2");

        assertThat(child.classPath()).containsExactly(war.toString());
    }

    @ParameterizedTest
    @EnumSource(LoaderImplementation.class)
    void unpackedJar_asInAnImage_runsAGrandchild_inAnotherWorkingDirectory(LoaderImplementation loader)
            throws Exception {
        Path jar = archive("app.jar", Look.class, new Layouts.Jar(), loader);
        Path unpacked = directory.resolve("unpacked");
        String launcher;
        try (FileSystem content = FileSystems.newFileSystem(jar)) {
            ProgramFiles.copy(content.getPath("/"), unpacked);
            launcher = new Manifest(Files.newInputStream(content.getPath("META-INF/MANIFEST.MF")))
                    .getMainAttributes()
                    .getValue("Main-Class");
        }

        ViewOfAChild child = lookFrom(unpacked, launcher, "generations=2");

        assertThat(child.classPath()).containsExactly(unpacked + "/.");
    }

    private ViewOfAChild lookFrom(Path start, Object... words) throws IOException {
        Path other = Files.createDirectories(directory.resolve("other"));
        return ViewOfAChild.in(JavaProgram.in(directory)
                .directory(start)
                .with(words)
                .with("workingDirectory=" + other)
                .run());
    }

    private Path archive(String name, Class<?> main, Layout layout, LoaderImplementation loader) throws IOException {
        // A web archive comes with its classes in place; those of a jar are moved.
        Path content = directory.resolve("content");
        ProgramFiles.copyPackage(
                main, layout instanceof Layouts.War ? content.resolve(layout.getClassesLocation()) : content);
        Path plain = Jars.make(directory.resolve("plain.jar"), Map.of(), content);
        Path library = Jars.make(directory.resolve("runinprocess.jar"), Map.of(), ProgramFiles.library());
        Path archive = directory.resolve(name);
        Repackager repackager = new Repackager(plain.toFile());
        repackager.setMainClass(main.getName());
        repackager.setLayout(layout);
        repackager.setLoaderImplementation(loader);
        repackager.repackage(
                archive.toFile(), libraries -> libraries.library(new Library(library.toFile(), LibraryScope.COMPILE)));
        return archive;
    }
}
