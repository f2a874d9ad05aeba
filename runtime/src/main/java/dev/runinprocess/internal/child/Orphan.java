package dev.runinprocess.internal.child;

import dev.runinprocess.internal.protocol.Identity;
import dev.runinprocess.internal.session.DeadSession;
import dev.runinprocess.internal.session.Descendants;
import java.util.List;

/** A child whose parent is dead: it leaves nothing behind and ends. */
final class Orphan {
    private static final int EXIT_CODE = 1;

    private Orphan() {}

    /**
     * Kills the processes below this one, removes the files of a dead tree, and halts. Shutdown hooks do not run: they could hang, and the
     * promise is that the tree goes within a second.
     */
    static void leave(Identity identity) {
        try {
            Descendants below = new Descendants();
            below.note(List.of(ProcessHandle.current()));
            below.kill();
            DeadSession.remove(identity);
        } finally {
            Runtime.getRuntime().halt(EXIT_CODE);
        }
    }
}
