package dev.runinprocess.internal.pool;

import dev.runinprocess.sync.ProcessSemaphore;
import org.jspecify.annotations.Nullable;

/**
 * How many workers there may be in all, of a pool and of the pools in its workers, and so on down. The first pool of a tree gets what it asks for; one in a worker gets one worker, and more as long as the
 * budget lasts. What a process had taken comes back if it dies.
 */
final class Budget {
    /** The system property that sets it. */
    static final String PROPERTY = "runinprocess.poolBudget";

    private static final int LEAST = 8;
    private static final int FOR_EACH_PROCESSOR = 4;

    private static @Nullable Budget current;

    private final ProcessSemaphore permits;
    private final boolean nested;

    private Budget(ProcessSemaphore permits, boolean nested) {
        this.permits = permits;
        this.nested = nested;
    }

    /** This process's, which is its pool's if it is a worker. */
    static synchronized Budget current() {
        if (current == null) {
            int size = Math.max(LEAST, FOR_EACH_PROCESSOR * Runtime.getRuntime().availableProcessors());
            current = new Budget(ProcessSemaphore.create(Integer.getInteger(PROPERTY, size)), false);
        }
        return current;
    }

    /** What a worker is told. */
    static synchronized void inherit(ProcessSemaphore permits) {
        current = new Budget(permits, true);
    }

    ProcessSemaphore permits() {
        return permits;
    }

    /** Whether a pool that has so many workers may have another. */
    Grant grant(int workers) {
        boolean counted = permits.tryAcquire();
        return new Grant(counted || !nested || workers == 0, counted ? permits : null);
    }

    /**
     * An answer of the budget.
     *
     * @param given whether the worker may be started
     * @param counted where it is counted, if it is
     */
    record Grant(boolean given, @Nullable ProcessSemaphore counted) {
        /** Its worker has ended. */
        void giveBack() {
            if (counted != null) {
                counted.release();
            }
        }
    }
}
