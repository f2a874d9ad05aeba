package dev.runinprocess.tests.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The session directories of the test's own JVM. */
public final class OwnSessions {
    private OwnSessions() {}

    /** Those that exist; none before the first launch. */
    public static List<Path> directories() {
        Path base =
                Path.of(System.getProperty("runinprocess.temporaryDirectory", System.getProperty("java.io.tmpdir")));
        List<Path> directories = new ArrayList<>();
        String names = "runinprocess-" + ProcessHandle.current().pid() + "-*";
        try (DirectoryStream<Path> found = Files.newDirectoryStream(base, names)) {
            found.forEach(directories::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return directories;
    }
}
