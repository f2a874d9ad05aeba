package dev.runinprocess.internal.os;

/** The processor time of a thread that waits for something which will be there in a moment. */
public final class Processor {
    private Processor() {}

    /** Lets another thread run, if one wants to. */
    @SuppressWarnings("ThreadPriorityCheck") // What is waited for may need this very processor; who waits longer parks.
    public static void giveWay() {
        Thread.yield();
    }
}
