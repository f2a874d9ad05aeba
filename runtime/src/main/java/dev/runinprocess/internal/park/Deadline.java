package dev.runinprocess.internal.park;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Until when to wait, on the clock of {@link System#nanoTime}. Immutable. */
public final class Deadline {
    /** To wait for ever. */
    public static final Deadline NEVER = new Deadline(0, true);

    private static final long LONGEST_NANOS = Long.MAX_VALUE / 2;

    private final long nanoTime;
    private final boolean never;

    private Deadline(long nanoTime, boolean never) {
        this.nanoTime = nanoTime;
        this.never = never;
    }

    /** So far from now; a time of 146 years or more is for ever, and one below zero is over. */
    public static Deadline after(long time, TimeUnit unit) {
        long nanos = unit.toNanos(time);
        return nanos >= LONGEST_NANOS ? NEVER : new Deadline(System.nanoTime() + Math.max(0, nanos), false);
    }

    /** So far from now. */
    public static Deadline after(Duration time) {
        return after(TimeUnit.NANOSECONDS.convert(time), TimeUnit.NANOSECONDS);
    }

    /** How long it is until then: at most 0 once it is over. */
    public long left() {
        return never ? Long.MAX_VALUE : nanoTime - System.nanoTime();
    }

    /** Whether it is over. */
    public boolean isOver() {
        return left() <= 0;
    }
}
