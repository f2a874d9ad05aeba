package dev.runinprocess.tests.classpath;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles programs as a user's build does: with the library's processor. */
final class Javac {
    private static final Path TEST_SOURCES = Path.of("src", "test", "java");

    private final Path sources;
    private final List<String> options = new ArrayList<>();

    private Javac(Path sources) {
        this.sources = sources;
    }

    /** For sources in a directory that is made. */
    static Javac of(Path sources) throws IOException {
        Files.createDirectories(sources);
        return new Javac(sources);
    }

    /** Adds a source file. */
    Javac source(String file, String text) throws IOException {
        Path path = sources.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
        return this;
    }

    /** Adds the sources of a package of this module's tests. */
    Javac sourcesOfPackage(Class<?> sample) throws IOException {
        Path folder = Path.of(sample.getPackageName().replace('.', '/'));
        ProgramFiles.copy(TEST_SOURCES.resolve(folder), sources.resolve(folder));
        return this;
    }

    /** Adds options. */
    Javac options(String... more) {
        options.addAll(List.of(more));
        return this;
    }

    /** Compiles to a directory that is made, and returns it. */
    Path to(Path output) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> all = new ArrayList<>(options);
        all.addAll(List.of("-d", output.toString(), "--processor-path", System.getProperty("java.class.path")));
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            boolean compiled = compiler.getTask(
                            messages, files, null, all, null, files.getJavaFileObjectsFromPaths(javaFiles()))
                    .call();
            assertThat(compiled).as(messages.toString()).isTrue();
        }
        return output;
    }

    private List<Path> javaFiles() throws IOException {
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
