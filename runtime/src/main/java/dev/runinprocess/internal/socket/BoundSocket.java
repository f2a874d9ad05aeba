package dev.runinprocess.internal.socket;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.UnsupportedAddressTypeException;
import org.jspecify.annotations.Nullable;

/** A socket at an address, with the file that goes with it. */
public final class BoundSocket implements Closeable {
    /** Those who connected and whom we have not even looked at. */
    private static final int KERNEL_BACKLOG = 256;

    private final ServerSocketChannel channel;
    private final SocketAddress address;
    private final @Nullable SocketFile file;

    private BoundSocket(ServerSocketChannel channel, SocketAddress address, @Nullable SocketFile file) {
        this.channel = channel;
        this.address = address;
        this.file = file;
    }

    /**
     * Binds one.
     *
     * @throws java.net.BindException if somebody listens there, or something else is in the way
     * @throws UnsupportedAddressTypeException if it is neither of TCP nor of the Unix domain
     */
    public static BoundSocket at(SocketAddress address) throws IOException {
        if (address instanceof UnixDomainSocketAddress path) {
            ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            try {
                SocketFile file = SocketFile.bind(channel, path.getPath(), KERNEL_BACKLOG);
                return new BoundSocket(channel, UnixDomainSocketAddress.of(file.path()), file);
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
        }
        if (!(address instanceof InetSocketAddress)) {
            throw new UnsupportedAddressTypeException();
        }
        ServerSocketChannel channel = ServerSocketChannel.open();
        try {
            channel.bind(address, KERNEL_BACKLOG);
            return new BoundSocket(channel, channel.getLocalAddress(), null);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** Where clients connect. */
    public SocketAddress address() {
        return address;
    }

    /** The address, for people. */
    String name() {
        return address.toString();
    }

    ServerSocketChannel channel() {
        return channel;
    }

    /** Once this returns the file is deleted, whichever thread does it. */
    @Override
    public synchronized void close() throws IOException {
        try (channel) {
            if (file != null) {
                file.delete();
            }
        }
    }
}
