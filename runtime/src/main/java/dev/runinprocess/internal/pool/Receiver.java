package dev.runinprocess.internal.pool;

/** Where the answers of calls go. */
public interface Receiver {
    /** Takes the answer of a call, once. Called by threads that hear workers, so it runs no code of the user's and waits for nothing. */
    void answered(QueuedCall call, Answer answer);
}
