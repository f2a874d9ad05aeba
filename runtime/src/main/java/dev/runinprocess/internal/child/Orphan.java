package dev.runinprocess.internal.child;

import dev.runinprocess.internal.os.Children;
import dev.runinprocess.internal.session.DeadSession;
import dev.runinprocess.internal.session.Descendants;
import dev.runinprocess.internal.session.ProcessContext;
import java.util.List;

/**
 * A child whose parent is dead: it leaves nothing behind and ends. Shutdown hooks do not run: they could hang, and the promise is that the
 * tree goes within a second.
 */
final class Orphan {
    private static final int EXIT_CODE = 1;
    private static final long LIMIT_MILLIS = 900;

    private Orphan() {}

    /**
     * Kills the processes below this one, removes its files and those of a dead tree, and halts. A task that has used up the heap leaves no memory for
     * all but the last; the processes that this library started see the end of their links themselves.
     */
    static void leave(String session) {
        try {
            limitTime();
            endAllBelow();
            ProcessContext.current().abandonSessions();
            DeadSession.remove(session);
            // The task ran on meanwhile and may have started another one.
            endAllBelow();
        } finally {
            halt();
        }
    }

    private static void endAllBelow() {
        if (!Children.areNone()) {
            Descendants below = new Descendants();
            below.note(List.of(ProcessHandle.current()));
            below.kill();
        }
    }

    /** A file system that hangs, or a process that cannot be looked at, must not keep this one. */
    private static void limitTime() {
        Thread fuse = new Thread("runinprocess-fuse") {
            @Override
            public void run() {
                try {
                    Thread.sleep(LIMIT_MILLIS);
                } catch (InterruptedException e) {
                    // Somebody wants the end sooner.
                }
                halt();
            }
        };
        fuse.setDaemon(true);
        fuse.start();
    }

    private static void halt() {
        Runtime.getRuntime().halt(EXIT_CODE);
    }
}
