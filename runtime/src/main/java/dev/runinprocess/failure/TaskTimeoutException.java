package dev.runinprocess.failure;

import java.time.Duration;

/** A pool's task that ran longer than its timeout allows. It was interrupted; where that did not end it, its worker was ended, and replaced. */
public final class TaskTimeoutException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String task;
    private final transient Duration timeout;

    /** Creates one for a task, such as {@code Transfers.download}, and the time it was given. */
    public TaskTimeoutException(String task, Duration timeout) {
        super("Timeout of " + timeout.toMillis() + " ms passed: task=" + task + ". Its work is ended.");
        this.task = task;
        this.timeout = timeout;
    }

    /** What ran, such as {@code Transfers.download}. */
    public String task() {
        return task;
    }

    /** The time it was given. */
    public Duration timeout() {
        return timeout;
    }
}
