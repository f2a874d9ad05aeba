package dev.runinprocess.internal.shm;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Stops this JVM's thread for good at one {@link Failpoint}, so that a test can kill the process exactly there. Without the system property the compiler
 * leaves nothing of it.
 */
public final class Failpoints {
    /**
     * The system property: a file that says, separated by colons, a failpoint's name, the how many-th arrival there is meant, and the file to make on it. A file, so
     * that the JVMs for all failpoints have the same options, and can be started ahead.
     */
    public static final String PROPERTY = "runinprocess.failpoint";

    private static final String SETTING = read(System.getProperty(PROPERTY, ""));
    private static final boolean ON = !SETTING.isEmpty();
    private static final AtomicInteger ARRIVALS = new AtomicInteger();

    private Failpoints() {}

    private static String read(String file) {
        try {
            return file.isEmpty() ? "" : Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Goes on, unless this is the arrival that the system property means. */
    public static void pass(String failpoint) {
        if (ON) {
            arrive(failpoint);
        }
    }

    private static void arrive(String failpoint) {
        String[] parts = SETTING.split(":", 3);
        if (!parts[0].equals(failpoint) || ARRIVALS.incrementAndGet() != Integer.parseInt(parts[1])) {
            return;
        }
        try {
            if (!new File(parts[2]).createNewFile()) {
                throw new IllegalStateException("something is at " + parts[2] + " already");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        while (true) {
            LockSupport.park(failpoint);
        }
    }
}
