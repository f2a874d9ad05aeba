package dev.runinprocess.memory;

import dev.runinprocess.internal.shm.Place;
import dev.runinprocess.internal.shm.Words;
import dev.runinprocess.sync.RobustLock;
import java.util.Objects;

/**
 * A single value that the processes of one session share, and the lock that goes with it. Each method of a value is one step by itself, so a counter needs no lock;
 * whoever reads, thinks and writes takes it:
 *
 * <pre>{@code
 * value.lock().lock();
 * try {
 *     value.setPlain(value.getPlain() / 2 + 1);
 * } finally {
 *     value.lock().unlock();
 * }
 * }</pre>
 *
 * <p>The lock keeps out others who take it, and no one else. If its holder dies the next one gets it and can tell, see {@link RobustLock#wasAbandoned}; the value
 * is then the last that was written.
 *
 * <p>Safe for use by many threads and processes. Values live as long as their session and need no close; handles go to children and come back from them,
 * and mean nothing in a process of another session.
 */
public abstract sealed class SharedValue permits SharedBoolean, SharedDouble, SharedInt, SharedLong {
    private final Place place;
    private final Words words;
    private final int at;
    private final RobustLock lock;

    SharedValue(Place place, RobustLock lock) {
        this.place = place;
        this.words = place.words();
        this.at = place.at();
        this.lock = Objects.requireNonNull(lock, "lock");
    }

    /** The lock that it was created with, or got of its own. */
    public final RobustLock lock() {
        return lock;
    }

    final Place place() {
        return place;
    }

    final Words words() {
        return words;
    }

    final int at() {
        return at;
    }
}
