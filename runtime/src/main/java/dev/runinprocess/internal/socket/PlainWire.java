package dev.runinprocess.internal.socket;

import dev.runinprocess.internal.park.Deadline;
import java.io.IOException;
import java.net.SocketException;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;

/** A socket as it is. */
public final class PlainWire implements Wire {
    private static final byte[] NOBODY = {};
    private static final String RESET = "Connection reset";
    private static final int UNREAD_BYTES = 1 << 14;
    private static final int MOST_UNREAD = 64;

    private final SocketChannel channel;
    private final Gate readers;
    private final Gate writers;

    private PlainWire(SocketChannel channel) {
        this.channel = channel;
        this.readers = new Gate(channel);
        this.writers = new Gate(channel);
    }

    /** Takes over a channel that is connected. */
    static PlainWire of(SocketChannel channel) throws IOException {
        channel.configureBlocking(false);
        if (!(channel.getLocalAddress() instanceof UnixDomainSocketAddress)) {
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            // A machine that is switched off says no goodbye.
            channel.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
        }
        return new PlainWire(channel);
    }

    @Override
    public boolean open() {
        return true;
    }

    @Override
    public byte[] identity() {
        return NOBODY;
    }

    /** One who closes or dies with bytes unread resets the connection: for us that is its end, too. */
    @Override
    public int read(ByteBuffer target) throws IOException {
        try {
            return channel.read(target);
        } catch (SocketException e) {
            if (RESET.equals(e.getMessage())) {
                return -1;
            }
            throw e;
        }
    }

    @Override
    public boolean write(ByteBuffer source) throws IOException {
        while (source.hasRemaining()) {
            if (channel.write(source) == 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int interest() {
        return SelectionKey.OP_READ;
    }

    @Override
    public void awaitReadable(Deadline deadline) throws IOException, InterruptedException {
        awaitReadable(SelectionKey.OP_READ, deadline);
    }

    void awaitReadable(int operations, Deadline deadline) throws IOException, InterruptedException {
        readers.await(operations, deadline);
    }

    @Override
    public void awaitWritable(Deadline deadline) throws IOException, InterruptedException {
        writers.await(SelectionKey.OP_WRITE, deadline);
    }

    @Override
    public SocketChannel channel() {
        return channel;
    }

    /** What was sent still arrives. Who closes a connection with bytes unread resets it, and over TCP that may take along what was sent last; so they are read. */
    @Override
    public void close() throws IOException {
        try (readers;
                writers;
                channel) {
            if (channel.isOpen()) {
                channel.shutdownOutput();
                discard();
            }
        } catch (ClosedChannelException e) {
            // Somebody else closes it, too.
        }
    }

    private void discard() throws IOException {
        ByteBuffer unread = ByteBuffer.allocate(UNREAD_BYTES);
        for (int i = 0; i < MOST_UNREAD && read(unread.clear()) > 0; i++) {
            // The next ones.
        }
    }
}
