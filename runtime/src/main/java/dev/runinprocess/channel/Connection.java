package dev.runinprocess.channel;

import dev.runinprocess.codec.Codec;
import dev.runinprocess.codec.ValueReader;
import dev.runinprocess.codec.ValueWriter;
import dev.runinprocess.failure.ChannelClosedException;
import dev.runinprocess.failure.MessageTooLongException;
import dev.runinprocess.failure.NotTransferableException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One end of a way between processes, on which messages go in their order: values, which a codec encodes, or plain bytes. Python: {@code Connection}.
 *
 * <p>A message arrives whole or not at all: that of a sender which dies in the middle of it, or is interrupted there, never was. {@link #send} waits where the receiver is behind; it returns when the message is on
 * its way, and what a thread did before it sent a message happens-before what another does after it received that one. When nobody is at the other end any more, because those who were closed it or died, what
 * is on its way is still received; after that, receiving throws {@link ChannelClosedException}, and sending does at once. Nobody waits for the dead.
 *
 * <p>Once it is closed here, nothing can be done with it but to close it once more, and whoever waits at it in this process is thrown out: each with a {@link ChannelClosedException}, too. Safe for use by
 * many threads; whether by several processes is told where it comes from.
 *
 * @param <E> the type of the values
 */
public abstract sealed class Connection<E> implements Waitable, AutoCloseable permits PipeEnd, SocketConnection {
    private final Codec<E> codec;

    /** What is not in use at this moment of the memory that values go through. */
    private final Spare<ValueWriter> writers = new Spare<>(ValueWriter::lending);

    Connection(Codec<E> codec) {
        this.codec = Objects.requireNonNull(codec, "codec");
    }

    /**
     * The way of ends of pipes to other processes of the session. From the moment in which it is encoded until it is decoded an end counts as held, as long as this process lives.
     *
     * @throws NotTransferableException when a connection is encoded that cannot be passed on
     */
    public static <E> Codec<Connection<E>> codec(Codec<E> element) {
        return new HandleCodec<>(element);
    }

    /** Whether messages can be received at this end. */
    public abstract boolean isReadable();

    /** Whether messages can be sent from this end. */
    public abstract boolean isWritable();

    /** Whether it was closed here. */
    public abstract boolean isClosed();

    /**
     * Sends a value, waiting for room.
     *
     * @throws NotTransferableException if it cannot cross; nothing was sent
     * @throws ChannelClosedException if nobody is at the other end any more, or this end is closed
     * @throws IllegalStateException if this end cannot send
     * @throws InterruptedException if this thread is interrupted before all of it is on its way; it does not arrive
     */
    public final void send(@Nullable E value) throws InterruptedException {
        requireWritable();
        ValueWriter writer = writers.take();
        boolean sent = false;
        try {
            writer.write(codec, value);
            transmit(writer);
            sent = true;
        } finally {
            if (!sent) {
                writer.lost();
            }
            writer.clear();
            writers.giveBack(writer);
        }
    }

    /**
     * Receives a value, waiting for one.
     *
     * @return null if null was sent
     * @throws ChannelClosedException if there is none, and nobody is at the other end any more; or if this end is closed
     * @throws NotTransferableException if it came, but cannot be decoded; it is received
     * @throws IllegalStateException if this end cannot receive; or if the next message is plain bytes, which are still to be received
     * @throws InterruptedException if this thread is interrupted before all of it is here; it is still to be received
     */
    @SuppressWarnings("NullAway") // The value is null if null was sent; E says whether it may be.
    public final E receive() throws InterruptedException {
        requireReadable();
        byte[] bytes = fetch(MessageKind.VALUE);
        return new ValueReader(bytes, bytes.length).read(codec);
    }

    /** As {@link #sendBytes(byte[], int, int)}, of all of them. */
    public final void sendBytes(byte[] bytes) throws InterruptedException {
        sendBytes(ByteBuffer.wrap(bytes));
    }

    /**
     * Sends a part of an array as one message, which may be empty. Waits, and throws, as {@link #send} does.
     *
     * @throws IndexOutOfBoundsException if there is no such part; nothing was sent
     */
    public final void sendBytes(byte[] bytes, int offset, int length) throws InterruptedException {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        sendBytes(ByteBuffer.wrap(bytes, offset, length));
    }

    /** As {@link #sendBytes(byte[], int, int)}, of the bytes between position and limit. The position is the limit afterwards, and is what it was if the message was not sent. */
    public final void sendBytes(ByteBuffer bytes) throws InterruptedException {
        requireWritable();
        transmit(bytes.duplicate());
        bytes.position(bytes.limit());
    }

    /**
     * Receives a message of plain bytes, waiting for one. Throws as {@link #receive} does.
     *
     * @throws IllegalStateException also if the next message is a value, which is still to be received
     */
    public final byte[] receiveBytes() throws InterruptedException {
        requireReadable();
        return fetch(MessageKind.BYTES);
    }

    /**
     * As {@link #receiveBytes()}, into a buffer from its position on, which is behind them afterwards.
     *
     * @return how many there were
     * @throws MessageTooLongException if there is no room for so many; the message is still to be received
     */
    public final int receiveBytes(ByteBuffer target) throws InterruptedException {
        requireReadable();
        return fetch(target);
    }

    /**
     * Whether {@link #receive} or {@link #receiveBytes()} would find something without waiting: a message, or that nobody is at the other end any more. Takes nothing.
     *
     * @throws ChannelClosedException if this end is closed
     * @throws IllegalStateException if this end cannot receive
     */
    public final boolean poll() {
        requireReadable();
        return hasMessageOrEnd();
    }

    /** As {@link #poll()}. */
    @Override
    public final boolean isReady() {
        return poll();
    }

    /**
     * As {@link #poll()}, waiting for it so long at most; not at all if the time is zero or negative.
     *
     * @throws InterruptedException if this thread is interrupted meanwhile
     */
    public final boolean poll(Duration time) throws InterruptedException {
        requireReadable();
        return awaitMessageOrEnd(time);
    }

    /** Lets go of this end here, once; other processes that have it keep theirs. Messages that were sent are received all the same. */
    @Override
    public abstract void close();

    /** Sends what was written, waiting for room. */
    abstract void transmit(ValueWriter value) throws InterruptedException;

    /** Sends the bytes between position and limit, of which the callee may move the former. */
    abstract void transmit(ByteBuffer bytes) throws InterruptedException;

    /** Takes the next message, waiting for one. One of another kind stays. */
    abstract byte[] fetch(MessageKind kind) throws InterruptedException;

    /** As {@link #fetch(MessageKind)}, of plain bytes, which are put into the target. */
    abstract int fetch(ByteBuffer target) throws InterruptedException;

    abstract boolean hasMessageOrEnd();

    abstract boolean awaitMessageOrEnd(Duration time) throws InterruptedException;

    private void requireWritable() {
        requireOpen();
        if (!isWritable()) {
            throw new IllegalStateException("This end of a one-way pipe receives. Send from the other one.");
        }
    }

    private void requireReadable() {
        requireOpen();
        if (!isReadable()) {
            throw new IllegalStateException("This end of a one-way pipe sends. Receive at the other one.");
        }
    }

    /** Throws if it is closed here. */
    final void requireOpen() {
        if (isClosed()) {
            throw ChannelClosedException.closedHere();
        }
    }

    private static final class HandleCodec<E> implements Codec<Connection<E>> {
        private final Codec<E> element;

        HandleCodec(Codec<E> element) {
            this.element = element;
        }

        @Override
        public void write(ValueWriter out, Connection<E> value) {
            if (!(value instanceof PipeEnd<E> end)) {
                throw new NotTransferableException(
                        "A connection over a socket belongs to its process. Pass the listener's address, and connect there.");
            }
            end.writeTo(out);
        }

        @Override
        public Connection<E> read(ValueReader in) {
            return PipeEnd.readFrom(in, element);
        }
    }
}
