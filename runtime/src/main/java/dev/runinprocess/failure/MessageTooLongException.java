package dev.runinprocess.failure;

/** A message longer than the buffer that was to take it. It is still there, for a larger one. */
public final class MessageTooLongException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private static final long UNKNOWN = -1;

    private final long length;
    private final long room;

    /** Creates one with both numbers of bytes: the message's, and the buffer's. */
    public MessageTooLongException(long length, long room) {
        super("The next message does not fit into the buffer, and is still to be received: length=" + length + ", room="
                + room);
        this.length = length;
        this.room = room;
    }

    /** One that was thrown in another process. */
    @SuppressWarnings("unused") // A parent rebuilds its child's exception by it.
    private MessageTooLongException(String message) {
        super(message);
        this.length = UNKNOWN;
        this.room = UNKNOWN;
    }

    /** How many bytes the message has; -1 if this was thrown in another process. */
    public long length() {
        return length;
    }

    /** How many bytes the buffer had room for; -1 if this was thrown in another process. */
    public long room() {
        return room;
    }
}
