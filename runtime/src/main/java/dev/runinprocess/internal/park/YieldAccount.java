package dev.runinprocess.internal.park;

/** What giving way has saved and what it has cost, and so whether to do it now. Times are in nanoseconds. Safe for use by many threads. */
final class YieldAccount {
    /*
     * To give way helps where the other process waits for this processor: it saves two wake-ups. Where some third thread has work without end it gets the
     * processor for its whole share, milliseconds; a thread that parks instead is preferred to it when it is woken. Either may change
     * at any time, so what was saved pays for what is lost; when it is used up nobody gives way for many times as long as was lost beyond it, and a fifth
     * of all time is lost at most. A compiler thread that shares the processor for a while takes it now and then, and that pays.
     *
     * The fields are guesses: threads may overwrite each other's.
     */
    private static final long LONG_NANOS = 500_000;
    private static final long SAVED_NANOS = 100_000;
    private static final long MOST_NANOS = 10_000_000;
    private static final int TIMES_AS_LONG = 4;

    private long balance;
    private long pause;
    private long pauseStart;

    /** Whether to give way. */
    boolean isOpen(long now) {
        return pause == 0 || now - pauseStart > pause;
    }

    /** Notes that what was waited for came while others had the processor. */
    void saved() {
        balance = Math.min(balance + SAVED_NANOS, MOST_NANOS);
    }

    /**
     * Notes for how long others had the processor.
     *
     * @return whether that was too long
     */
    boolean isTooLong(long taken, long now) {
        if (taken <= LONG_NANOS) {
            return false;
        }
        long left = balance - taken;
        balance = Math.max(left, 0);
        pauseStart = now;
        pause = left < 0 ? TIMES_AS_LONG * -left : 0;
        return true;
    }
}
