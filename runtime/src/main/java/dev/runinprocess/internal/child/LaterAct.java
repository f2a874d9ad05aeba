package dev.runinprocess.internal.child;

import org.jspecify.annotations.Nullable;

/** The place of a {@link LastAct} that is not known yet: to take one costs milliseconds, which a JVM that waits for its task has. */
final class LaterAct implements Runnable {
    private volatile @Nullable LastAct act;

    private LaterAct() {}

    /** Takes the JVM's last place. */
    static LaterAct register() {
        LaterAct later = new LaterAct();
        LastSlot.register(later);
        return later;
    }

    void become(LastAct known) {
        act = known;
    }

    @Override
    public void run() {
        LastAct known = act;
        if (known != null) {
            known.run();
        }
    }
}
