package dev.runinprocess.internal.child;

import dev.runinprocess.internal.protocol.OrderFrame;
import dev.runinprocess.internal.protocol.SpareFrame;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The thread that hears the parent of a JVM that is started ahead while that initialises classes of the user's, which may never come to an end, and may have started
 * programs. It accepts the order itself: to wake another thread first would take longer.
 */
final class SpareListener extends Thread {
    private final SpareRun spare;
    private final SpareFrame told;
    private @Nullable OrderFrame order;

    private SpareListener(SpareRun spare, SpareFrame told) {
        super("runinprocess-spare");
        this.spare = spare;
        this.told = told;
    }

    static SpareListener start(SpareRun spare, SpareFrame told) {
        SpareListener listener = new SpareListener(spare, told);
        listener.setDaemon(true);
        listener.start();
        return listener;
    }

    /** Whatever stops the listening, a spare that hears nothing must not live on. */
    @Override
    public void run() {
        OrderFrame accepted = null;
        try {
            accepted = spare.acceptOrder(told);
        } catch (IOException e) {
            // A link that broke has ended.
        } finally {
            if (accepted == null) {
                leave();
            }
        }
        synchronized (this) {
            order = accepted;
            notifyAll();
        }
    }

    private void leave() {
        try {
            Orphan.leave(told.identity().sessionDirectory());
        } finally {
            // There may not even be memory to load that class.
            Runtime.getRuntime().halt(1);
        }
    }

    /** Waits for the order; without one, this process ends. */
    synchronized OrderFrame awaitOrder() {
        while (true) {
            OrderFrame accepted = order;
            if (accepted != null) {
                return accepted;
            }
            try {
                wait();
            } catch (InterruptedException e) {
                // What was initialised ahead may interrupt all threads there are; the order is the task's, not its.
            }
        }
    }
}
