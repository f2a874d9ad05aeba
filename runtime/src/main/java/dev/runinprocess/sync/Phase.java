package dev.runinprocess.sync;

import java.util.concurrent.BrokenBarrierException;

/** Where a barrier's round stands. In shared memory it is its number. */
enum Phase {
    /** Threads arrive. */
    GATHERING(0, ""),

    /** All have arrived, and the action runs. */
    TRIPPING(1, ""),

    /** A process died as it waited. */
    DIED(2, "a process died while it waited there"),

    /** A waiter's time was over. */
    TIMED_OUT(3, "the time of one who waited was over"),

    /** A waiter was interrupted. */
    INTERRUPTED(4, "a thread was interrupted while it waited there"),

    /** The action threw something. */
    ACTION_FAILED(5, "its action failed"),

    /** Somebody aborted it. */
    ABORTED(6, "it was aborted"),

    /** Somebody reset it while others waited. */
    RESET(7, "it was reset while others waited there");

    private static final Phase[] ALL = values();

    private final int number;
    private final String cause;

    Phase(int number, String cause) {
        this.number = number;
        this.cause = cause;
    }

    static Phase of(int number) {
        int i = 0;
        while (ALL[i].number != number) {
            i++;
        }
        return ALL[i];
    }

    int number() {
        return number;
    }

    boolean isBroken() {
        return number >= DIED.number;
    }

    BrokenBarrierException exception() {
        return new BrokenBarrierException("The barrier is broken: " + cause);
    }
}
