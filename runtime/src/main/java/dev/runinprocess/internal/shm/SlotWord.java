package dev.runinprocess.internal.shm;

/** Who has a slot, in one word: see {@link ControlLayout}. */
final class SlotWord {
    private static final int GENERATION_SHIFT = 44;
    private static final int START_SHIFT = 22;
    private static final long FIELD_MASK = (1L << 22) - 1;

    /** The start of a process of which the system does not tell it. */
    static final long UNKNOWN_START = FIELD_MASK;

    private SlotWord() {}

    static long of(long generation, long start, long pid) {
        if (pid < 1 || pid > FIELD_MASK) {
            throw new IllegalStateException("a process id that no known system gives: pid=" + pid);
        }
        return (generation << GENERATION_SHIFT) | ((start & FIELD_MASK) << START_SHIFT) | pid;
    }

    static long free(long generation) {
        return (generation & (OwnerWord.GENERATIONS - 1)) << GENERATION_SHIFT;
    }

    static long generation(long word) {
        return word >>> GENERATION_SHIFT;
    }

    static long pid(long word) {
        return word & FIELD_MASK;
    }

    static boolean isFree(long word) {
        return pid(word) == 0;
    }

    /** Whether the process that began then could be the one in the word: of a start, the lowest 22 bits are kept; {@link #UNKNOWN_START} fits all. */
    static boolean isStart(long word, long start) {
        long kept = (word >>> START_SHIFT) & FIELD_MASK;
        return kept == UNKNOWN_START || kept == (start & FIELD_MASK);
    }

    static long departed(long word) {
        return word & ~(FIELD_MASK << START_SHIFT);
    }
}
