package dev.runinprocess.internal.session;

import dev.runinprocess.failure.LaunchException;
import dev.runinprocess.internal.protocol.Identity;
import dev.runinprocess.internal.transport.FifoSupply;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The files that a tree of processes shares while it lives: a directory for fifos and files of a moment, and one for shared memory. The tree's first process makes
 * and removes them; its descendants join, each with a place of its own in the former. Safe for use by many threads.
 */
public final class Session {
    private static final Duration SWEEP_LIMIT = Duration.ofSeconds(1);

    private final Path directory;
    private final Path sharedDirectory;
    private final Path place;
    private final FifoSupply fifos;
    private final AtomicInteger fileNumber = new AtomicInteger();
    private final @Nullable Ownership ownership;

    private Session(Path directory, Path sharedDirectory, Path place, @Nullable Ownership ownership) {
        this.directory = directory;
        this.sharedDirectory = sharedDirectory;
        this.place = place;
        this.fifos = new FifoSupply(place);
        this.ownership = ownership;
        fifos.prepare();
    }

    /** What only the first process of a tree has. */
    private record Ownership(
            LockedDirectory directory, @Nullable LockedDirectory shared, Sweeper sweeper) {}

    /** Makes the session of a tree whose first process this is. */
    static Session create(SessionSettings settings) {
        Path base = settings.temporaryBase();
        LockedDirectory directory =
                locked(base, "session directory", SessionSettings.TEMPORARY_DIRECTORY, "temporaryDirectory");
        LockedDirectory shared = null;
        try {
            if (settings.sharedBaseExists()) {
                shared = locked(
                        settings.sharedBase(), "shared directory", SessionSettings.SHARED_DIRECTORY, "sharedDirectory");
                directory.accompany(shared);
            }
            Path path = directory.path();
            Sweeper sweeper = Sweeper.start(path, base, settings.sharedBase());
            Path sharedPath = shared == null ? path : shared.path();
            return new Session(path, sharedPath, path, new Ownership(directory, shared, sweeper));
        } catch (IOException e) {
            remove(directory, shared);
            throw new LaunchException("Cannot make a link in " + directory.path() + ": " + e, e);
        } catch (RuntimeException | Error e) {
            remove(directory, shared);
            throw e;
        }
    }

    private static LockedDirectory locked(Path base, String what, String property, String option) {
        try {
            return LockedDirectory.create(base);
        } catch (IOException e) {
            String remedy = Files.exists(base) ? "Free some space there" : "It does not exist: make it";
            throw new LaunchException(
                    "Cannot make the " + what + " in " + base + ": " + e + ". " + remedy
                            + ", or name another place with -D" + property + "=… or SessionOptions." + option + "(…).",
                    e);
        }
    }

    private static void remove(LockedDirectory directory, @Nullable LockedDirectory shared) {
        if (shared != null) {
            shared.remove();
        }
        directory.remove();
    }

    /** Joins the session of the tree that this process is in. */
    static Session join(Identity identity) {
        Path place = placeOf(identity);
        // A process that had this process's id before may have been killed before it removed its place.
        DirectoryTree.delete(place);
        try {
            Files.createDirectory(place);
        } catch (IOException e) {
            throw new LaunchException("Cannot make this process's directory in the session's: " + e, e);
        }
        return new Session(Path.of(identity.sessionDirectory()), Path.of(identity.sharedDirectory()), place, null);
    }

    private static Path placeOf(Identity member) {
        return Path.of(member.sessionDirectory(), Long.toString(member.pid()));
    }

    /** Removes what a process that is dead may have left half made in a session that it had joined. */
    public static void forget(Identity dead) {
        DirectoryTree.delete(placeOf(dead));
        File[] unfinished = new File(dead.sharedDirectory())
                .listFiles((directory, name) -> name.startsWith(unfinishedPrefix(dead.pid())));
        for (File file : unfinished == null ? new File[0] : unfinished) {
            DirectoryTree.delete(file.toPath());
        }
    }

    /** How the names of files begin that a process is still making in {@link #sharedDirectory}: they go when it is dead. */
    public static String unfinishedPrefix(long pid) {
        return ".new-" + pid + "-";
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
        return place.resolve(fileNumber.incrementAndGet() + suffix);
    }

    /** Whether this process made it. */
    boolean isOwn() {
        return ownership != null;
    }

    /** Whether somebody removed the directory. */
    boolean isGone() {
        return !Files.isDirectory(place) || !Files.isDirectory(sharedDirectory);
    }

    /** Waits a while for the sweeping of other, dead sessions. */
    void awaitSweep() {
        if (ownership != null) {
            ownership.sweeper().await(SWEEP_LIMIT);
        }
    }

    /** Removes what was made, since the process ends. */
    void refuse() {
        remove();
        throw refusal();
    }

    /** What is said to who needs a session at the end of this process. */
    static LaunchException refusal() {
        return new LaunchException(
                "This process is about to end, so it starts no more child processes and makes no shared memory.");
    }

    /** Removes the directories if this process made them, otherwise its place in them. */
    void remove() {
        if (ownership != null) {
            remove(ownership.directory(), ownership.shared());
        } else {
            DirectoryTree.delete(place);
        }
    }
}
