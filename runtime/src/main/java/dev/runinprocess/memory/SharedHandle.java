package dev.runinprocess.memory;

/**
 * What has memory of its own that must be closed: what it is called, and whether it was closed. Safe for use by many threads.
 */
public sealed interface SharedHandle extends AutoCloseable permits SharedArray, SharedList, SharedMemory {
    /** What an unrelated program attaches to its memory by, see {@link SharedMemory#name}. */
    String name();

    /** Whether {@link #close} was called. */
    boolean isClosed();

    /** Lets go of it, see {@link SharedMemory#close}. Further calls do nothing. */
    @Override
    void close();
}
