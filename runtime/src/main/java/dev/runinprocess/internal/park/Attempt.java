package dev.runinprocess.internal.park;

/** What somebody waits for. Reads shared memory; called by the waiting thread, and by the bell's. */
public interface Attempt {
    /** Does it, if it can be done now; what it throws ends the waiting. Only the waiting thread calls this. */
    boolean succeeds();

    /** Whether it is worthwhile to try. Any thread of this process may call this; it changes nothing. */
    boolean isPromising();
}
