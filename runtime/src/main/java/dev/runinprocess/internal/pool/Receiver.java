package dev.runinprocess.internal.pool;

/** Where the answers of calls go. */
public interface Receiver {
    /**
     * Takes the answer of a call, once; or that of some calls of a run, each once. Called by threads that hear workers, so it runs no code of the user's and waits for nothing.
     *
     * @param index which of the receiver's calls, or the first of them
     * @param count how many, in a row
     */
    void answered(QueuedCall call, int index, int count, Answer answer);

    /** A call that it knows has less calls left, and this one has them. Called under the pool's lock. */
    default void parted(QueuedCall rest) {
        throw new IllegalStateException("a single call cannot be parted");
    }
}
