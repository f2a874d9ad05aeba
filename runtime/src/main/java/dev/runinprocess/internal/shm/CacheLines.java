package dev.runinprocess.internal.shm;

/** The lines in which processors fetch memory: what two of them write at the same time had better not share one. */
public final class CacheLines {
    /** Two lines, since processors fetch them by two. */
    public static final int APART_BYTES = 128;

    private CacheLines() {}

    /** What so many bytes take that share no lines with what follows. */
    public static int apart(int bytes) {
        return (bytes + APART_BYTES - 1) / APART_BYTES * APART_BYTES;
    }
}
