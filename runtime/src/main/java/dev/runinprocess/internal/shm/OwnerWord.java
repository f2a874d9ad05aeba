package dev.runinprocess.internal.shm;

/**
 * A thread of a process of the session in one word, so that taking and naming the owner is one store.
 *
 * <pre>
 *  63        52 51            32 31                    0
 * +------------+----------------+-----------------------+
 * |    slot    |   generation   |        thread         |
 * +------------+----------------+-----------------------+
 * </pre>
 *
 * A slot's generation counts the processes that had it, so the word outlives its process without meaning another: for a mistake somebody would have to leave
 * a word untouched while a million processes use the same slot. Threads are numbered from 1; a number of 2<sup>32</sup> and above loses its upper bits.
 * No word is 0.
 */
public final class OwnerWord {
    /** How many slots a session can have at most. */
    public static final int MAX_SLOTS = 1 << 12;

    static final int GENERATION_BITS = 20;
    static final long GENERATIONS = 1L << GENERATION_BITS;

    private static final int SLOT_SHIFT = 52;
    private static final int GENERATION_SHIFT = 32;
    private static final long THREAD_MASK = 0xffff_ffffL;

    private OwnerWord() {}

    /** The upper half: the process. */
    static long ofProcess(int slot, long generation) {
        return ((long) slot << SLOT_SHIFT) | (generation << GENERATION_SHIFT);
    }

    /** The process's word, for one of its threads. */
    @SuppressWarnings("deprecation") // Its successor, threadId, came with JDK 19.
    static long ofThread(long process, Thread thread) {
        return process | (thread.getId() & THREAD_MASK);
    }

    /** The slot. */
    public static int slot(long owner) {
        return (int) (owner >>> SLOT_SHIFT);
    }

    /** The generation. */
    static long generation(long owner) {
        return (owner >>> GENERATION_SHIFT) & (GENERATIONS - 1);
    }

    /** The thread, as {@link Thread#getId} numbers them. */
    public static long thread(long owner) {
        return owner & THREAD_MASK;
    }

    /** Whether two words name the same process. */
    public static boolean sameProcess(long owner, long other) {
        return (owner ^ other) >>> GENERATION_SHIFT == 0;
    }

    /** The word without its thread. */
    public static long process(long owner) {
        return owner & ~THREAD_MASK;
    }
}
