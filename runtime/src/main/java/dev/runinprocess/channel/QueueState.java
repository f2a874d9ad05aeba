package dev.runinprocess.channel;

import dev.runinprocess.internal.shm.Words;

/** What both ends of a queue go by: how many records there are, how many there may be, and whether more are taken. Safe for use by many threads and processes. */
final class QueueState {
    private static final int UNBOUNDED = Integer.MAX_VALUE;

    private static final long OPEN = 0;
    private static final long SHUT = 1;
    private static final long DISCARDED = 2;

    private final Words words;
    private final int at;
    private final int headAt;
    private final int tailAt;

    QueueState(QueueLayout layout) {
        this.words = layout.place().words();
        this.at = layout.sharedAt();
        this.headAt = layout.headAt();
        this.tailAt = layout.tailAt();
    }

    /** Makes a new queue's. */
    static void begin(QueueLayout layout) {
        layout.place().words().release(layout.sharedAt() + QueueLayout.CAPACITY, UNBOUNDED);
    }

    /** How many records there are; exact if nobody writes or reads meanwhile. */
    int size() {
        // In this order, since otherwise there may be fewer than none.
        int read = (int) words.ordered(headAt + QueueLayout.RECORDS);
        int written = (int) words.ordered(tailAt + QueueLayout.RECORDS);
        return isDiscarded() ? 0 : Math.max(0, written - read);
    }

    int capacity() {
        return (int) words.acquire(at + QueueLayout.CAPACITY);
    }

    boolean isBounded() {
        return capacity() != UNBOUNDED;
    }

    boolean hasRoom() {
        return size() < capacity();
    }

    void bound(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("a queue has room for one element at least: capacity=" + capacity);
        }
        requireUnused();
        words.ordered(at + QueueLayout.CAPACITY, capacity);
    }

    /** Whether what the dead had is delivered again. */
    boolean isRedelivering() {
        return words.acquire(at + QueueLayout.REDELIVERING) != 0;
    }

    void redeliver() {
        requireUnused();
        words.ordered(at + QueueLayout.REDELIVERING, 1);
    }

    private void requireUnused() {
        if (words.ordered(tailAt + QueueLayout.RECORDS) != 0) {
            throw new IllegalStateException("The queue is in use. Say what kind it is before anything is put.");
        }
    }

    /** Whether nothing more can be written. */
    boolean isShut() {
        return state() != OPEN;
    }

    /** Whether what is there does not count any more. */
    boolean isDiscarded() {
        return state() == DISCARDED;
    }

    private long state() {
        return words.ordered(at + QueueLayout.STATE);
    }

    /** Takes no more records from now on, and forgets those that there are if told so. */
    void shut(boolean discard) {
        long wanted = discard ? DISCARDED : SHUT;
        long state = state();
        while (state < wanted && !words.compareAndSet(at + QueueLayout.STATE, state, wanted)) {
            state = state();
        }
    }
}
