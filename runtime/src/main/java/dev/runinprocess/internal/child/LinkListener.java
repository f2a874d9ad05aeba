package dev.runinprocess.internal.child;

import dev.runinprocess.internal.protocol.FarewellFrame;
import dev.runinprocess.internal.protocol.Identity;
import dev.runinprocess.internal.protocol.InterruptFrame;
import dev.runinprocess.internal.protocol.RawFrame;
import dev.runinprocess.internal.session.ParentState;
import dev.runinprocess.internal.transport.FrameInput;
import java.io.IOException;

/** The thread that hears the parent: its wishes, and its end. */
final class LinkListener extends Thread {
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final long WATCH_MILLIS = 200;

    private final FrameInput input;
    private final Identity identity;
    private final ParentState parent;
    private final Thread taskThread;
    private final Object taskLock = new Object();
    private boolean taskRuns;
    private boolean interruptCame;
    private volatile boolean farewell;

    private LinkListener(FrameInput input, Identity identity, ParentState parent, Thread taskThread) {
        super("runinprocess-link");
        this.input = input;
        this.identity = identity;
        this.parent = parent;
        this.taskThread = taskThread;
    }

    static LinkListener start(FrameInput input, Identity identity, ParentState parent, Thread taskThread) {
        LinkListener listener = new LinkListener(input, identity, parent, taskThread);
        listener.setDaemon(true);
        listener.start();
        return listener;
    }

    /** From here on an interrupt is for the task. */
    void taskBegins() {
        synchronized (taskLock) {
            taskRuns = true;
            if (interruptCame) {
                taskThread.interrupt();
            }
        }
    }

    /** From here on an interrupt comes too late, and one that was not noticed is dropped. */
    void taskEnds() {
        synchronized (taskLock) {
            taskRuns = false;
            Thread.interrupted();
        }
    }

    /** Waits until the parent has said its last word, or the time is over. */
    synchronized void awaitFarewell(long limitMillis) throws InterruptedException {
        long deadline = System.nanoTime() + limitMillis * NANOS_PER_MILLI;
        for (long left = limitMillis; !farewell && left > 0; left = (deadline - System.nanoTime()) / NANOS_PER_MILLI) {
            wait(left);
        }
    }

    @Override
    public void run() {
        try {
            while (!farewell) {
                RawFrame frame = input.read();
                if (frame == null) {
                    break;
                }
                handle(frame);
            }
        } catch (IOException e) {
            // A link that broke has ended.
        }
        if (farewell) {
            watchParent();
        }
        parent.markGone();
        if (!identity.outlivesParent()) {
            Orphan.leave(identity);
        }
    }

    private void handle(RawFrame frame) throws IOException {
        if (frame.type() == FarewellFrame.TYPE) {
            synchronized (this) {
                farewell = true;
                notifyAll();
            }
        } else if (frame.type() == InterruptFrame.TYPE) {
            synchronized (taskLock) {
                interruptCame = true;
                if (taskRuns) {
                    taskThread.interrupt();
                }
            }
        } else {
            throw new IOException("unknown frame from the parent");
        }
    }

    /**
     * Shutdown hooks may run on for long after the farewell; the parent's death must end them, too. Sleeping is not native code to
     * the JVM, and the first look comes after all but the slowest ends.
     */
    private void watchParent() {
        try {
            do {
                Thread.sleep(WATCH_MILLIS);
            } while (ProcessHandle.of(parent.pid()).isPresent());
        } catch (InterruptedException e) {
            // Nobody knows this thread; if somebody wants it gone, the process is better gone, too.
        }
    }
}
