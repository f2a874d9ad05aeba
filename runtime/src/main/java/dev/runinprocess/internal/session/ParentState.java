package dev.runinprocess.internal.session;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** What a child knows of its parent: the control link ends when the parent does. Safe for use by many threads. */
public final class ParentState {
    private final long pid;
    private final String name;
    private boolean gone;

    /** A parent that is alive. */
    public ParentState(long pid, String name) {
        this.pid = pid;
        this.name = name;
    }

    /** The parent's process id. */
    public long pid() {
        return pid;
    }

    /** The parent's name. */
    public String name() {
        return name;
    }

    /** Whether the link still stands. */
    public synchronized boolean isAlive() {
        return !gone;
    }

    /** Notes that the link has ended. */
    public synchronized void markGone() {
        gone = true;
        notifyAll();
    }

    /**
     * Waits for the parent's end.
     *
     * @return whether it has ended
     */
    public synchronized boolean awaitEnd(Duration limit) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!gone) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return true;
    }
}
