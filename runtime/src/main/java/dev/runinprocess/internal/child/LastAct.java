package dev.runinprocess.internal.child;

import dev.runinprocess.internal.protocol.ExitFrame;
import dev.runinprocess.internal.shm.Commons;
import dev.runinprocess.internal.transport.FrameOutput;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;

/**
 * What a child does last, when its hooks have run: it ends its standard error and sends its exit code, so that who joins it need not wait for the operating
 * system to free a JVM.
 */
final class LastAct implements Runnable {
    private static final int UNKNOWN = -1;

    private final FrameOutput output;
    private final LinkListener listener;
    private volatile int exitCode = UNKNOWN;

    LastAct(FrameOutput output, LinkListener listener) {
        this.output = output;
        this.listener = listener;
    }

    /** The task has ended, and was reported. */
    void taskEnded(int code) {
        exitCode = code;
    }

    /*
     * Silent, so that the parent waits for the process:
     *
     *   - without the parent's farewell: a parent that is stopped, or a link that is full, would keep this process;
     *   - when somebody called System.exit: only who called knows the code;
     *   - when locks, queues or the like were used: daemon threads may still be at them, so that they pass on with the process only.
     */
    @Override
    public void run() {
        int code = exitCode;
        if (code == UNKNOWN || !listener.hasFarewell() || !isOrdinaryEnd() || Commons.isInUse()) {
            return;
        }
        try {
            // The JDK puts /dev/null in the place of a standard stream that is closed, so the descriptor is nobody
            // else's.
            new FileOutputStream(FileDescriptor.err).close();
            output.write(new ExitFrame(code).toRaw());
        } catch (IOException e) {
            // The parent is gone.
        }
    }

    /** Whether the last thread has ended: the JVM begins with that method then, and whoever exits begins with one of their own. */
    private static boolean isOrdinaryEnd() {
        StackTraceElement[] trace = new Throwable().getStackTrace();
        StackTraceElement first = trace[trace.length - 1];
        return first.getClassName().equals("java.lang.Shutdown")
                && first.getMethodName().equals("shutdown");
    }
}
