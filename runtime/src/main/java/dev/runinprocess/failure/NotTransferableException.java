package dev.runinprocess.failure;

/**
 * A value that cannot cross a process boundary although its type can, or bytes that are no value of the type expected.
 * It fails the caller that sends; nothing was sent.
 */
public final class NotTransferableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Creates one with what is wrong with the value and what to do. */
    public NotTransferableException(String message) {
        super(message);
    }

    /** Creates one with what is wrong with the value, and the exception that said so. */
    public NotTransferableException(String message, Throwable cause) {
        super(message, cause);
    }
}
