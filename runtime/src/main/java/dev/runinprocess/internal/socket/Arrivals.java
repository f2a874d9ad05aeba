package dev.runinprocess.internal.socket;

import dev.runinprocess.internal.park.Deadline;
import java.nio.channels.ClosedChannelException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Those who have proven to know the key, until somebody takes them. Safe for use by many threads. */
final class Arrivals {
    private final int enough;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final ArrayDeque<Wire> waiting = new ArrayDeque<>();
    private boolean closed;

    Arrivals(int enough) {
        this.enough = enough;
    }

    /** Whether as many wait as should; a few more may come. */
    boolean areEnough() {
        lock.lock();
        try {
            return waiting.size() >= enough;
        } finally {
            lock.unlock();
        }
    }

    /** Whether it was added; not if this is closed. */
    boolean add(Wire wire) {
        lock.lock();
        try {
            if (!closed) {
                waiting.add(wire);
                changed.signal();
            }
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    /**
     * The one who has waited longest; null if the deadline is over.
     *
     * @throws ClosedChannelException if this is closed, now or meanwhile
     */
    @Nullable
    Wire take(Deadline deadline) throws ClosedChannelException, InterruptedException {
        lock.lockInterruptibly();
        try {
            while (waiting.isEmpty()) {
                if (closed) {
                    throw new ClosedChannelException();
                }
                long left = deadline.left();
                if (left <= 0) {
                    return null;
                }
                boolean unused = changed.await(left, TimeUnit.NANOSECONDS);
            }
            return waiting.poll();
        } finally {
            lock.unlock();
        }
    }

    /** Wakes those who wait, and gives back whom nobody took. */
    List<Wire> close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
            List<Wire> left = new ArrayList<>(waiting);
            waiting.clear();
            return left;
        } finally {
            lock.unlock();
        }
    }
}
