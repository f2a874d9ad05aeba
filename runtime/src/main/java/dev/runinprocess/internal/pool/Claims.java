package dev.runinprocess.internal.pool;

import dev.runinprocess.internal.shm.Place;
import dev.runinprocess.internal.shm.Words;

/**
 * The word in shared memory by which a worker says which call it begins, and its pool takes back those that it has not begun. So each call that was sent belongs to exactly one of
 * the two, whenever either of them dies.
 *
 * <pre>
 *  63            32 31             0
 * +----------------+----------------+
 * | begun          | void           |
 * +----------------+----------------+
 * </pre>
 *
 * The worker begins calls by number, in their order. Numbers up to the one in the lower half are not the worker's to begin any more. Both halves go round; what is on its way at a time is
 * never as much as half of all numbers.
 */
final class Claims {
    private static final long LOW = 0xffff_ffffL;

    private final Words words;
    private final int at;

    /** At the first word of a place; it is 0 for a worker that has begun nothing. */
    Claims(Place place) {
        this.words = place.words();
        this.at = place.at();
    }

    /** The call that the worker has begun last; 0 before the first. */
    int begun() {
        return (int) (words.ordered(at) >>> Integer.SIZE);
    }

    /** Begins a call, unless it was taken back. For the worker. */
    boolean begin(int number) {
        while (true) {
            long word = words.ordered(at);
            if ((int) word - number >= 0 && word != 0) {
                return false;
            }
            if (words.compareAndSet(at, word, of(number, number))) {
                return true;
            }
        }
    }

    /**
     * Takes back all calls up to a number that the worker has not begun. For the pool.
     *
     * @return the call that it has begun last
     */
    int takeBack(int last) {
        while (true) {
            long word = words.ordered(at);
            int begun = (int) (word >>> Integer.SIZE);
            if (words.compareAndSet(at, word, of(begun, last))) {
                return begun;
            }
        }
    }

    private static long of(int begun, int taken) {
        return ((long) begun << Integer.SIZE) | (taken & LOW);
    }
}
