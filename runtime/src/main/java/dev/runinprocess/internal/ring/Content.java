package dev.runinprocess.internal.ring;

import dev.runinprocess.codec.ValueWriter;
import dev.runinprocess.failure.NotTransferableException;
import java.nio.ByteBuffer;

/** The bytes of a message that is to be written. They must not change meanwhile. */
public sealed interface Content {
    /** As long as an array can be. */
    int LARGEST_BYTES = Integer.MAX_VALUE - Long.BYTES;

    /**
     * What was written to a writer.
     *
     * @throws NotTransferableException if that is too long for a message
     */
    static Content of(ValueWriter value) {
        long length = value.length();
        if (length > LARGEST_BYTES) {
            throw new NotTransferableException(
                    "This value is too long for one message: length=" + length + ", longest=" + LARGEST_BYTES);
        }
        return new Value(value, (int) length);
    }

    /** What is between a buffer's position and its limit, which stay. */
    static Content of(ByteBuffer bytes) {
        return new Bytes(bytes, bytes.remaining());
    }

    /** How many there are. */
    int length();

    /** Copies some of them. */
    void copyTo(ByteBuffer target, int index, int from, int length);

    /**
     * An encoded value.
     *
     * @param writer where it was written to
     */
    record Value(ValueWriter writer, int length) implements Content {
        @Override
        public void copyTo(ByteBuffer target, int index, int from, int length) {
            writer.copyTo(target, index, from, length);
        }
    }

    /**
     * Plain bytes.
     *
     * @param buffer the first of them is at its position
     */
    record Bytes(ByteBuffer buffer, int length) implements Content {
        @Override
        public void copyTo(ByteBuffer target, int index, int from, int length) {
            target.put(index, buffer, buffer.position() + from, length);
        }
    }
}
