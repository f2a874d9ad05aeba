package dev.runinprocess.internal.socket;

import dev.runinprocess.internal.park.Deadline;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The messages that go over a wire, one after the other. One that is interrupted is not received: if the wire has a part of it, what says so is kept and sent before the next one. For one thread at a time.
 */
public final class MessageWriter {
    /** The largest header, size and mark, or the size that ends a message early. */
    private static final int EXTRA_BYTES = MessageLayout.HEADER_BYTES + MessageLayout.SIZE_BYTES + 2;

    private static final int FULL_BYTES = MessageLayout.LARGEST_SEGMENT_BYTES;

    private final Wire wire;

    /** The end of a message that was interrupted. */
    private @Nullable ByteBuffer tail;

    /** Writes to a wire. */
    public MessageWriter(Wire wire) {
        this.wire = wire;
    }

    /** Writes a message's bytes, as many as were announced. */
    public interface Body {
        /** To a stream whose exceptions are to be passed on. */
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Sends a message, waiting for room.
     *
     * @throws InterruptedException if this thread is interrupted before all of it is on its way; it will not be received
     * @throws IOException if it cannot be sent any more
     */
    public void write(byte kind, int length, Body body) throws IOException, InterruptedException {
        ByteBuffer before = tail;
        if (before != null) {
            sendAll(before);
            tail = null;
        }
        Segments segments = new Segments(kind, length);
        try {
            body.writeTo(segments);
            segments.end();
        } catch (Interruption e) {
            tail = e.tail;
            throw new InterruptedException();
        }
    }

    private void sendAll(ByteBuffer bytes) throws IOException, InterruptedException {
        while (!wire.write(bytes)) {
            wire.awaitWritable(Deadline.NEVER);
        }
    }

    /** The way of an interrupt through code that knows streams. */
    private static final class Interruption extends InterruptedIOException {
        private static final long serialVersionUID = 1L;

        private final transient @Nullable ByteBuffer tail;

        Interruption(@Nullable ByteBuffer tail) {
            super("interrupted while sending");
            this.tail = tail;
        }
    }

    /** Cuts a message up. */
    private final class Segments extends OutputStream {
        private final ByteBuffer buffer;
        private int left;
        private int segmentLeft;
        private boolean begun;

        Segments(byte kind, int length) {
            buffer = ByteBuffer.allocate(Math.min(length, FULL_BYTES - EXTRA_BYTES) + EXTRA_BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN);
            buffer.put(kind).putLong(length);
            left = length;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            Objects.checkFromIndexSize(0, length, left);
            int at = offset;
            int rest = length;
            while (rest > 0) {
                if (segmentLeft == 0) {
                    beginSegment();
                }
                int count = Math.min(rest, segmentLeft);
                buffer.put(bytes, at, count);
                at += count;
                rest -= count;
                left -= count;
                segmentLeft -= count;
            }
        }

        /** Two bytes stay free, for a mark or for an early end. */
        private void beginSegment() throws IOException {
            int room = buffer.remaining() - MessageLayout.SIZE_BYTES - 2;
            if (room < 1) {
                send();
                room = buffer.remaining() - MessageLayout.SIZE_BYTES - 2;
            }
            segmentLeft = Math.min(left, room);
            buffer.putShort((short) segmentLeft);
        }

        void end() throws IOException {
            if (left > 0) {
                throw new AssertionError("a message is shorter than was announced: left=" + left);
            }
            buffer.put(MessageLayout.WHOLE).flip();
            try {
                sendAll(buffer);
            } catch (InterruptedException e) {
                if (!buffer.hasRemaining()) {
                    // TLS has the mark, and there is no way back.
                    finish();
                } else if (begun || buffer.position() > 0) {
                    buffer.put(buffer.limit() - 1, MessageLayout.DROPPED);
                    throw new Interruption(buffer);
                } else {
                    throw new Interruption(null);
                }
            }
        }

        private void finish() throws IOException {
            try {
                boolean done = false;
                while (!done) {
                    done = flushedUnlessInterrupted();
                }
            } finally {
                Thread.currentThread().interrupt();
            }
        }

        private boolean flushedUnlessInterrupted() throws IOException {
            try {
                sendAll(buffer);
                return true;
            } catch (InterruptedException e) {
                // The caller makes good for it when all is sent.
                return false;
            }
        }

        private void send() throws IOException {
            buffer.flip();
            try {
                // A message whose receiver is quick never waits, and may yet be a long one.
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                sendAll(buffer);
            } catch (InterruptedException e) {
                if (!begun && buffer.position() == 0) {
                    throw new Interruption(null);
                }
                int end = buffer.limit();
                buffer.limit(end + MessageLayout.SIZE_BYTES).putShort(end, (short) 0);
                throw new Interruption(buffer);
            }
            begun = true;
            buffer.clear();
        }
    }
}
