package dev.runinprocess.tests.classpath;

import dev.runinprocess.ProcessOptions;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The class files of the programs and of the library, to be packaged. */
final class ProgramFiles {
    private ProgramFiles() {}

    /** The library's jar, or the directory of its classes in a build that has not made the jar yet. */
    static Path library() {
        return location(ProcessOptions.class);
    }

    /** Copies the classes of a package and those below it, and nothing else, to a directory that is made, and returns it. */
    static Path copyPackage(Class<?> sample, Path directory) throws IOException {
        Path folder = Path.of(sample.getPackageName().replace('.', '/'));
        copy(location(sample).resolve(folder), directory.resolve(folder));
        return directory;
    }

    /** Copies a directory's content to another directory that is made, and returns that. */
    static Path copy(Path from, Path to) throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(from)) {
            all = files.toList();
        }
        for (Path file : all) {
            Path copy = to.resolve(from.relativize(file).toString());
            if (Files.isDirectory(file)) {
                Files.createDirectories(copy);
            } else {
                Files.copy(file, copy);
            }
        }
        return to;
    }

    /** Where a class comes from. */
    static Path location(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
