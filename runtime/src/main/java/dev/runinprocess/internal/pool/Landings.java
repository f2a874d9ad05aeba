package dev.runinprocess.internal.pool;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tasks whose outcome has come, and whose futures some thread is about to complete: a pool has not ended before. What hangs on those futures may take as long as it likes after that. Safe for use by many
 * threads.
 */
final class Landings {
    private final Set<Arrival<?>> arrivals = ConcurrentHashMap.newKeySet();

    void add(Arrival<?> arrival) {
        arrivals.add(arrival);
    }

    void remove(Arrival<?> arrival) {
        arrivals.remove(arrival);
    }

    /** Whether all futures are completed. */
    boolean areDone() {
        return arrivals.stream().allMatch(Arrival::isDone);
    }
}
