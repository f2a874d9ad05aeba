package dev.runinprocess.internal.socket;

import dev.runinprocess.internal.park.Deadline;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.channels.UnsupportedAddressTypeException;
import java.util.concurrent.TimeUnit;

/** A client's way in to a listener. */
public final class Entrance {
    private static final long PAUSE_MILLIS = 5;

    private Entrance() {}

    /**
     * Connects, and proves to know the key.
     *
     * @throws dev.runinprocess.failure.AuthenticationException if one of the two has not proven it
     * @throws SocketTimeoutException if that takes longer than it may
     * @throws IOException if nobody listens there, or TLS found something wrong
     * @throws UnsupportedAddressTypeException if the address is neither of TCP nor of the Unix domain
     */
    public static Wire enter(SocketAddress address, SocketSettings settings) throws IOException, InterruptedException {
        Deadline deadline = Deadline.after(settings.handshakeTimeout());
        SocketChannel channel = connected(address, deadline);
        Conversation conversation;
        try {
            Wire wire = TlsEngines.connecting(PlainWire.of(channel), address, settings.tls());
            conversation = new Conversation(wire, new ClientDialogue(settings.keyProof()));
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
        Wire wire = conversation.wire();
        boolean done = false;
        try {
            while (!conversation.advance()) {
                requireTime(deadline, "has not finished the handshake", address);
                if (conversation.interest() == SelectionKey.OP_WRITE) {
                    wire.awaitWritable(deadline);
                } else {
                    wire.awaitReadable(deadline);
                }
            }
            done = true;
            return wire;
        } finally {
            if (!done) {
                wire.close();
            }
        }
    }

    private static SocketChannel connected(SocketAddress address, Deadline deadline)
            throws IOException, InterruptedException {
        if (address instanceof UnixDomainSocketAddress path) {
            return connected(path, deadline);
        }
        if (address instanceof InetSocketAddress host) {
            return connected(host, deadline);
        }
        throw new UnsupportedAddressTypeException();
    }

    /** A listener's queue that is full is no beginning of a connection, though the channel says so: only a new one will do. */
    private static SocketChannel connected(UnixDomainSocketAddress path, Deadline deadline)
            throws IOException, InterruptedException {
        while (true) {
            SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
            boolean done = false;
            try {
                channel.configureBlocking(false);
                done = channel.connect(path);
            } finally {
                if (!done) {
                    channel.close();
                }
            }
            if (done) {
                return channel;
            }
            requireTime(deadline, "lets nobody connect", path);
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
    }

    private static SocketChannel connected(InetSocketAddress host, Deadline deadline)
            throws IOException, InterruptedException {
        if (host.isUnresolved()) {
            throw new UnknownHostException(host.getHostString());
        }
        SocketChannel channel = SocketChannel.open();
        boolean done = false;
        try (Gate gate = new Gate(channel)) {
            channel.configureBlocking(false);
            done = channel.connect(host);
            while (!done) {
                requireTime(deadline, "does not answer", host);
                gate.await(SelectionKey.OP_CONNECT, deadline);
                done = channel.finishConnect();
            }
            return channel;
        } finally {
            if (!done) {
                channel.close();
            }
        }
    }

    private static void requireTime(Deadline deadline, String what, SocketAddress address)
            throws SocketTimeoutException {
        if (deadline.isOver()) {
            throw new SocketTimeoutException("The listener at " + address + " " + what + " in time.");
        }
    }
}
