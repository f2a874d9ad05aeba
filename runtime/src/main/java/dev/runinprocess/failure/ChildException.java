package dev.runinprocess.failure;

/**
 * The stand-in for an exception that a child threw and that cannot be built again here: its class is not on this
 * process's class path, or has no constructor that restores its message. It carries the original's
 * class name, message, stack trace, causes and suppressed exceptions.
 */
public final class ChildException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String originalClassName;

    /** Creates one for an original of that class and message. */
    public ChildException(String originalClassName, String message) {
        super(message.isEmpty() ? originalClassName : originalClassName + ": " + message);
        this.originalClassName = originalClassName;
    }

    /** Wraps an exception that the caller's signature does not allow to pass. */
    public ChildException(Throwable cause) {
        super(cause.toString(), cause);
        this.originalClassName = cause.getClass().getName();
    }

    /** The binary name of the class that the child threw. */
    public String originalClassName() {
        return originalClassName;
    }
}
