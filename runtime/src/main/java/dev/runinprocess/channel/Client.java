package dev.runinprocess.channel;

import dev.runinprocess.internal.socket.Entrance;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Path;

/**
 * The way to a {@link Listener}, in this program or in another one. Python: {@code Client}. Safe for use by many threads.
 *
 * <p>Each method connects, and returns when both ends have proven that they know the key of the {@link ConnectionTerms}. It throws
 *
 * <ul>
 *   <li>{@link dev.runinprocess.failure.AuthenticationException} if one of them has not, or somebody else is there;
 *   <li>{@link java.net.SocketTimeoutException} if it takes longer than {@link ConnectionTerms#handshakeTimeout};
 *   <li>{@link javax.net.ssl.SSLException} if TLS finds something wrong, such as a certificate that is not trusted;
 *   <li>another {@link IOException} if nobody listens there;
 *   <li>{@link InterruptedException} if its thread is interrupted;
 * </ul>
 *
 * <p>and there is no connection then.
 */
public final class Client {
    private Client() {}

    /** Connects to a socket of the Unix domain on this machine. */
    public static <E> Connection<E> connect(ConnectionTerms<E> terms, Path path)
            throws IOException, InterruptedException {
        return connect(terms, UnixDomainSocketAddress.of(path));
    }

    /** Connects to a port of TCP on this machine. */
    public static <E> Connection<E> connect(ConnectionTerms<E> terms, int port)
            throws IOException, InterruptedException {
        return connect(terms, new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    /**
     * Connects to any address.
     *
     * @throws IllegalArgumentException if the address is neither one of TCP nor of the Unix domain
     */
    public static <E> Connection<E> connect(ConnectionTerms<E> terms, SocketAddress address)
            throws IOException, InterruptedException {
        return new SocketConnection<>(terms, Entrance.enter(address, terms.settings()));
    }
}
