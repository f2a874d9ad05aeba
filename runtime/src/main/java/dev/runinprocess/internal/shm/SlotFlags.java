package dev.runinprocess.internal.shm;

/** A flag for each slot, in shared memory. Safe for use by many threads and processes. */
public final class SlotFlags {
    private static final int FLAGS_PER_WORD = Long.SIZE;

    private final Words words;
    private final int at;
    private final int count;

    /**
     * Those at an address.
     *
     * @param first where the first of them is
     */
    public SlotFlags(Place first) {
        this.words = first.words();
        this.at = first.at();
        this.count = bytes(first.commons()) / Words.BYTES;
    }

    /** How many bytes they take. */
    public static int bytes(Commons commons) {
        return (commons.slots().size() + FLAGS_PER_WORD - 1) / FLAGS_PER_WORD * Words.BYTES;
    }

    /** Raises one. Later reads are after it, for every process. */
    public void raise(int slot) {
        words.getAndSetBits(word(slot / FLAGS_PER_WORD), bit(slot));
    }

    /** Takes one down; whether it was up. */
    public boolean take(int slot) {
        long bit = bit(slot);
        return (words.getAndClearBits(word(slot / FLAGS_PER_WORD), bit) & bit) != 0;
    }

    /** Whether one is up. */
    public boolean isUp(int slot) {
        return (words.ordered(word(slot / FLAGS_PER_WORD)) & bit(slot)) != 0;
    }

    /** Whether any is up. */
    public boolean isAnyUp() {
        for (int i = 0; i < count; i++) {
            if (words.ordered(word(i)) != 0) {
                return true;
            }
        }
        return false;
    }

    /** The first slot from a given one on whose flag is up; -1 if there is none. */
    public int next(int slot) {
        long mask = -1L << slot;
        for (int i = slot / FLAGS_PER_WORD; i < count; i++) {
            long flags = words.ordered(word(i)) & mask;
            if (flags != 0) {
                return i * FLAGS_PER_WORD + Long.numberOfTrailingZeros(flags);
            }
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
