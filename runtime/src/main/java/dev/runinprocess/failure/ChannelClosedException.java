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

    /** That of a queue. */
    public static ChannelClosedException ofQueue() {
        return new ChannelClosedException(
                "The queue was shut down: it takes no more elements, and has none left to give.");
    }
}
