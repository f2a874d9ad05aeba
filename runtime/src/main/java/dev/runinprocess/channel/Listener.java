package dev.runinprocess.channel;

import dev.runinprocess.failure.ChannelClosedException;
import dev.runinprocess.internal.park.Deadline;
import dev.runinprocess.internal.session.ProcessContext;
import dev.runinprocess.internal.socket.BoundSocket;
import dev.runinprocess.internal.socket.Reception;
import dev.runinprocess.internal.socket.SocketSettings;
import dev.runinprocess.internal.socket.Wire;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An address where other programs connect, started by whomever. Python: {@code Listener}.
 *
 * <p>Clients and listener prove to each other that they know the key of their {@link ConnectionTerms}, before anything else is said. {@link #accept} returns those who have, and nobody else: who does not know the key, says
 * nothing, or speaks something else is sent away, counted by {@link #refused}, and keeps nobody from getting in. That goes on in a thread of the listener's own, so clients get in while nobody accepts;
 * 128 of them wait at most, and others queue up.
 *
 * <p>A listener belongs to its process, which cannot pass it on: pass the address, or connections' messages. It lives until it is closed or its process ends. What it accepted lives on its own. Safe for use by many threads.
 *
 * @param <E> the type of the values
 */
public final class Listener<E> implements AutoCloseable {
    private final ConnectionTerms<E> terms;
    private final Reception reception;
    private final SocketAddress address;

    private Listener(ConnectionTerms<E> terms, Reception reception, SocketAddress address) {
        this.terms = terms;
        this.reception = reception;
        this.address = address;
    }

    /**
     * Listens on this machine, for processes of this user: at a socket of the Unix domain, in a directory that no other user can enter.
     *
     * @throws IOException if there is no room for it
     */
    public static <E> Listener<E> open(ConnectionTerms<E> terms) throws IOException {
        return open(terms, ProcessContext.current().session().newFile(".socket"));
    }

    /**
     * Listens on this machine, for processes of this user: at a socket of the Unix domain, whose file is made now and deleted when the listener is closed or its process ends in order. What a listener that was killed has left
     * there is replaced.
     *
     * @throws java.net.BindException if somebody listens there, or something that is no socket is there
     * @throws IOException if the file cannot be made
     */
    public static <E> Listener<E> open(ConnectionTerms<E> terms, Path path) throws IOException {
        return open(terms, UnixDomainSocketAddress.of(path));
    }

    /**
     * Listens on this machine, for processes of all users: at a port of TCP, on the loopback interface.
     *
     * @param port the port's number, or 0 for any that is free; {@link #address} tells which
     * @throws java.net.BindException if somebody listens there, or this user may not
     */
    public static <E> Listener<E> open(ConnectionTerms<E> terms, int port) throws IOException {
        return open(terms, new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    /**
     * Listens at that very address, on whatever interface it is; the wildcard address is all of them.
     *
     * @throws java.net.BindException if somebody listens there, or it is no address of this machine
     * @throws IllegalArgumentException if the address is neither one of TCP nor of the Unix domain
     */
    public static <E> Listener<E> open(ConnectionTerms<E> terms, SocketAddress address) throws IOException {
        SocketSettings settings = terms.settings();
        BoundSocket bound = BoundSocket.at(address);
        return new Listener<>(terms, Reception.open(bound, settings), bound.address());
    }

    /** Where clients connect. */
    public SocketAddress address() {
        return address;
    }

    /**
     * Waits for the next client that knows the key. It may be gone again; what it sent is there.
     *
     * @throws ChannelClosedException if the listener is closed, now or meanwhile
     * @throws InterruptedException if this thread is interrupted; the listener goes on
     */
    public Connection<E> accept() throws InterruptedException {
        return accept(Deadline.NEVER).orElseThrow(() -> new AssertionError("waited for ever, and in vain"));
    }

    /** As {@link #accept()}, for so long at most; empty if nobody came. */
    public Optional<Connection<E>> accept(Duration time) throws InterruptedException {
        return accept(Deadline.after(time));
    }

    private Optional<Connection<E>> accept(Deadline deadline) throws InterruptedException {
        try {
            @Nullable Wire wire = reception.take(deadline);
            return wire == null ? Optional.empty() : Optional.of(new SocketConnection<>(terms, wire));
        } catch (ClosedChannelException e) {
            ChannelClosedException closed = new ChannelClosedException("This listener is closed.");
            closed.initCause(e);
            throw closed;
        }
    }

    /**
     * How many have connected and were sent away: they did not know the key, said nothing, spoke something else, or took too long. The log hears of them, too: of the first, and then once a minute at most.
     */
    public long refused() {
        return reception.refused();
    }

    /** Lets nobody in any more, hangs up on clients that nobody has accepted, and deletes the socket's file. Connections that were accepted stay. */
    @Override
    public void close() {
        reception.close();
    }

    @Override
    public String toString() {
        return "Listener[" + address + "]";
    }
}
