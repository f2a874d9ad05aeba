package dev.runinprocess.failure;

/**
 * A connection between programs that is of no use any more, and not because the other end was closed or died: that one sent what is no message, or one longer than is taken here; or the network failed. What was
 * received before was whole. Whoever finds it closes it.
 */
public final class BrokenConnectionException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    /** Creates one with what is wrong, and who said so. */
    public BrokenConnectionException(String message, Throwable cause) {
        super(message, cause);
    }

    /** One that was thrown in another process. */
    @SuppressWarnings("unused") // A parent rebuilds its child's exception by it.
    private BrokenConnectionException(String message) {
        super(message);
    }
}
