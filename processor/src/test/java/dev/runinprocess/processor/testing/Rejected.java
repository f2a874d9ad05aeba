package dev.runinprocess.processor.testing;

import static com.google.testing.compile.CompilationSubject.assertThat;

import com.google.testing.compile.Compilation;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;

/** Sources with mistakes in them, and what the compiler says of each. */
public final class Rejected {
    private static final String IMPORTS = """
            package p;

            import dev.runinprocess.*;
            import dev.runinprocess.codec.*;
            import java.io.*;
            import java.net.*;
            import java.nio.file.Path;
            import java.time.Duration;
            import java.util.*;
            import java.util.concurrent.*;
            import java.util.function.*;
            import java.util.stream.*;

            """;

    private final List<JavaFileObject> sources;
    private final Compilation compilation;
    private int errors;

    private Rejected(List<JavaFileObject> sources) {
        this.sources = sources;
        this.compilation = Javac.compile(sources);
    }

    /** Compiles declarations of package {@code p}, each text a file that imports whatever it may need. */
    public static Rejected declarations(String... texts) {
        return new Rejected(
                Stream.of(texts).map(text -> Javac.source(IMPORTS + text)).toList());
    }

    /** Compiles whole files. */
    public static Rejected files(String... texts) {
        return new Rejected(Stream.of(texts).map(Javac::source).toList());
    }

    /** Asserts an error, and the line that it points to. */
    public Rejected error(String message, String line) {
        errors++;
        assertThat(compilation)
                .hadErrorContaining(message)
                .inFile(fileWith(line))
                .onLineContaining(line);
        return this;
    }

    /** Asserts a warning, and the line that it points to. */
    public Rejected warning(String message, String line) {
        assertThat(compilation)
                .hadWarningContaining(message)
                .inFile(fileWith(line))
                .onLineContaining(line);
        return this;
    }

    /** Asserts the number of errors, where several assertions are about one. */
    public void onlyOf(int count) {
        assertThat(compilation).hadErrorCount(count);
    }

    /** Asserts that there is no other error. */
    public void only() {
        assertThat(compilation).hadErrorCount(errors);
    }

    private JavaFileObject fileWith(String line) {
        return sources.stream()
                .filter(source -> Javac.text(source).contains(line))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no source has a line with " + line));
    }
}
