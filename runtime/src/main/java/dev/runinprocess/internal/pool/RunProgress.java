package dev.runinprocess.internal.pool;

import dev.runinprocess.internal.shm.Place;
import dev.runinprocess.internal.shm.Words;

/**
 * The word in shared memory by which a worker says how much of the run that it is at has returned, and is in its ring without being a message yet. If it dies, these results are taken from there.
 *
 * <pre>
 *  63            32 31             0
 * +----------------+----------------+
 * | last           | bytes          |
 * +----------------+----------------+
 * </pre>
 *
 * The number of the call that returned last, and how long the message is so far. A word of a run that was sent tells of calls that are answered, so nobody needs to clear it.
 */
final class RunProgress {
    private static final long LOW = 0xffff_ffffL;

    private final Words words;
    private final int at;

    RunProgress(Place place, int offset) {
        this.words = place.words();
        this.at = place.at() + offset;
    }

    /** The message has so many bytes with the result of this call, all of which are there. For the worker. */
    void returned(int number, int bytes) {
        words.release(at, ((long) number << Integer.SIZE) | (bytes & LOW));
    }

    /** What a dead worker has said last. */
    State state() {
        long word = words.ordered(at);
        return new State((int) (word >>> Integer.SIZE), (int) word);
    }

    /** As it is in the word. */
    record State(int last, int bytes) {}
}
