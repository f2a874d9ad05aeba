package dev.runinprocess.internal.session;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Deletes the directories that dead trees of processes left behind, in the background of a new session. */
final class Sweeper {
    /** A hidden directory is between its creation and its lock for microseconds; an old one belongs to a dead process. */
    private static final Duration HIDDEN_AGE = Duration.ofMinutes(1);

    private final @Nullable Thread thread;

    private Sweeper(@Nullable Thread thread) {
        this.thread = thread;
    }

    /** Starts sweeping. */
    static Sweeper start(Path... bases) {
        Thread thread = new Thread(() -> sweepAll(bases), "runinprocess-sweeper");
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

    private static void sweepAll(Path... bases) {
        for (Path base : bases) {
            sweep(base);
        }
    }

    private static void sweep(Path base) {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(base, "{.,}" + LockedDirectory.PREFIX + "*")) {
            for (Path entry : entries) {
                String name = entry.getFileName().toString();
                boolean hidden = name.startsWith(LockedDirectory.HIDDEN_PREFIX);
                boolean ours = LockedDirectory.NAMES.matcher(name).matches() && !OwnDirectories.contains(entry);
                if (ours && (!hidden || isOld(entry))) {
                    LockedDirectory.removeIfDead(entry);
                }
            }
        } catch (IOException e) {
            // Another user's directory, or one that vanished: nothing of ours to sweep there.
        }
    }

    private static boolean isOld(Path hidden) throws IOException {
        return Files.getLastModifiedTime(hidden)
                .toInstant()
                .isBefore(Instant.now().minus(HIDDEN_AGE));
    }
}
