package dev.runinprocess.channel;

import dev.runinprocess.codec.Codec;
import dev.runinprocess.codec.ValueReader;
import dev.runinprocess.codec.ValueWriter;
import dev.runinprocess.failure.MessageTooLongException;
import dev.runinprocess.failure.NotTransferableException;
import dev.runinprocess.internal.park.Deadline;
import dev.runinprocess.internal.park.Wanted;
import dev.runinprocess.internal.ring.Content;
import dev.runinprocess.internal.ring.Intake;
import dev.runinprocess.internal.ring.RingReader;
import dev.runinprocess.internal.ring.RingWriter;
import dev.runinprocess.internal.shm.Address;
import dev.runinprocess.internal.shm.Place;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A handle of one end of a pipe. Safe for use by many threads; and so are the handles of all processes that hold the end.
 *
 * @param <E> the type of the values
 */
final class PipeEnd<E> extends Connection<E> {
    private static final String WHAT = "Connection";

    private final SharedPipe pipe;
    private final int end;
    private final PipeEndState state;
    private final @Nullable RingReader reader;
    private final @Nullable RingWriter writer;
    private final AtomicBoolean closed = new AtomicBoolean();

    /** Of an end that this process holds, once for this handle. */
    PipeEnd(Codec<E> codec, SharedPipe pipe, int end) {
        super(codec);
        this.pipe = pipe;
        this.end = end;
        this.state = new PipeEndState(pipe.place(), end);
        this.reader = pipe.canReceive(end) ? pipe.ringTo(end).reader(state) : null;
        this.writer = pipe.canReceive(1 - end) ? pipe.ringTo(1 - end).writer(state) : null;
    }

    @Override
    public boolean isReadable() {
        return reader != null;
    }

    @Override
    public boolean isWritable() {
        return writer != null;
    }

    @Override
    public boolean isClosed() {
        return closed.get();
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            state.leave();
            letGo(pipe.place(), end);
        }
    }

    private static void letGo(Place place, int end) {
        PipeLayout.holders(place, end).remove();
        SharedPipe.settle(place, end);
        SharedPipe.tellAll(place);
    }

    @Override
    void transmit(ValueWriter value) throws InterruptedException {
        out().write(MessageKind.VALUE.number(), Content.of(value));
    }

    @Override
    void transmit(ByteBuffer bytes) throws InterruptedException {
        out().write(MessageKind.BYTES.number(), Content.of(bytes));
    }

    @Override
    byte[] fetch(MessageKind kind) throws InterruptedException {
        ToArray intake = new ToArray(kind);
        boolean unused = in().read(intake, Deadline.NEVER);
        return intake.bytes;
    }

    @Override
    int fetch(ByteBuffer target) throws InterruptedException {
        ToBuffer intake = new ToBuffer(target);
        boolean unused = in().read(intake, Deadline.NEVER);
        target.position(target.position() + intake.length);
        return intake.length;
    }

    @Override
    boolean hasMessageOrEnd() {
        return in().isReady();
    }

    @Override
    boolean awaitMessageOrEnd(Duration time) throws InterruptedException {
        return in().awaitReady(Deadline.after(time));
    }

    Wanted wanted() {
        return in().wanted();
    }

    private RingReader in() {
        return Objects.requireNonNull(reader, "asked before");
    }

    private RingWriter out() {
        return Objects.requireNonNull(writer, "asked before");
    }

    /** Sends the end itself: from here on until it has arrived somewhere it is held, unless this process dies, or the message is lost. */
    void writeTo(ValueWriter message) {
        requireOpen();
        Place place = pipe.place();
        InFlight flight = pipe.holders(end).send();
        message.whenLost(() -> land(place, end, flight));
        Address.write(message, place);
        message.writeOrdinal(end);
        flight.write(message);
    }

    private static void land(Place place, int end, InFlight flight) {
        PipeLayout.holders(place, end).land(flight);
        if (SharedPipe.settle(place, end)) {
            SharedPipe.tellAll(place);
        }
    }

    /** Holds an end that {@link #writeTo} sent. */
    static <E> PipeEnd<E> readFrom(ValueReader message, Codec<E> codec) {
        Place place = Address.read(message, WHAT);
        int end = message.readOrdinal(2);
        InFlight flight = InFlight.read(message);
        PipeShape shape = PipeShape.at(place);
        Holders holders = PipeLayout.holders(place, end);
        holders.add();
        PipeEnd<E> held = null;
        try {
            SharedPipe opened = SharedPipe.open(place, shape);
            if (opened == null || holders.isEnded()) {
                throw new NotTransferableException(
                        "This end of a pipe is gone: it was sent by a process that died before the end arrived, and nobody else held it.");
            }
            held = new PipeEnd<>(codec, opened, end);
            return held;
        } finally {
            holders.land(flight);
            if (held == null) {
                letGo(place, end);
            }
        }
    }

    @Override
    public String toString() {
        String way = reader == null ? "sends" : writer == null ? "receives" : "sends and receives";
        return "Connection[pipe=" + Long.toHexString(pipe.place().address()) + ", " + way
                + (isClosed() ? ", closed]" : "]");
    }

    /** A message of one kind, as an array. */
    private static final class ToArray implements Intake {
        private static final byte[] NONE = {};

        private final MessageKind wanted;
        private byte[] bytes = NONE;

        ToArray(MessageKind wanted) {
            this.wanted = wanted;
        }

        @Override
        public ByteBuffer room(int kind, int length) {
            wanted.require(kind);
            bytes = new byte[length];
            return ByteBuffer.wrap(bytes);
        }
    }

    /** Plain bytes, into a buffer of the user's. */
    private static final class ToBuffer implements Intake {
        private final ByteBuffer target;
        private int length;

        ToBuffer(ByteBuffer target) {
            this.target = target;
        }

        @Override
        public ByteBuffer room(int kind, int length) {
            MessageKind.BYTES.require(kind);
            if (length > target.remaining()) {
                throw new MessageTooLongException(length, target.remaining());
            }
            this.length = length;
            return target;
        }
    }
}
