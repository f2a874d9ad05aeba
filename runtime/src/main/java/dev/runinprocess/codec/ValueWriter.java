package dev.runinprocess.codec;

import dev.runinprocess.failure.NotTransferableException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The sending end of a value's way through its {@link Codec}: values in, a {@link Payload} out. Numbers are little endian and of
 * fixed width. For one thread; a writer serves one message, and one that failed yields none.
 */
public final class ValueWriter {
    static final byte NULL = 0;
    static final byte PRESENT = 1;

    private static final int FIRST_CHUNK_BYTES = 256;
    private static final int FIRST_LANDMARK_DEPTH = 32;

    /*
     * What is written never moves: a full chunk is set aside and another one begun, twice as large each time. A number
     * does not straddle two chunks.
     */
    private ByteBuffer[] fullChunks = new ByteBuffer[4];
    private int fullCount;
    private long fullBytes;
    private ByteBuffer chunk = ByteBuffer.wrap(new byte[FIRST_CHUNK_BYTES]).order(ByteOrder.LITTLE_ENDIAN);

    /*
     * A value that contains itself is found as Brent's algorithm finds a cycle: one value on the way down is remembered, at depth 32, 64,
     * 128 and so on, until its own write is over. Whoever meets it again before that is inside it. The codec counts, too,
     * because one codec may hand the same value on to another.
     */
    private int depth;
    private int landmarkDepth = FIRST_LANDMARK_DEPTH;
    private @Nullable Object landmark;
    private @Nullable Codec<?> landmarkCodec;

    private boolean failed;

    /** Creates an empty one. */
    public ValueWriter() {}

    /** Writes one byte, 0 or 1. */
    public void writeBoolean(boolean value) {
        room(1).put(value ? (byte) 1 : 0);
    }

    /** Writes one byte. */
    public void writeByte(int value) {
        room(1).put((byte) value);
    }

    /** Writes two bytes. */
    public void writeShort(int value) {
        room(Short.BYTES).putShort((short) value);
    }

    /** Writes two bytes. */
    public void writeChar(char value) {
        room(Character.BYTES).putChar(value);
    }

    /** Writes four bytes. */
    public void writeInt(int value) {
        room(Integer.BYTES).putInt(value);
    }

    /** Writes eight bytes. */
    public void writeLong(long value) {
        room(Long.BYTES).putLong(value);
    }

    /** Writes four bytes: the very bits, whatever kind of NaN they are. */
    public void writeFloat(float value) {
        room(Float.BYTES).putInt(Float.floatToRawIntBits(value));
    }

    /** Writes eight bytes: the very bits, whatever kind of NaN they are. */
    public void writeDouble(double value) {
        room(Double.BYTES).putLong(Double.doubleToRawLongBits(value));
    }

    /** Writes how many elements follow, in one to five bytes; each of them must take a byte at least, or reading refuses them. */
    public void writeLength(int length) {
        if (length < 0) {
            throw new IllegalArgumentException("A length cannot be negative: length=" + length);
        }
        writeVarint(length);
    }

    /** Writes which one of several alternatives follows, counted from 0, in one to five bytes. */
    public void writeOrdinal(int ordinal) {
        if (ordinal < 0) {
            throw new IllegalArgumentException("An ordinal cannot be negative: ordinal=" + ordinal);
        }
        writeVarint(ordinal);
    }

    /** Writes an unsigned number, seven bits a byte, lowest first; the high bit says that more follow. */
    void writeVarint(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            writeByte((int) rest | 0x80);
            rest >>>= 7;
        }
        writeByte((int) rest);
    }

    /** Writes the bytes themselves, without their number. */
    public void writeBytes(byte[] bytes, int offset, int length) {
        int at = offset;
        int left = length;
        while (left > 0) {
            ByteBuffer room = room(1, left);
            int part = Math.min(left, room.remaining());
            room.put(bytes, at, part);
            at += part;
            left -= part;
        }
    }

    /**
     * Writes a value of a reference type: a mark, and unless it is null the value by its codec.
     *
     * @throws NotTransferableException if the value, or a part of it, cannot cross: among others if it contains itself or nests too
     *     deep for this thread's stack. The writer is of no use then.
     */
    public <T> void write(Codec<T> codec, @Nullable T value) {
        if (value == null) {
            writeByte(NULL);
            return;
        }
        writeByte(PRESENT);
        if (depth == 0) {
            writeOutermost(codec, value);
        } else {
            writeNested(codec, value);
        }
    }

    private <T> void writeOutermost(Codec<T> codec, T value) {
        boolean complete = false;
        try {
            writeNested(codec, value);
            complete = true;
        } catch (StackOverflowError e) {
            throw new NotTransferableException(
                    "The value nests deeper than this thread's stack allows, or contains itself. Send its parts as a list,"
                            + " or give the thread a larger stack.",
                    e);
        } finally {
            depth = 0;
            failed |= !complete;
        }
    }

    private <T> void writeNested(Codec<T> codec, T value) {
        depth++;
        if (value == landmark && codec == landmarkCodec) {
            throw new NotTransferableException(
                    "A value of " + value.getClass().getName()
                            + " contains itself, and a copy of it would have no end. Send its parts and refer to them by a key.");
        }
        if (depth == landmarkDepth) {
            landmark = value;
            landmarkCodec = codec;
            landmarkDepth <<= 1;
            codec.write(this, value);
            landmarkDepth = depth;
            landmark = null;
            landmarkCodec = null;
        } else {
            codec.write(this, value);
        }
        depth--;
    }

    /**
     * The bytes written so far.
     *
     * @throws IllegalStateException if a write has failed, or has not ended
     */
    public Payload toPayload() {
        if (failed || depth != 0) {
            throw new IllegalStateException(
                    failed
                            ? "A value could not be written, so there is no whole message."
                            : "A value is being written.");
        }
        ByteBuffer[] chunks = Arrays.copyOf(fullChunks, fullCount + 1);
        chunks[fullCount] = chunk.duplicate().flip();
        return new Payload(chunks);
    }

    /** The current chunk, with room for that many bytes, a few at most. */
    ByteBuffer room(int bytes) {
        return room(bytes, bytes);
    }

    /** The current chunk with room for {@code atLeast} bytes. A new one, if need be, is as large as {@code wanted} where that is sensible. */
    ByteBuffer room(int atLeast, long wanted) {
        if (chunk.remaining() < atLeast) {
            beginChunk(wanted);
        }
        return chunk;
    }

    /** The place of one or more units of bytes, as many as there is room for up to the number given. The caller fills it, all. */
    ByteBuffer window(int unitBytes, int units) {
        ByteBuffer room = room(unitBytes, (long) unitBytes * units);
        int bytes = unitBytes * Math.min(units, room.remaining() / unitBytes);
        ByteBuffer window = room.slice(room.position(), bytes).order(ByteOrder.LITTLE_ENDIAN);
        room.position(room.position() + bytes);
        return window;
    }

    private void beginChunk(long wanted) {
        if (fullCount == fullChunks.length) {
            fullChunks = Arrays.copyOf(fullChunks, 2 * fullCount);
        }
        fullBytes += chunk.position();
        fullChunks[fullCount++] = chunk.flip();
        long size = Math.max(FIRST_CHUNK_BYTES, Math.max(fullBytes, wanted));
        chunk = ByteBuffer.wrap(new byte[(int) Math.min(size, Payload.LARGEST_CHUNK_BYTES)])
                .order(ByteOrder.LITTLE_ENDIAN);
    }
}
