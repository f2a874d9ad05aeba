package dev.runinprocess.internal.child;

import dev.runinprocess.internal.protocol.ExitingFrame;
import dev.runinprocess.internal.transport.FrameOutput;
import java.io.IOException;

/**
 * The shutdown hook that tells the parent of an orderly end, and brings the listener back from its read: a JVM that ends waits 300 ms for
 * threads in native code.
 */
final class ExitReport extends Thread {
    /** A parent that is stopped must not keep its children. */
    private static final long FAREWELL_MILLIS = 200;

    /** More than an {@link Orphan} takes. */
    private static final long LEAVE_MILLIS = 2000;

    private final FrameOutput output;
    private final LinkListener listener;

    ExitReport(FrameOutput output, LinkListener listener) {
        super("runinprocess-exit-report");
        this.output = output;
        this.listener = listener;
    }

    @Override
    public void run() {
        try {
            tell();
            listener.awaitFarewell(FAREWELL_MILLIS);
            if (listener.knowsParentGone()) {
                // The JVM's end would stop it while it clears up.
                listener.join(LEAVE_MILLIS);
            }
        } catch (InterruptedException e) {
            // Nobody may wait longer; the JVM does, by itself.
            Thread.currentThread().interrupt();
        }
    }

    /** On a thread of its own: the task may be writing its result to a parent that is stopped, and then there is no end of waiting. */
    private void tell() {
        Thread teller = new Thread(new Telling(output), "runinprocess-exit-teller");
        teller.setDaemon(true);
        teller.start();
    }

    private static final class Telling implements Runnable {
        private final FrameOutput output;

        Telling(FrameOutput output) {
            this.output = output;
        }

        @Override
        public void run() {
            try {
                output.write(ExitingFrame.toRaw());
            } catch (IOException e) {
                // The parent is gone, which the listener sees, too.
            }
        }
    }
}
