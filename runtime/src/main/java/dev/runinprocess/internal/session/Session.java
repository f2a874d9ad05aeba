package dev.runinprocess.internal.session;

import dev.runinprocess.failure.LaunchException;
import dev.runinprocess.internal.protocol.Identity;
import dev.runinprocess.internal.transport.FifoSupply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The files that a tree of processes shares while it lives: a directory for fifos and files of a moment, and one for shared memory. The tree's first process makes
 * and removes them; its descendants join. Safe for use by many threads.
 */
public final class Session {
    private static final Duration SWEEP_LIMIT = Duration.ofSeconds(1);

    private final Path directory;
    private final Path sharedDirectory;
    private final String filePrefix;
    private final FifoSupply fifos;
    private final AtomicInteger fileNumber = new AtomicInteger();
    private final @Nullable Ownership ownership;

    private Session(Path directory, Path sharedDirectory, long pid, @Nullable Ownership ownership) {
        this.directory = directory;
        this.sharedDirectory = sharedDirectory;
        this.filePrefix = Long.toString(pid);
        this.fifos = new FifoSupply(directory, filePrefix);
        this.ownership = ownership;
        fifos.prepare();
    }

    /** What only the first process of a tree has. */
    private record Ownership(
            LockedDirectory directory, @Nullable LockedDirectory shared, Sweeper sweeper) {}

    /** Makes the session of a tree whose first process this is. */
    static Session create(SessionSettings settings) {
        LockedDirectory directory = locked(
                settings.temporaryBase(),
                "session directory",
                SessionSettings.TEMPORARY_DIRECTORY,
                "temporaryDirectory");
        LockedDirectory shared = null;
        try {
            if (settings.sharedBaseExists()) {
                shared = locked(
                        settings.sharedBase(), "shared directory", SessionSettings.SHARED_DIRECTORY, "sharedDirectory");
            }
        } catch (LaunchException e) {
            directory.remove();
            throw e;
        }
        Sweeper sweeper = Sweeper.start(settings.temporaryBase(), settings.sharedBase());
        Path sharedPath = shared == null ? directory.path() : shared.path();
        long pid = ProcessHandle.current().pid();
        return new Session(directory.path(), sharedPath, pid, new Ownership(directory, shared, sweeper));
    }

    private static LockedDirectory locked(Path base, String what, String property, String option) {
        try {
            return LockedDirectory.create(base);
        } catch (IOException e) {
            throw new LaunchException(
                    "Cannot make the " + what + " in " + base + ": " + e
                            + ". Free some space there, or name another place with -D" + property
                            + "=… or SessionOptions." + option + "(…).",
                    e);
        }
    }

    /** Joins the session of the tree that this process is in. */
    static Session join(Identity identity) {
        return new Session(
                Path.of(identity.sessionDirectory()), Path.of(identity.sharedDirectory()), identity.pid(), null);
    }

    /** The directory for files of a moment. */
    public Path directory() {
        return directory;
    }

    /** The directory for shared memory. */
    public Path sharedDirectory() {
        return sharedDirectory;
    }

    /** Fifos for control links. */
    public FifoSupply fifos() {
        return fifos;
    }

    /** A path in {@link #directory} that no other process or thread of the tree is given. */
    public Path newFile(String suffix) {
        return directory.resolve(filePrefix + "." + fileNumber.incrementAndGet() + suffix);
    }

    /** Whether somebody removed the directory. */
    boolean isGone() {
        return !Files.isDirectory(directory);
    }

    /** Removes the directories, if this process made them. */
    void close() {
        if (ownership != null) {
            ownership.sweeper().await(SWEEP_LIMIT);
            if (ownership.shared() != null) {
                ownership.shared().remove();
            }
            ownership.directory().remove();
        }
    }
}
