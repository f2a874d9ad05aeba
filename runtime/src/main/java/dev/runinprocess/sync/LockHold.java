package dev.runinprocess.sync;

/**
 * A lock that was taken for a {@code try} block: closing gives it back. Not safe for use by many threads, since only the thread that took the lock may
 * give it back.
 */
public final class LockHold implements AutoCloseable {
    private final RobustLock lock;
    private boolean closed;

    LockHold(RobustLock lock) {
        this.lock = lock;
    }

    /** Whether the lock came from a process that died with it: see {@link RobustLock#wasAbandoned}. */
    public boolean wasAbandoned() {
        return lock.wasAbandoned();
    }

    /**
     * Gives the lock back; a second call does nothing.
     *
     * @throws IllegalMonitorStateException if the calling thread does not have it
     */
    @Override
    public void close() {
        if (!closed) {
            lock.unlock();
            closed = true;
        }
    }
}
