package dev.runinprocess.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import dev.runinprocess.processor.testing.Javac;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Types that come from a library: compiled earlier, seen as class files. */
class SeparateCompilationTest {
    private static final String JOB = """
            package a;

            import dev.runinprocess.Transferable;
            import dev.runinprocess.UseJavaSerialization;
            import java.util.Locale;

            @Transferable
            public record Job(Part part, Shape shape, @UseJavaSerialization(Locale.class) Locale locale) {
                record Part(int number) {}

                sealed interface Shape {}

                record Circle(double radius) implements Shape {}

                enum Unit implements Shape {
                    POINT
                }
            }
            """;

    private static final String PLAIN = """
            package a;

            public record Plain(Job job, Color color, Choice<String> choice) {
                public enum Color {
                    RED
                }

                public sealed interface Choice<T> {}

                public record Some<T>(T value) implements Choice<T> {}

                public record None<T>() implements Choice<T> {}
            }
            """;

    private static final JavaFileObject WORK = Javac.source("""
            package b;

            import a.Job;
            import a.Plain;
            import dev.runinprocess.RunInProcess;
            import java.util.List;

            final class Work {
                @RunInProcess
                static Job work(
                        Plain plain,
                        List<Job> jobs) {
                    return jobs.get(0);
                }
            }
            """);

    @TempDir
    Path library;

    @Test
    void typesOfALibrary_cross() throws IOException {
        write(Javac.compile(JOB, PLAIN));

        assertThat(compileAgainstLibrary()).succeededWithoutWarnings();
    }

    @Test
    void markedTypeOfALibrary_compiledWithoutProcessor_isRejected() throws IOException {
        write(Compiler.javac().withOptions("-proc:none").compile(Javac.source(JOB), Javac.source(PLAIN)));

        Compilation compilation = compileAgainstLibrary();

        assertThat(compilation)
                .hadErrorContaining(
                        "[codec-missing] parameter 'jobs' → element (a.Job) cannot cross a process boundary: it is"
                                + " marked @Transferable, but its codec a.JobCodec is not on the class path. Compile Job with the"
                                + " annotation processor of RunInProcess.")
                .inFile(WORK)
                .onLineContaining("List<Job> jobs");
        assertThat(compilation)
                .hadErrorContaining("[codec-missing] parameter 'plain' → component 'job' (a.Job)")
                .inFile(WORK)
                .onLineContaining("Plain plain");
        assertThat(compilation)
                .hadErrorContaining("[codec-missing] the result of work() (a.Job)")
                .inFile(WORK)
                .onLineContaining("static Job work(");
        assertThat(compilation).hadErrorCount(3);
    }

    @Test
    void typeThatALibraryNamesAndDoesNotHave_isReported() throws IOException {
        write(Javac.compile(
                "package a; public record Part(int number) {}",
                "package a; public record Job(java.util.List<Part> parts) {}",
                "package a; public record Plain(int number) {}"));
        Files.delete(library.resolve("a/Part.class"));

        Compilation compilation = compileAgainstLibrary();

        assertThat(compilation)
                .hadErrorContaining(
                        "[type-missing] parameter 'jobs' → element → component 'parts' (java.util.List<a.Part>)"
                                + " cannot cross a process boundary: the type is not on the class path")
                .inFile(WORK)
                .onLineContaining("List<Job> jobs");
    }

    private Compilation compileAgainstLibrary() {
        List<File> classPath = Stream.concat(
                        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                                .map(File::new),
                        Stream.of(library.toFile()))
                .toList();
        return Compiler.javac()
                .withClasspath(classPath)
                .withProcessors(new RunInProcessProcessor())
                .withOptions("-Xlint:all", "-Werror")
                .compile(WORK);
    }

    private void write(Compilation compilation) throws IOException {
        assertThat(compilation).succeeded();
        for (JavaFileObject file : compilation.generatedFiles()) {
            if (file.getKind() == JavaFileObject.Kind.CLASS) {
                Path target = library.resolve(file.getName().substring("/CLASS_OUTPUT/".length()));
                Files.createDirectories(target.getParent());
                try (InputStream in = file.openInputStream()) {
                    Files.copy(in, target);
                }
            }
        }
    }
}
