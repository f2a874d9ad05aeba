package dev.runinprocess.internal.socket;

import dev.runinprocess.internal.log.Log;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** How many did not get in. The log hears of the first, and then once a minute at most: a stranger must not fill a disk. Counting is for one thread, reading for many. */
final class Refusals {
    private static final long QUIET_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final String listener;
    private final AtomicLong count = new AtomicLong();
    private long logged;
    private long quietUntil;

    Refusals(String listener) {
        this.listener = listener;
    }

    void count() {
        long unused = count.incrementAndGet();
    }

    /** Says why the one who was counted last did not get in, unless somebody was told a short while ago. */
    void tell(String who, String why) {
        long all = count.get();
        long now = System.nanoTime();
        if (logged == 0 || now - quietUntil >= 0) {
            Log.warning("The listener at " + listener + " refused " + who + ": " + why
                    + " Refused since the last warning: " + (all - logged) + ".");
            logged = all;
            quietUntil = now + QUIET_NANOS;
        }
    }

    long sum() {
        return count.get();
    }
}
