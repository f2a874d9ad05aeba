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

    /** That of a queue which somebody wants to put an element into. */
    public static ChannelClosedException putRefused() {
        return new ChannelClosedException("The queue is closed: it takes no more elements.");
    }

    /** That of a queue which somebody wants to take an element from. */
    public static ChannelClosedException nothingLeft() {
        return new ChannelClosedException("The queue is closed, and has no elements left.");
    }
}
