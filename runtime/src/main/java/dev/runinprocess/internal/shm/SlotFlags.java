package dev.runinprocess.internal.shm;

/**
 * A flag for each slot, in shared memory. Safe for use by many threads and processes.
 *
 * <pre>
 *   0  hint: 0 if certainly no flag is up that was not seen
 *   8  the flags, a bit each
 * </pre>
 */
public final class SlotFlags {
    /*
     * The hint saves those who look for flags, mostly in vain, from reading them all. It goes up after a flag, and goes down when somebody finds no flag up; that one
     * then reads the flags once more, and acts on what it finds. So when the hint is down although a flag is up, somebody is about to find the flag: later than
     * anything that was stored before another looked at the hint.
     */
    private static final int FLAGS_PER_WORD = Long.SIZE;
    private static final int HINT_BYTES = Words.BYTES;

    private final Words words;
    private final int hint;
    private final int at;
    private final int count;

    /**
     * Those at an address.
     *
     * @param first where the first of them is
     */
    public SlotFlags(Place first) {
        this.words = first.words();
        this.hint = first.at();
        this.at = first.at() + HINT_BYTES;
        this.count = words(first.commons());
    }

    /** How many bytes they take. */
    public static int bytes(Commons commons) {
        return HINT_BYTES + words(commons) * Words.BYTES;
    }

    private static int words(Commons commons) {
        return (commons.slots().size() + FLAGS_PER_WORD - 1) / FLAGS_PER_WORD;
    }

    /** Raises one. Later reads are after it, for every process. */
    public void raise(int slot) {
        words.getAndSetBits(word(slot / FLAGS_PER_WORD), bit(slot));
        words.ordered(hint, 1);
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

    /** Whether any is up that this caller has to see to. */
    public boolean isAnyUp() {
        if (words.ordered(hint) == 0) {
            return false;
        }
        if (readAll()) {
            return true;
        }
        words.ordered(hint, 0);
        Failpoints.pass(Failpoint.FLAG_HINT_DOWN);
        if (!readAll()) {
            return false;
        }
        words.ordered(hint, 1);
        return true;
    }

    private boolean readAll() {
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
