package dev.runinprocess.benchmarks.rows;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** Whether the children of a row start from an archive of their classes. */
final class ClassArchive {
    private static final String ARCHIVE = "runinprocess.archive";
    private static final String DIRECTORY = "runinprocess.archive.directory";
    private static final long LIMIT_SECONDS = 60;
    private static final long PAUSE_MILLIS = 100;

    private ClassArchive() {}

    /** From none. */
    static void off() {
        System.setProperty(ARCHIVE, "off");
    }

    /** From one that is made here and now. */
    static void ready(Callable<?> launch) throws Exception {
        Path directory = Files.createTempDirectory("runinprocess-benchmarks");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(directory)));
        System.setProperty(ARCHIVE, "auto");
        System.setProperty(DIRECTORY, directory.toString());
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        while (!isMade(directory)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("no archive was made: the class path has to begin with jars");
            }
            Object unused = launch.call();
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
        // It is looked for once in a second.
        TimeUnit.SECONDS.sleep(2);
    }

    /** The list of its classes is the last of its files, under another name while it is unfinished. */
    private static boolean isMade(Path directory) throws IOException {
        try (DirectoryStream<Path> lists = Files.newDirectoryStream(directory, "[!.]*.classes")) {
            return lists.iterator().hasNext();
        }
    }

    private static void delete(Path directory) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(directory);
        } catch (IOException e) {
            throw new IllegalStateException("cannot delete " + directory, e);
        }
    }
}
