package dev.runinprocess.failure;

/**
 * A way between processes that takes or gives nothing any more, since somebody shut it down. What was in it before, and was not discarded, was given out before this
 * was thrown.
 */
public final class ChannelClosedException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    /** Creates one with what is closed. */
    public ChannelClosedException(String message) {
        super(message);
    }

    /** That of a connection whose other end nobody has any more, for who wants to send. */
    public static ChannelClosedException nobodyReceives() {
        return new ChannelClosedException(
                "Nobody is at the other end any more: those who were have closed it, or died. Nothing can be sent.");
    }

    /** That of a connection whose other end nobody has any more, for who wants to receive. */
    public static ChannelClosedException nobodySends() {
        return new ChannelClosedException(
                "Nobody is at the other end any more: those who were have closed it, or died. All they sent was received.");
    }

    /** That of a connection which was closed in this process. */
    public static ChannelClosedException closedHere() {
        return new ChannelClosedException("This connection is closed in this process.");
    }

    /** That of a queue which somebody wants to put an element into. */
    public static ChannelClosedException putRefused() {
        return new ChannelClosedException("The queue is closed: it takes no more elements.");
    }

    /** That of a queue which somebody wants to take an element from. */
    public static ChannelClosedException nothingLeft() {
        return new ChannelClosedException("The queue is closed, and has no elements left.");
    }
}
