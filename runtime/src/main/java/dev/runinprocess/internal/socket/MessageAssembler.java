package dev.runinprocess.internal.socket;

import dev.runinprocess.internal.protocol.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Messages, put together from bytes as they come, in pieces of any size. Whatever a message says of its length, memory is taken for a page and for twice the bytes that came, and never for more than
 * the limit. No I/O; for one thread.
 */
final class MessageAssembler {
    private static final int FIRST_BYTES = 4096;
    private static final byte[] NO_BYTES = {};

    private enum Stage {
        HEADER,
        SIZE,
        BODY,
        MARK
    }

    private final int kinds;
    private final int limit;
    private final ByteBuffer header =
            ByteBuffer.allocate(MessageLayout.HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);

    private Stage stage = Stage.HEADER;
    private byte kind;
    private int length;
    private int arrived;
    private int segmentLeft;
    private byte[] body = NO_BYTES;

    /** Of kinds from 1 on, so many, and of a length up to the limit. */
    MessageAssembler(int kinds, int limit) {
        this.kinds = kinds;
        this.limit = limit;
        expect(Stage.HEADER, MessageLayout.HEADER_BYTES);
    }

    /** Whether a message has begun that is not yet whole. */
    boolean isInside() {
        return stage != Stage.HEADER || header.position() > 0;
    }

    /** How many bytes of its body are still to come. */
    int left() {
        return stage == Stage.HEADER ? 0 : length - arrived;
    }

    /** The memory that the message takes now. */
    int memoryBytes() {
        return body.length;
    }

    /** What there is of a message that has begun, for people. */
    String progress() {
        return stage == Stage.HEADER
                ? "bytes=" + header.position() + " of its header"
                : "bytes=" + arrived + ", expected=" + length;
    }

    /**
     * Takes bytes, up to the end of a message.
     *
     * @return the message, if it is whole now
     * @throws ProtocolException if these are no messages, or one is too long; the assembler is of no use then
     */
    @Nullable
    Message take(ByteBuffer source) throws ProtocolException {
        while (source.hasRemaining()) {
            if (stage == Stage.BODY) {
                takeBody(source);
            } else if (fill(source)) {
                header.flip();
                switch (stage) {
                    case HEADER -> begin();
                    case SIZE -> beginSegment();
                    default -> {
                        if (endsWhole()) {
                            return new Message(kind, surrender());
                        }
                    }
                }
            }
        }
        return null;
    }

    private boolean fill(ByteBuffer source) {
        int count = Math.min(header.remaining(), source.remaining());
        for (int i = 0; i < count; i++) {
            header.put(source.get());
        }
        return !header.hasRemaining();
    }

    private void expect(Stage next, int bytes) {
        stage = next;
        header.clear().limit(bytes);
    }

    private void begin() throws ProtocolException {
        kind = header.get();
        long announced = header.getLong();
        if (kind < 1 || kind > kinds) {
            throw new ProtocolException("a message is of a kind that does not exist: kind=" + kind);
        }
        if (announced < 0 || announced > limit) {
            throw new ProtocolException("a message is longer than is taken here: length="
                    + Long.toUnsignedString(announced) + ", limit=" + limit
                    + "; allow more with ConnectionTerms.maxMessageBytes(…)");
        }
        length = (int) announced;
        arrived = 0;
        continueOrEnd();
    }

    private void continueOrEnd() {
        if (arrived == length) {
            expect(Stage.MARK, 1);
        } else {
            expect(Stage.SIZE, MessageLayout.SIZE_BYTES);
        }
    }

    private void beginSegment() throws ProtocolException {
        int size = Short.toUnsignedInt(header.getShort());
        if (size > length - arrived) {
            throw new ProtocolException("a part of a message is longer than what is left of it: size=" + size
                    + ", left=" + (length - arrived));
        }
        if (size == 0) {
            forget();
        } else {
            segmentLeft = size;
            stage = Stage.BODY;
        }
    }

    private void takeBody(ByteBuffer source) {
        int count = Math.min(segmentLeft, source.remaining());
        if (body.length - arrived < count) {
            long wanted = Math.max(FIRST_BYTES, 2L * (arrived + count));
            body = Arrays.copyOf(body, (int) Math.min(length, wanted));
        }
        source.get(body, arrived, count);
        arrived += count;
        segmentLeft -= count;
        if (segmentLeft == 0) {
            continueOrEnd();
        }
    }

    private boolean endsWhole() throws ProtocolException {
        byte mark = header.get();
        if (mark == MessageLayout.DROPPED) {
            forget();
            return false;
        }
        if (mark != MessageLayout.WHOLE) {
            throw new ProtocolException("a message ends with a mark that does not exist: mark=" + mark);
        }
        return true;
    }

    private byte[] surrender() {
        byte[] whole = body;
        forget();
        return whole;
    }

    private void forget() {
        body = NO_BYTES;
        expect(Stage.HEADER, MessageLayout.HEADER_BYTES);
    }
}
