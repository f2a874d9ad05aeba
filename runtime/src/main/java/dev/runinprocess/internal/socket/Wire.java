package dev.runinprocess.internal.socket;

import dev.runinprocess.internal.park.Deadline;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/**
 * A connected socket: bytes in and out without waiting, and the waiting apart. One thread reads and one writes at the same time, no more; any thread closes it, which throws out the others with a
 * {@link java.nio.channels.ClosedChannelException}.
 */
public sealed interface Wire extends Closeable permits PlainWire, TlsWire {
    /**
     * Does what has to be done before bytes can go, as far as it can be done without waiting.
     *
     * @return whether all is done; otherwise it wants to be called again when the channel is ready for {@link #interest}
     */
    boolean open() throws IOException;

    /** What the other end has proven to be, which both ends see in the same way: empty if it has proven nothing. */
    byte[] identity() throws IOException;

    /**
     * Reads what is there.
     *
     * @return how many bytes; 0 if there are none now, -1 if none come any more
     */
    int read(ByteBuffer target) throws IOException;

    /**
     * Writes what there is room for.
     *
     * @return whether all of it, and all that was taken before, has gone out
     */
    boolean write(ByteBuffer source) throws IOException;

    /** The operation, or operations, that reading waits for. */
    int interest();

    /** Waits until {@link #read} may find something, or the deadline is over. */
    void awaitReadable(Deadline deadline) throws IOException, InterruptedException;

    /** Waits until {@link #write} may get on, or the deadline is over. */
    void awaitWritable(Deadline deadline) throws IOException, InterruptedException;

    /** The channel, to wait for it elsewhere. */
    SocketChannel channel();
}
