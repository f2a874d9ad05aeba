package dev.runinprocess.channel;

import dev.runinprocess.codec.Payload;
import dev.runinprocess.codec.ValueWriter;
import dev.runinprocess.failure.BrokenConnectionException;
import dev.runinprocess.failure.ChannelClosedException;
import dev.runinprocess.failure.LimitReachedException;
import dev.runinprocess.failure.MessageTooLongException;
import dev.runinprocess.internal.log.Log;
import dev.runinprocess.internal.park.Deadline;
import dev.runinprocess.internal.socket.Message;
import dev.runinprocess.internal.socket.MessageReader;
import dev.runinprocess.internal.socket.MessageWriter;
import dev.runinprocess.internal.socket.SocketWatch;
import dev.runinprocess.internal.socket.Wire;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** A connection over a socket, both ways. It belongs to its process. */
final class SocketConnection<E> extends Connection<E> implements Announcing {
    private static final int COPIED_BYTES = 1 << 13;

    private final int maxMessageBytes;
    private final Wire wire;
    private volatile boolean closed;

    private final ReentrantLock sending = new ReentrantLock();
    private final MessageWriter writer;

    private final ReentrantLock receiving = new ReentrantLock();
    private final MessageReader reader;

    /** Those who wait for this connection among other things. */
    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();

    SocketConnection(ConnectionTerms<E> terms, Wire wire) {
        super(terms.codec());
        this.maxMessageBytes = terms.maxMessageBytes();
        this.wire = wire;
        this.writer = new MessageWriter(wire);
        this.reader = new MessageReader(wire, MessageKind.values().length, maxMessageBytes);
    }

    @Override
    public boolean isReadable() {
        return true;
    }

    @Override
    public boolean isWritable() {
        return true;
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    @Override
    void transmit(ValueWriter value) throws InterruptedException {
        Payload payload = value.toPayload();
        transmit(MessageKind.VALUE, payload.length(), payload::writeTo);
    }

    @Override
    void transmit(ByteBuffer bytes) throws InterruptedException {
        transmit(MessageKind.BYTES, bytes.remaining(), out -> copy(bytes, out));
    }

    private static void copy(ByteBuffer bytes, OutputStream out) throws IOException {
        byte[] part = new byte[Math.min(bytes.remaining(), COPIED_BYTES)];
        while (bytes.hasRemaining()) {
            int count = Math.min(part.length, bytes.remaining());
            bytes.get(part, 0, count);
            out.write(part, 0, count);
        }
    }

    private void transmit(MessageKind kind, long length, MessageWriter.Body body) throws InterruptedException {
        if (length > maxMessageBytes) {
            throw new LimitReachedException(
                    "A message of " + length + " bytes is longer than this connection takes",
                    maxMessageBytes,
                    "ConnectionTerms.maxMessageBytes(…)");
        }
        sending.lockInterruptibly();
        try {
            writer.write((byte) kind.number(), (int) length, body);
        } catch (IOException e) {
            requireOpen();
            throw because(ChannelClosedException.nobodyReceives(), e);
        } finally {
            sending.unlock();
        }
    }

    private static ChannelClosedException because(ChannelClosedException exception, IOException cause) {
        exception.initCause(cause);
        return exception;
    }

    @Override
    byte[] fetch(MessageKind kind) throws InterruptedException {
        receiving.lockInterruptibly();
        try {
            Message message = await();
            kind.require(message.kind());
            reader.take();
            return message.bytes();
        } finally {
            receiving.unlock();
            watch();
        }
    }

    @Override
    int fetch(ByteBuffer target) throws InterruptedException {
        receiving.lockInterruptibly();
        try {
            Message message = await();
            MessageKind.BYTES.require(message.kind());
            byte[] bytes = message.bytes();
            if (bytes.length > target.remaining()) {
                throw new MessageTooLongException(bytes.length, target.remaining());
            }
            target.put(bytes);
            reader.take();
            return bytes.length;
        } finally {
            receiving.unlock();
            watch();
        }
    }

    private Message await() throws InterruptedException {
        try {
            boolean unused = reader.await(Deadline.NEVER);
        } catch (IOException e) {
            requireOpen();
            throw new BrokenConnectionException(
                    "Nothing more can be received on this connection, so close it: " + e.getMessage() + ".", e);
        }
        requireOpen();
        Message message = reader.message();
        if (message == null) {
            throw new ChannelClosedException(
                    "Nobody is at the other end any more, and all that was sent was received. " + reader.end());
        }
        return message;
    }

    @Override
    boolean hasMessageOrEnd() {
        if (!receiving.tryLock()) {
            // Whoever receives takes the next one.
            return false;
        }
        boolean news = false;
        try {
            boolean known = reader.hasMessageOrEnd();
            boolean ready = reader.advance();
            news = ready && !known;
            return ready;
        } catch (IOException e) {
            requireOpen();
            return true;
        } finally {
            receiving.unlock();
            if (news) {
                tell();
            }
        }
    }

    @Override
    boolean awaitMessageOrEnd(Duration time) throws InterruptedException {
        Deadline deadline = Deadline.after(time);
        if (!receiving.tryLock(deadline.left(), TimeUnit.NANOSECONDS)) {
            return false;
        }
        try {
            return reader.await(deadline);
        } catch (IOException e) {
            requireOpen();
            return true;
        } finally {
            receiving.unlock();
            watch();
        }
    }

    /*
     * How those are told who wait for this connection among other things. Bytes that came may be no whole message yet, so the watch does not tell them: it has the bytes read, and the one who finds a
     * message whole, or the end, tells. Where somebody else has the receiving end, nothing is read; that one sees to it when it has done.
     */

    @Override
    public Runnable announce(Runnable news) {
        watchers.add(news);
        watch();
        return () -> watchers.remove(news);
    }

    private void watch() {
        if (watchers.isEmpty()) {
            return;
        }
        try {
            if (closed || hasMessageOrEnd()) {
                tell();
            } else {
                SocketWatch.once(wire, this::watch);
            }
        } catch (IOException | ChannelClosedException e) {
            // They will find out why.
            tell();
        }
    }

    private void tell() {
        watchers.forEach(Runnable::run);
    }

    /** Whether a thread has the receiving end. */
    boolean isBeingReceived() {
        return receiving.isLocked();
    }

    @Override
    public void close() {
        closed = true;
        try {
            wire.close();
            if (!watchers.isEmpty()) {
                SocketWatch.forgetClosed();
            }
        } catch (IOException e) {
            Log.warning("A connection could not be closed in order: " + wire.channel(), e);
        }
        tell();
    }
}
