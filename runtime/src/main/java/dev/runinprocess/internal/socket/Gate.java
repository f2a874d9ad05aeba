package dev.runinprocess.internal.socket;

import dev.runinprocess.internal.park.Deadline;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The place where a thread waits for a channel that does not block. An interrupt ends the waiting and leaves the channel alone. The selector, two more file descriptors, is made when somebody
 * has to wait for the first time. One thread waits at a time.
 */
final class Gate implements Closeable {
    private final SelectableChannel channel;

    // Guarded by this.
    private @Nullable Selector selector;
    private boolean closed;

    Gate(SelectableChannel channel) {
        this.channel = channel;
    }

    /**
     * Waits until the channel is ready for one of the operations, or the deadline is over.
     *
     * @throws ClosedChannelException if the gate or the channel is closed, now or meanwhile
     */
    void await(int operations, Deadline deadline) throws IOException, InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        Selector open = opened(operations);
        try {
            long nanos = deadline.left();
            if (nanos > 0) {
                int unused = open.select(Gate::ignore, millis(nanos));
            }
        } catch (ClosedSelectorException e) {
            throw new ClosedChannelException();
        }
        if (!open.isOpen()) {
            throw new ClosedChannelException();
        }
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    private static void ignore(SelectionKey ready) {
        // Whoever waits tries anyway.
    }

    /** Rounded up, since 0 would be for ever. */
    private static long millis(long nanos) {
        return nanos == Long.MAX_VALUE ? 0 : TimeUnit.NANOSECONDS.toMillis(nanos) + 1;
    }

    private synchronized Selector opened(int operations) throws IOException {
        if (closed) {
            throw new ClosedChannelException();
        }
        Selector open = selector;
        if (open == null) {
            open = Selector.open();
            selector = open;
        }
        channel.register(open, operations);
        return open;
    }

    /** Throws out whoever waits. */
    @Override
    public synchronized void close() throws IOException {
        closed = true;
        if (selector != null) {
            selector.close();
        }
    }
}
