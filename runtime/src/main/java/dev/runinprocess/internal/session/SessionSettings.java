package dev.runinprocess.internal.session;

import dev.runinprocess.failure.LaunchException;
import dev.runinprocess.internal.protocol.Identity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * What is settled once for a tree of processes, by its first process.
 *
 * @param temporaryBase where the session directory is made
 * @param sharedBase where the directory for shared memory is made; if it does not exist, the session directory serves
 * @param maxDepth how many processes may be nested
 */
public record SessionSettings(Path temporaryBase, Path sharedBase, int maxDepth) {
    /** The system property for {@link #temporaryBase}. */
    public static final String TEMPORARY_DIRECTORY = "runinprocess.temporaryDirectory";

    /** The system property for {@link #sharedBase}. */
    public static final String SHARED_DIRECTORY = "runinprocess.sharedDirectory";

    /** The system property for {@link #maxDepth}. */
    public static final String MAX_DEPTH = "runinprocess.maxDepth";

    private static final int DEFAULT_MAX_DEPTH = 16;

    /** Checks the values. */
    public SessionSettings {
        Objects.requireNonNull(temporaryBase, "temporaryDirectory");
        Objects.requireNonNull(sharedBase, "sharedDirectory");
        if (maxDepth < 1) {
            throw new IllegalArgumentException("maxDepth must be at least 1: maxDepth=" + maxDepth);
        }
    }

    /** What the system properties say, and where they say nothing the defaults. */
    public static SessionSettings fromProperties() {
        Path temporary = Path.of(System.getProperty(TEMPORARY_DIRECTORY, System.getProperty("java.io.tmpdir", "/tmp")));
        Path shared = Path.of(System.getProperty(SHARED_DIRECTORY, "/dev/shm"));
        return new SessionSettings(temporary.toAbsolutePath(), shared.toAbsolutePath(), maxDepthProperty());
    }

    /** As a process's tree has them, for a session of its own. */
    static SessionSettings besides(Identity identity) {
        SessionSettings own = fromProperties();
        Path temporary = Path.of(identity.sessionDirectory());
        Path shared = Path.of(identity.sharedDirectory());
        boolean separate = !shared.equals(temporary);
        return new SessionSettings(
                baseOf(temporary), separate ? baseOf(shared) : own.sharedBase(), identity.maxDepth());
    }

    private static Path baseOf(Path directory) {
        return Objects.requireNonNull(directory.getParent(), "a session directory at the root of a file system");
    }

    private static int maxDepthProperty() {
        String text = System.getProperty(MAX_DEPTH);
        if (text == null) {
            return DEFAULT_MAX_DEPTH;
        }
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw new LaunchException("The system property " + MAX_DEPTH + " must be a number: value=" + text, e);
        }
    }

    boolean sharedBaseExists() {
        return Files.isDirectory(sharedBase);
    }
}
