package dev.runinprocess.codec;

import dev.runinprocess.failure.NotTransferableException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * The receiving end of a value's way through its {@link Codec}. Nothing that it reads is trusted: bytes that are no value
 * give a {@link NotTransferableException}, and a length that lies allocates nothing. For one thread.
 */
public final class ValueReader {
    private final ByteBuffer[] chunks;
    private int nextChunk;
    private ByteBuffer chunk;
    private long bytesBeyondChunk;
    private boolean reading;

    /** Creates one at the payload's first byte. */
    public ValueReader(Payload payload) {
        chunks = payload.chunks();
        bytesBeyondChunk = payload.length();
        chunk = ByteBuffer.allocate(0);
    }

    /** Reads one byte, 0 or 1. */
    public boolean readBoolean() {
        byte value = readByte();
        if (value != 0 && value != 1) {
            throw malformed("a boolean is 0 or 1, not " + value);
        }
        return value == 1;
    }

    /** Reads one byte. */
    public byte readByte() {
        if (!chunk.hasRemaining()) {
            openNextChunk();
        }
        return chunk.get();
    }

    /** Reads two bytes. */
    public short readShort() {
        return chunk.remaining() >= Short.BYTES ? chunk.getShort() : (short) readSplit(Short.BYTES);
    }

    /** Reads two bytes. */
    public char readChar() {
        return chunk.remaining() >= Character.BYTES ? chunk.getChar() : (char) readSplit(Character.BYTES);
    }

    /** Reads four bytes. */
    public int readInt() {
        return chunk.remaining() >= Integer.BYTES ? chunk.getInt() : (int) readSplit(Integer.BYTES);
    }

    /** Reads eight bytes. */
    public long readLong() {
        return chunk.remaining() >= Long.BYTES ? chunk.getLong() : readSplit(Long.BYTES);
    }

    /** Reads four bytes. */
    public float readFloat() {
        return Float.intBitsToFloat(readInt());
    }

    /** Reads eight bytes. */
    public double readDouble() {
        return Double.longBitsToDouble(readLong());
    }

    private long readSplit(int bytes) {
        long value = 0;
        for (int shift = 0; shift < 8 * bytes; shift += 8) {
            value |= (readByte() & 0xFFL) << shift;
        }
        return value;
    }

    /** Reads a number of elements, each of a byte at least: more of them than there are bytes left are refused. */
    public int readLength() {
        return readLength(1);
    }

    /** Reads a number of elements of that many bytes each. */
    int readLength(int elementBytes) {
        long length = readVarint();
        if (length < 0 || length > Math.min(Integer.MAX_VALUE, remaining() / elementBytes)) {
            throw malformed("a length is beyond its end: length=" + length + ", bytes left=" + remaining());
        }
        return (int) length;
    }

    /** Reads a number of elements that was written as an int; no more than there are bytes left, as for {@link #readLength()}. */
    int readCount() {
        int count = readInt();
        if (count < 0 || count > remaining()) {
            throw malformed(
                    "a number of elements is beyond its end: elements=" + count + ", bytes left=" + remaining());
        }
        return count;
    }

    /** Reads which one of {@code count} alternatives follows. */
    public int readOrdinal(int count) {
        long ordinal = readVarint();
        if (ordinal < 0 || ordinal >= count) {
            throw malformed("an alternative does not exist: ordinal=" + ordinal + ", alternatives=" + count);
        }
        return (int) ordinal;
    }

    /** Reads what {@link ValueWriter#writeVarint} wrote; a negative result is for the caller to refuse. */
    long readVarint() {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            byte part = readByte();
            value |= (part & 0x7FL) << shift;
            if (part >= 0) {
                return value;
            }
        }
        throw malformed("a number has no end");
    }

    /** Reads the bytes themselves, exactly so many. */
    public void readBytes(byte[] bytes, int offset, int length) {
        int at = offset;
        int left = length;
        while (left > 0) {
            if (!chunk.hasRemaining()) {
                openNextChunk();
            }
            int part = Math.min(left, chunk.remaining());
            chunk.get(bytes, at, part);
            at += part;
            left -= part;
        }
    }

    /**
     * Reads what {@link ValueWriter#write} wrote.
     *
     * @throws NotTransferableException if the bytes are no such value, if its class refuses it, or if it nests too deep for this thread's
     *     stack. The reader is of no use then.
     */
    @SuppressWarnings("NullAway") // Null only where null was written: whether it may be is for the type to say.
    public <T> T read(Codec<T> codec) {
        byte mark = readByte();
        if (mark == ValueWriter.NULL) {
            return null;
        }
        if (mark != ValueWriter.PRESENT) {
            throw malformed("the mark of a value is 0 or 1, not " + mark);
        }
        return reading ? codec.read(this) : readOutermost(codec);
    }

    private <T> T readOutermost(Codec<T> codec) {
        reading = true;
        try {
            return codec.read(this);
        } catch (NotTransferableException e) {
            throw e;
        } catch (StackOverflowError e) {
            throw new NotTransferableException(
                    "The value received nests deeper than this thread's stack allows. Send its parts as a list, or give the"
                            + " thread a larger stack (in a child, the JVM option -Xss).",
                    e);
        } catch (RuntimeException e) {
            // Factories and constructors check what they are given; this is what a forged or foreign value runs into.
            throw new NotTransferableException("A value received was refused by its own class: " + e, e);
        } finally {
            reading = false;
        }
    }

    /** The number of bytes not yet read. */
    public long remaining() {
        return chunk.remaining() + bytesBeyondChunk;
    }

    /** The bytes not yet read; this reader stays where it is. */
    public Payload remainder() {
        ByteBuffer[] rest = new ByteBuffer[chunks.length - nextChunk + 1];
        rest[0] = chunk.slice();
        System.arraycopy(chunks, nextChunk, rest, 1, chunks.length - nextChunk);
        return new Payload(rest);
    }

    /** The current chunk if it holds that many bytes more, or null if they are spread over several. */
    @Nullable
    ByteBuffer contiguous(int bytes) {
        return chunk.remaining() >= bytes ? chunk : null;
    }

    /** One or more units of bytes, as many as come in one piece up to the number given; they count as read. */
    ByteBuffer window(int unitBytes, int units) {
        if (!chunk.hasRemaining()) {
            openNextChunk();
        }
        int whole = Math.min(units, chunk.remaining() / unitBytes);
        if (whole == 0) {
            byte[] split = new byte[unitBytes];
            readBytes(split, 0, unitBytes);
            return ByteBuffer.wrap(split).order(ByteOrder.LITTLE_ENDIAN);
        }
        ByteBuffer window = chunk.slice(chunk.position(), whole * unitBytes).order(ByteOrder.LITTLE_ENDIAN);
        chunk.position(chunk.position() + whole * unitBytes);
        return window;
    }

    private void openNextChunk() {
        if (bytesBeyondChunk == 0) {
            throw malformed("they end in the middle of it");
        }
        do {
            chunk = chunks[nextChunk++].duplicate().order(ByteOrder.LITTLE_ENDIAN);
        } while (!chunk.hasRemaining());
        bytesBeyondChunk -= chunk.remaining();
    }

    /** The exception for bytes that no codec of ours has written. */
    static NotTransferableException malformed(String why) {
        return new NotTransferableException("The bytes received are not a value of the type expected: " + why
                + ". The two processes run different versions of the program, or the sender's memory is damaged.");
    }
}
