package dev.runinprocess.internal.pool;

import dev.runinprocess.codec.ValueReader;
import dev.runinprocess.codec.ValueWriter;
import dev.runinprocess.failure.ChannelClosedException;
import dev.runinprocess.internal.park.Attempt;
import dev.runinprocess.internal.park.Deadline;
import dev.runinprocess.internal.park.Parking;
import dev.runinprocess.internal.ring.Content;
import dev.runinprocess.internal.ring.EndState;
import dev.runinprocess.internal.ring.Intake;
import dev.runinprocess.internal.ring.RingDraft;
import dev.runinprocess.internal.ring.RingReader;
import dev.runinprocess.internal.ring.RingWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** One end of a pair of rings. One thread sends at a time, and one receives. */
final class RingLink {
    private static final byte[] NONE = {};

    private final RingWriter writer;
    private final RingReader reader;
    private final NextMessage next = new NextMessage();

    private RingLink(RingWriter writer, RingReader reader) {
        this.writer = writer;
        this.reader = reader;
    }

    /** The pool's end; the other is gone when the worker's process is. */
    static RingLink ofPool(Seat seat, EndState worker) {
        return new RingLink(seat.toWorker().writer(worker), seat.fromWorker().reader(worker));
    }

    /** The worker's end. A pool whose process is gone takes the worker along, and needs not be seen here. */
    static RingLink ofWorker(Seat seat) {
        return new RingLink(
                seat.fromWorker().writer(new PoolState(() -> false)),
                seat.toWorker().reader(new PoolState(seat::isFinished)));
    }

    /** What follows for the worker from what it knows of the pool. */
    private record PoolState(BooleanSupplier gone) implements EndState {
        @Override
        public boolean isOtherGone() {
            return gone.getAsBoolean();
        }

        @Override
        public boolean isLeft() {
            return false;
        }
    }

    /**
     * Sends a message, waiting for room as long as the other side lives. An interrupt is kept for later.
     *
     * @throws IOException if the other side is gone
     */
    void send(int kind, ValueWriter body) throws IOException {
        Content content = Content.of(body);
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    writer.write(kind, content);
                    return;
                } catch (InterruptedException e) {
                    // The other side passes over what came of it.
                    interrupted = true;
                }
            }
        } catch (ChannelClosedException e) {
            throw new IOException("the other side is gone", e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /**
     * Sends a message if that needs no waiting.
     *
     * @return whether it is sent
     * @throws IOException if the other side is gone
     */
    boolean trySend(int kind, ValueWriter body) throws IOException {
        try {
            return writer.tryWrite(kind, Content.of(body));
        } catch (ChannelClosedException e) {
            throw new IOException("the other side is gone", e);
        }
    }

    /** A message that is put together in the ring. No other is sent before it is published. */
    RingDraft draft() {
        return writer.draft();
    }

    /**
     * Waits for room for a message that is put together. An interrupt is kept for later.
     *
     * @throws IOException if the other side is gone
     */
    void awaitRoom(RingDraft draft, int bytes) throws IOException {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    draft.awaitRoom(bytes);
                    return;
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (ChannelClosedException e) {
            throw new IOException("the other side is gone", e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** The beginning of a message that the other side, which is dead, had put together and not published. */
    byte[] drafted(int length) {
        return reader.drafted(length);
    }

    /**
     * Waits for the next message. An interrupt is kept for later.
     *
     * @return the message, or null if there is none, nor will be
     */
    @Nullable
    Message receive() {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    boolean unused = reader.read(next, Deadline.NEVER);
                    return next.take();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (ChannelClosedException e) {
            return null;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** The next message if it is there already, or null. */
    @Nullable
    Message poll() {
        boolean interrupted = Thread.interrupted();
        try {
            return reader.tryRead(next) ? next.take() : null;
        } catch (InterruptedException e) {
            interrupted = true;
            return null;
        } catch (ChannelClosedException e) {
            return null;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** The next message if it is there already, and small enough to have been written at once; or null. Waits for nothing. */
    @Nullable
    Message pollWhole() {
        try {
            return reader.tryReadWhole(next) ? next.take() : null;
        } catch (ChannelClosedException e) {
            return null;
        }
    }

    /** Whether there is nothing to read. Costs next to nothing. */
    boolean isEmpty() {
        return reader.isEmpty();
    }

    /** Waits until there may be something to read, or something else holds that others unpark this thread for. An interrupt is kept for later. */
    void await(BooleanSupplier orElse) {
        Attempt attempt = new Ready(reader, orElse);
        boolean interrupted = false;
        boolean done = false;
        while (!done) {
            try {
                done = Parking.awaitAny(List.of(reader.wanted()), attempt, Deadline.NEVER);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private record Ready(RingReader reader, BooleanSupplier orElse) implements Attempt {
        @Override
        public boolean succeeds() {
            return reader.isReady() || orElse.getAsBoolean();
        }

        @Override
        public boolean isPromising() {
            return succeeds();
        }
    }

    /** The message that is being read. */
    private static final class NextMessage implements Intake {
        private int kind;
        private byte[] bytes = NONE;

        @Override
        public ByteBuffer room(int messageKind, int length) {
            kind = messageKind;
            bytes = new byte[length];
            return ByteBuffer.wrap(bytes);
        }

        Message take() {
            Message message = new Message(kind, new ValueReader(bytes, bytes.length));
            bytes = NONE;
            return message;
        }
    }
}
