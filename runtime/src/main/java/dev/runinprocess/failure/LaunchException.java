package dev.runinprocess.failure;

/**
 * A child process that could not be started: no {@code java} where it was looked for, no room or no right to write the session directory,
 * too many processes. Thrown by {@code start}; nothing runs and nothing was left behind.
 */
public final class LaunchException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Creates one with what failed and what to do. */
    public LaunchException(String message) {
        super(message);
    }

    /** Creates one with what failed, what to do, and what the system said. */
    public LaunchException(String message, Throwable cause) {
        super(message, cause);
    }
}
