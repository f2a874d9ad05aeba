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
            output.write(ExitingFrame.toRaw());
            listener.awaitFarewell(FAREWELL_MILLIS);
        } catch (IOException e) {
            // The parent is gone, and with it the one who wanted to know.
        } catch (InterruptedException e) {
            // Nobody may wait longer; the JVM does, by itself.
            Thread.currentThread().interrupt();
        }
    }
}
