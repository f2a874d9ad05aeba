package dev.runinprocess.failure;

import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * A pool that has ended by itself, because its workers failed again and again before they were ready: its initializer throws, or ends the process, or the JVM does not start. The
 * cause is what happened to the last one. Its tasks fail with this, and it takes no more.
 */
public final class PoolBrokenException extends RejectedExecutionException {
    private static final long serialVersionUID = 1L;

    /** Creates one with what happened to the last worker. */
    public PoolBrokenException(@Nullable String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
