package dev.runinprocess.internal.child;

import dev.runinprocess.internal.protocol.ExitingFrame;
import dev.runinprocess.internal.protocol.FarewellFrame;
import dev.runinprocess.internal.protocol.Identity;
import dev.runinprocess.internal.protocol.InterruptFrame;
import dev.runinprocess.internal.protocol.RawFrame;
import dev.runinprocess.internal.session.DeadSession;
import dev.runinprocess.internal.session.ParentState;
import dev.runinprocess.internal.transport.ChildLink;
import java.io.IOException;

/** The thread that hears the parent: its wishes, and its end. */
final class LinkListener extends Thread {
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final long TOUCH_MILLIS = 200;

    private final ChildLink link;
    private final Identity identity;
    private final ParentState parent;
    private final TaskInterrupts interrupts;
    private boolean farewell;
    private boolean parentGone;

    private LinkListener(ChildLink link, Identity identity, ParentState parent, Thread taskThread) {
        super("runinprocess-link");
        this.link = link;
        this.identity = identity;
        this.parent = parent;
        this.interrupts = new TaskInterrupts(taskThread);
    }

    /** One that hears nobody, for a rehearsal. */
    static LinkListener silent(ChildLink link, Identity identity) {
        return new LinkListener(link, identity, new ParentState(0, ""), Thread.currentThread());
    }

    static LinkListener start(ChildLink link, Identity identity, ParentState parent, Thread taskThread) {
        LinkListener listener = new LinkListener(link, identity, parent, taskThread);
        listener.setDaemon(true);
        listener.start();
        return listener;
    }

    /** Who interrupts the task when the parent wishes so. */
    TaskInterrupts interrupts() {
        return interrupts;
    }

    /** Waits until the parent has said its last word, is gone, or the time is over. */
    synchronized void awaitFarewell(long limitMillis) throws InterruptedException {
        long deadline = System.nanoTime() + limitMillis * NANOS_PER_MILLI;
        for (long left = limitMillis;
                !farewell && !parentGone && left > 0;
                left = (deadline - System.nanoTime()) / NANOS_PER_MILLI) {
            wait(left);
        }
    }

    /** Whether the link has ended. */
    synchronized boolean knowsParentGone() {
        return parentGone;
    }

    /** Whether the parent has said its last word, to which it had read everything. */
    synchronized boolean hasFarewell() {
        return farewell;
    }

    /** Whatever stops the listening, a child that hears nothing must not live on. */
    @Override
    public void run() {
        try {
            listen();
        } finally {
            synchronized (this) {
                parentGone = true;
                notifyAll();
            }
            parent.markGone();
            outliveOrLeave();
        }
    }

    private void listen() {
        try {
            while (!hasFarewell()) {
                RawFrame frame = link.input().read();
                if (frame == null) {
                    return;
                }
                handle(frame);
            }
            touchParent();
        } catch (IOException e) {
            // A link that broke has ended.
        }
    }

    private void handle(RawFrame frame) throws IOException {
        if (frame.type() == FarewellFrame.TYPE) {
            synchronized (this) {
                farewell = true;
                notifyAll();
            }
        } else if (frame.type() == InterruptFrame.TYPE) {
            interrupts.interrupt(InterruptFrame.from(frame).task());
        } else {
            throw new IOException("unknown frame from the parent");
        }
    }

    /**
     * Shutdown hooks may run on for long after the farewell, and the parent's death must end them, too. Writing to the link shows it. The
     * first look comes after all but the slowest ends; and sleeping, unlike reading, is not native code to the JVM.
     *
     * @throws IOException if the parent is gone
     */
    private void touchParent() throws IOException {
        while (true) {
            try {
                Thread.sleep(TOUCH_MILLIS);
            } catch (InterruptedException e) {
                // Whoever interrupts all threads there are learns nothing new here.
            }
            link.output().write(ExitingFrame.toRaw());
        }
    }

    private void outliveOrLeave() {
        if (identity.outlivesParent()) {
            DeadSession.remove(identity.sessionDirectory());
            return;
        }
        try {
            Orphan.leave(identity.sessionDirectory());
        } finally {
            // There may not even be memory to load that class.
            Runtime.getRuntime().halt(1);
        }
    }
}
