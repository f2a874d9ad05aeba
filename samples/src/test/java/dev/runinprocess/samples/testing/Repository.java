package dev.runinprocess.samples.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The files of this project. */
public final class Repository {
    private static final Path ROOT = rootAbove(Path.of("").toAbsolutePath());

    private Repository() {}

    private static Path rootAbove(@Nullable Path directory) {
        if (directory == null) {
            throw new IllegalStateException("The working directory is not in the project: "
                    + Path.of("").toAbsolutePath());
        }
        return Files.exists(directory.resolve("CONTRIBUTING.md")) ? directory : rootAbove(directory.getParent());
    }

    /** A file or folder. */
    public static Path path(String relative) {
        return ROOT.resolve(relative);
    }

    /** The files with a name that ends so, in a folder and below, in order; none if there is no such folder. */
    public static List<Path> files(String folder, String ending) throws IOException {
        Path start = path(folder);
        if (!Files.exists(start)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(start)) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        }
    }
}
