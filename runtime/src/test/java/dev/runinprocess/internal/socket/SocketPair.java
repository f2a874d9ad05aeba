package dev.runinprocess.internal.socket;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/** Two channels that are connected to each other, over TCP. */
record SocketPair(SocketChannel one, SocketChannel other) implements Closeable {
    static SocketPair open() throws IOException {
        try (ServerSocketChannel door =
                ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            SocketChannel one = SocketChannel.open(door.getLocalAddress());
            return new SocketPair(one, door.accept());
        }
    }

    @Override
    public void close() throws IOException {
        try (one) {
            other.close();
        }
    }
}
