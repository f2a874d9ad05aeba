package dev.runinprocess.internal.park;

import dev.runinprocess.internal.os.Processor;

/**
 * How long the threads of this process look for what they wait for before they park: first in a loop, then giving way to others between looks. It
 * learns from how that went. Safe for use by many threads.
 */
final class Patience {
    /*
     * A loop helps only where the other process runs at the same time. How many processors there are does not tell: two processes may be bound to
     * one of many, or each to its own and count one. So looks that never succeed get fewer, down to none, and now and then all are tried.
     *
     * To give way helps where the other process waits for this processor. Where some third thread has work without end it gets the processor for its
     * whole share, milliseconds; a thread that parks instead is preferred to it when it is woken. So after one such time nobody gives way for a while, which
     * doubles each time, and shrinks slowly as giving way does well.
     *
     * The fields are guesses: threads may overwrite each other's.
     */
    private static final int LOOKS = 50;
    private static final int LOOKS_GIVING_WAY = 30;
    private static final int TRY_ALL_EVERY = 32;
    private static final long LONG_NANOS = 500_000;
    private static final long FIRST_PAUSE_NANOS = 500_000;
    private static final long LAST_PAUSE_NANOS = 32_000_000;
    private static final int SHRINKING = 16;

    private int looks = LOOKS;
    private int times;
    private long pauseNanos = FIRST_PAUSE_NANOS;
    private long pauseStart;
    private boolean pausing;

    /** Whether it succeeds before it is time to park. */
    boolean sees(Attempt attempt) {
        return seesLooping(attempt) || (mayGiveWay() && seesGivingWay(attempt)) || attempt.succeeds();
    }

    private boolean seesLooping(Attempt attempt) {
        int most = looks;
        times++;
        if (times % TRY_ALL_EVERY == 0) {
            most = LOOKS;
        }
        for (int i = 0; i < most; i++) {
            if (attempt.succeeds()) {
                looks = LOOKS;
                return true;
            }
            Thread.onSpinWait();
        }
        looks = most / 2;
        return false;
    }

    private boolean mayGiveWay() {
        return !pausing || System.nanoTime() - pauseStart > pauseNanos;
    }

    private boolean seesGivingWay(Attempt attempt) {
        long before = System.nanoTime();
        for (int i = 0; i < LOOKS_GIVING_WAY; i++) {
            if (attempt.succeeds()) {
                wentWell();
                return true;
            }
            Processor.giveWay();
            long now = System.nanoTime();
            if (now - before > LONG_NANOS) {
                pause(now);
                return false;
            }
            before = now;
        }
        wentWell();
        return false;
    }

    private void wentWell() {
        pausing = false;
        pauseNanos = Math.max(pauseNanos - pauseNanos / SHRINKING, FIRST_PAUSE_NANOS);
    }

    private void pause(long now) {
        pausing = true;
        pauseStart = now;
        pauseNanos = Math.min(2 * pauseNanos, LAST_PAUSE_NANOS);
    }
}
