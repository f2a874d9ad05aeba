package dev.runinprocess.internal.os;

/** The processor time of a thread that waits for something which will be there in a moment. */
public final class Processor {
    /** Whether other threads can run while this one does. */
    public static final boolean IS_SHARED = Runtime.getRuntime().availableProcessors() == 1;

    private Processor() {}

    /** Lets another thread run, if one wants to. */
    @SuppressWarnings("ThreadPriorityCheck") // What is waited for may need this very processor; who waits longer parks.
    public static void giveWay() {
        Thread.yield();
    }
}
