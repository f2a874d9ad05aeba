package dev.runinprocess.channel;

import org.jspecify.annotations.Nullable;

/** The elements that were taken from a queue and are not done with. Safe for use by many threads and processes. */
sealed interface Hands permits CountingHands, KeepingHands {
    /**
     * Notes that the calling thread is about to take a record; called with the lock of that end.
     *
     * @throws dev.runinprocess.failure.OutOfSharedMemoryException if there is no room for the note; nothing was taken
     */
    void add(long number, Incoming record);

    /** Notes that it did so. */
    void taken(Incoming record);

    /**
     * Notes that one record is done with.
     *
     * @param element which one; null for the one that the calling thread took first, or else any of this process's threads
     * @return false if this process has none, or not that
     */
    boolean remove(@Nullable Object element);

    /** Whether nobody has any that others must wait for. */
    boolean areEmpty();
}
