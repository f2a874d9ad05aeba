package dev.runinprocess.internal.park;

import dev.runinprocess.internal.os.Processor;

/**
 * How long the threads of this process look for what they wait for before they park: first in a loop, then giving way to others between looks. It
 * learns from how that went. Safe for use by many threads.
 */
public final class Patience {
    /*
     * A loop helps only where the other process runs at the same time. How many processors there are does not tell: two processes may be bound to
     * one of many, or each to its own and count one. So looks that never succeed get fewer, down to none, and now and then all are tried.
     *
     * Then giving way, for as long as that pays.
     *
     * The fields are guesses: threads may overwrite each other's.
     */
    private static final int LOOKS = 50;

    /** As long as a parked thread takes to wake and answer: else two that park because the other does never stop to. */
    private static final long GIVING_WAY_NANOS = 150_000;

    private static final int TRY_ALL_EVERY = 32;

    private final YieldAccount yields = new YieldAccount();
    private int looks = LOOKS;
    private int times;

    /** How many looks in a loop seem worthwhile now. */
    int looks() {
        return looks;
    }

    /** Whether it succeeds before it is time to park. */
    public boolean sees(Attempt attempt) {
        return seesLooping(attempt)
                || (yields.isOpen(System.nanoTime()) && seesGivingWay(attempt))
                || attempt.succeeds();
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

    private boolean seesGivingWay(Attempt attempt) {
        long begin = System.nanoTime();
        long before = begin;
        while (before - begin < GIVING_WAY_NANOS) {
            Processor.giveWay();
            long now = System.nanoTime();
            if (yields.isTooLong(now - before, now)) {
                return false;
            }
            if (attempt.succeeds()) {
                yields.saved();
                return true;
            }
            before = now;
        }
        return false;
    }
}
