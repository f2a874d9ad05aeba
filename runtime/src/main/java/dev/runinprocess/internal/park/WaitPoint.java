package dev.runinprocess.internal.park;

import dev.runinprocess.internal.shm.Commons;
import dev.runinprocess.internal.shm.Place;
import dev.runinprocess.internal.shm.Words;

/**
 * Something to wait for in shared memory: a flag for each slot, which says that threads of the process in it want to hear of the next change. Safe
 * for use by many threads and processes.
 */
public final class WaitPoint {
    /*
     * A waiter raises its process's flag and then looks again; who changes something stores the change and then looks for flags. Both with full
     * fences between, so at least one sees the other. Who takes a flag down rings that process's bell; a flag is one ring, so
     * releases in a row ring no sleeper twice before it has answered. Nothing here names a thread or links to another waiter, so a dead waiter
     * leaves nothing but a flag that rings nobody's bell; and a ringer that dies with a flag in its hand is found dead, at which all bells ring.
     */
    private static final int FLAGS_PER_WORD = Long.SIZE;

    private final Commons commons;
    private final long address;
    private final Words words;
    private final int at;
    private final int count;

    /**
     * Of an object.
     *
     * @param object the object
     * @param offset where in it the flags are
     */
    public WaitPoint(Place object, int offset) {
        this.commons = object.commons();
        this.address = object.address() + offset;
        this.words = object.words();
        this.at = object.at() + offset;
        this.count = bytes(commons) / Words.BYTES;
    }

    /** How many bytes it takes in an object. */
    public static int bytes(Commons commons) {
        return (commons.slots().size() + FLAGS_PER_WORD - 1) / FLAGS_PER_WORD * Words.BYTES;
    }

    /** The memory it lies in. */
    Commons commons() {
        return commons;
    }

    /** What tells it from others of the session. */
    long address() {
        return address;
    }

    /** Asks for this process's bell at the next change. Later reads are after it, for every process. */
    void raise() {
        int slot = commons.slot();
        words.getAndSetBits(word(slot / FLAGS_PER_WORD), bit(slot));
    }

    /** Asks no more. */
    void lower() {
        int slot = commons.slot();
        words.getAndClearBits(word(slot / FLAGS_PER_WORD), bit(slot));
    }

    /** Whether this process asks. */
    boolean isRaised() {
        int slot = commons.slot();
        return (words.ordered(word(slot / FLAGS_PER_WORD)) & bit(slot)) != 0;
    }

    /** Whether some process asks. The change must be stored before, with {@link Words#ordered(int, long)} or a compare-and-set. */
    public boolean isWatched() {
        for (int i = 0; i < count; i++) {
            if (words.ordered(word(i)) != 0) {
                return true;
            }
        }
        return false;
    }

    /** Takes down the flag of one slot; whether it was up. */
    boolean take(int slot) {
        long bit = bit(slot);
        return (words.getAndClearBits(word(slot / FLAGS_PER_WORD), bit) & bit) != 0;
    }

    /** The first slot from a given one on whose flag is up; -1 if there is none. */
    int next(int slot) {
        int index = slot / FLAGS_PER_WORD;
        long mask = -1L << slot;
        while (index < count) {
            long flags = words.ordered(word(index)) & mask;
            if (flags != 0) {
                return index * FLAGS_PER_WORD + Long.numberOfTrailingZeros(flags);
            }
            index++;
            mask = -1L;
        }
        return -1;
    }

    private int word(int index) {
        return at + index * Words.BYTES;
    }

    private static long bit(int slot) {
        return 1L << slot;
    }
}
