package dev.runinprocess.processor.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;

/** Programs among the test resources, each in a directory of its own. */
public final class Fixtures {
    private Fixtures() {}

    /** The names of the programs in a directory of resources, such as {@code good}. */
    public static List<String> namesIn(String directory) {
        return list(resource("/" + directory)).stream()
                .map(path -> path.getFileName().toString())
                .sorted()
                .toList();
    }

    /** The sources of one program, sorted by path. */
    public static List<JavaFileObject> sources(String directory, String name) {
        Path root = resource("/" + directory + "/" + name);
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .map(Fixtures::source)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JavaFileObject source(Path file) {
        try {
            return Javac.source(Files.readString(file), file.getFileName().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> list(Path directory) {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path resource(String name) {
        URL url = Fixtures.class.getResource(name);
        if (url == null) {
            throw new AssertionError("no resource " + name);
        }
        try {
            return Path.of(url.toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }
}
