package dev.runinprocess.internal.session;

import dev.runinprocess.internal.os.Liveness;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;

/**
 * The files of a tree whose first process may have been killed, as a survivor finds them. Used by processes that are about to end and have not
 * loaded much yet, so it is written in plain Java as {@code internal.child} is.
 */
public final class DeadSession {
    /** A dying process frees its locks a moment after its links have ended; with many dying at once, a long moment. */
    private static final long LIMIT_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private static final long PAUSE_MILLIS = 5;

    private DeadSession() {}

    /** Removes the directories if the tree's first process is dead, trying for a moment. */
    public static void remove(String directory) {
        Path session = Path.of(directory);
        long start = System.nanoTime();
        while (!LockedDirectory.removeIfDead(session)
                && !creatorRuns(session)
                && System.nanoTime() - start < LIMIT_NANOS) {
            pause();
        }
    }

    private static boolean creatorRuns(Path session) {
        Path name = session.getFileName();
        Matcher matcher = LockedDirectory.NAMES.matcher(name == null ? "" : name.toString());
        return matcher.matches() && Liveness.isRunning(Long.parseLong(matcher.group(1)));
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            // Whoever asks for the end of this thread gets it after that of the process.
        }
    }
}
