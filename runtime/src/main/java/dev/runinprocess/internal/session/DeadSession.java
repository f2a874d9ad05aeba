package dev.runinprocess.internal.session;

import dev.runinprocess.internal.protocol.Identity;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The files of a tree whose first process may have been killed, as a survivor whose parent is gone finds them. */
public final class DeadSession {
    /** The dead process's locks are freed a moment after its links end. */
    private static final long ROOT_DIED_MILLIS = 500;

    /** The tree's first process may well be alive, and then its lock is never free. */
    private static final long OTHER_DIED_MILLIS = 50;

    private static final long PAUSE_MILLIS = 5;

    private DeadSession() {}

    /** Removes the directories if the tree's first process is dead, trying for a moment. */
    public static void remove(Identity survivor) {
        boolean rootDied = survivor.parentPid() == survivor.rootPid();
        long limit = TimeUnit.MILLISECONDS.toNanos(rootDied ? ROOT_DIED_MILLIS : OTHER_DIED_MILLIS);
        long start = System.nanoTime();
        Path session = Path.of(survivor.sessionDirectory());
        Path shared = Path.of(survivor.sharedDirectory());
        while (!bothGone(session, shared) && System.nanoTime() - start < limit) {
            pause();
        }
    }

    private static boolean bothGone(Path session, Path shared) {
        boolean sharedGone = LockedDirectory.removeIfDead(shared);
        return LockedDirectory.removeIfDead(session) && sharedGone;
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            // The process halts in a moment; whoever wanted this thread's attention gets that.
            Thread.currentThread().interrupt();
        }
    }
}
