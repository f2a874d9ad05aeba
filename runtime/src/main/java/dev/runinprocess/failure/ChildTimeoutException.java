package dev.runinprocess.failure;

import java.time.Duration;

/** A child process that was ended because it ran longer than its timeout allows. */
public final class ChildTimeoutException extends ChildDiedException {
    private static final long serialVersionUID = 1L;

    private final Duration timeout;

    /** Creates one from the facts. */
    public ChildTimeoutException(Duration timeout, DeathReport report) {
        super("Timeout of " + timeout.toMillis() + " ms passed. " + report.describe(), report);
        this.timeout = timeout;
    }

    /** The time it was given. */
    public Duration timeout() {
        return timeout;
    }
}
