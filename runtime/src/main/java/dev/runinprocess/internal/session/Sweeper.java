package dev.runinprocess.internal.session;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Deletes the directories that dead trees of processes left behind, in the background of a new session. */
final class Sweeper {
    /**
     * A hidden directory is between its creation and its lock for microseconds; an old one without a lock belongs to a dead process. One who was stopped
     * just there for longer fails to make its session, and says so.
     */
    private static final Duration HIDDEN_AGE = Duration.ofSeconds(10);

    private final @Nullable Thread thread;

    private Sweeper(@Nullable Thread thread) {
        this.thread = thread;
    }

    /**
     * Starts sweeping.
     *
     * @param own a directory of this user's; those of other users are left alone
     */
    static Sweeper start(Path own, Path... bases) {
        Thread thread = new Thread(() -> sweepAll(own, bases), "runinprocess-sweeper");
        thread.setDaemon(true);
        try {
            thread.start();
        } catch (OutOfMemoryError e) {
            // No more threads. The next session sweeps.
            return new Sweeper(null);
        }
        return new Sweeper(thread);
    }

    /** Waits for the end of it, for a while: a short program must sweep, too. */
    void await(Duration limit) {
        if (thread == null) {
            return;
        }
        try {
            thread.join(limit.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void sweepAll(Path own, Path... bases) {
        try {
            Object user = owner(own);
            for (Path base : bases) {
                sweep(user, base);
            }
        } catch (IOException e) {
            // This session is over already.
        }
    }

    private static void sweep(Object user, Path base) {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(base, "{.,}" + LockedDirectory.PREFIX + "*")) {
            for (Path entry : entries) {
                sweepEntry(user, entry);
            }
        } catch (IOException | DirectoryIteratorException e) {
            // It is not there or cannot be read: nothing of ours to sweep in it.
        }
    }

    private static void sweepEntry(Object user, Path entry) {
        String name = entry.getFileName().toString();
        boolean hidden = name.startsWith(LockedDirectory.HIDDEN_PREFIX);
        try {
            if (LockedDirectory.NAMES.matcher(name).matches()
                    && Files.isDirectory(entry, NOFOLLOW_LINKS)
                    && owner(entry).equals(user)
                    && (!hidden || isOld(entry))) {
                LockedDirectory.removeIfDead(entry);
            }
            if (NameDirectory.DIRECTORIES.matcher(name).matches()
                    && owner(entry).equals(user)) {
                NameDirectory.sweep(entry);
            }
        } catch (IOException e) {
            // It vanished: somebody else has swept it.
        }
    }

    /** By number, since a name may have to be fetched from a directory service. */
    private static Object owner(Path file) throws IOException {
        return Files.getAttribute(file, "unix:uid", NOFOLLOW_LINKS);
    }

    private static boolean isOld(Path hidden) throws IOException {
        return Files.getLastModifiedTime(hidden, NOFOLLOW_LINKS)
                .toInstant()
                .isBefore(Instant.now().minus(HIDDEN_AGE));
    }
}
