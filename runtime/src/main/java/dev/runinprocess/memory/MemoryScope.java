package dev.runinprocess.memory;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A stretch of a program that shared memory is made for: all that it keeps is closed when it is closed, the last first, and so taken away where it was made
 * here. Meant for a try statement. Safe for use by many threads; it does not travel to other processes, and if this one dies the session's end removes the
 * memory.
 *
 * <p>In Python: {@code multiprocessing.managers.SharedMemoryManager}, without a process of its own.
 */
public final class MemoryScope implements AutoCloseable {
    private final Deque<SharedHandle> kept = new ArrayDeque<>();
    private boolean closed;

    private MemoryScope() {}

    /** Opens one that keeps nothing yet. */
    public static MemoryScope open() {
        return new MemoryScope();
    }

    /**
     * Keeps memory, an array or a list until this is closed.
     *
     * @return what was given
     * @throws IllegalStateException if this is closed; the handle is then closed, too
     */
    public <H extends SharedHandle> H keep(H handle) {
        if (!keeps(handle)) {
            handle.close();
            throw new IllegalStateException("The scope is closed, so it keeps nothing: " + handle);
        }
        return handle;
    }

    private synchronized boolean keeps(SharedHandle handle) {
        if (!closed) {
            kept.push(handle);
        }
        return !closed;
    }

    /** Closes what it keeps. Further calls do nothing. */
    @Override
    public synchronized void close() {
        closed = true;
        while (!kept.isEmpty()) {
            kept.pop().close();
        }
    }
}
