package dev.runinprocess.codec;

import dev.runinprocess.failure.NotTransferableException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Objects;

/**
 * The receiving end of a value's way through its {@link Codec}. Nothing that it reads is trusted: bytes that are no value
 * give a {@link NotTransferableException}, and a length that lies allocates nothing. For one thread.
 */
public final class ValueReader {
    private static final byte[] NO_BYTES = {};
    private static final ByteBuffer[] NO_CHUNKS = {};

    private final ByteBuffer[] chunks;
    private int nextChunk;
    private byte[] chunk = NO_BYTES;
    private int position;
    private int limit;
    private long bytesBeyondChunk;
    private boolean reading;

    /** Creates one at the payload's first byte. */
    public ValueReader(Payload payload) {
        chunks = payload.chunks();
        bytesBeyondChunk = payload.length();
    }

    /** Creates one over an array, which must not change as long as it is read. The values have no part in it. */
    public ValueReader(byte[] bytes, int length) {
        chunks = NO_CHUNKS;
        chunk = bytes;
        limit = Objects.checkIndex(length, bytes.length + 1);
    }

    /** Reads one byte, 0 or 1. */
    public boolean readBoolean() {
        byte value = readByte();
        if (value != 0 && value != 1) {
            throw Refusal.malformed("a boolean is 0 or 1, not " + value);
        }
        return value == 1;
    }

    /** Reads one byte. */
    public byte readByte() {
        if (position == limit) {
            openNextChunk();
        }
        return chunk[position++];
    }

    /** Reads two bytes. */
    public short readShort() {
        int low = readByte() & 0xFF;
        return (short) (low | readByte() << 8);
    }

    /** Reads two bytes. */
    public char readChar() {
        return (char) readShort();
    }

    /** Reads four bytes. */
    public int readInt() {
        int at = position;
        if (limit - at < Integer.BYTES) {
            int low = readShort() & 0xFFFF;
            return low | readShort() << 16;
        }
        position = at + Integer.BYTES;
        return getInt(at);
    }

    /** Reads eight bytes. */
    public long readLong() {
        int at = position;
        if (limit - at < Long.BYTES) {
            long low = Integer.toUnsignedLong(readInt());
            return low | (long) readInt() << Integer.SIZE;
        }
        position = at + Long.BYTES;
        return Integer.toUnsignedLong(getInt(at)) | (long) getInt(at + Integer.BYTES) << Integer.SIZE;
    }

    private int getInt(int at) {
        return (chunk[at] & 0xFF) | (chunk[at + 1] & 0xFF) << 8 | (chunk[at + 2] & 0xFF) << 16 | chunk[at + 3] << 24;
    }

    /** Reads four bytes. */
    public float readFloat() {
        return Float.intBitsToFloat(readInt());
    }

    /** Reads eight bytes. */
    public double readDouble() {
        return Double.longBitsToDouble(readLong());
    }

    /** Reads a number of elements, each of a byte at least: more of them than there are bytes left are refused. */
    public int readLength() {
        return readLength(1);
    }

    /** Reads a number of elements of that many bytes each. */
    int readLength(int elementBytes) {
        long length = readVarint();
        if (length < 0 || length > Math.min(Integer.MAX_VALUE, remaining() / elementBytes)) {
            throw Refusal.malformed("a length is beyond its end: length=" + length + ", bytes left=" + remaining());
        }
        return (int) length;
    }

    /** Reads a number of elements that was written as an int; no more than there are bytes left, as for {@link #readLength()}. */
    int readCount() {
        int count = readInt();
        if (count < 0 || count > remaining()) {
            throw Refusal.malformed(
                    "a number of elements is beyond its end: elements=" + count + ", bytes left=" + remaining());
        }
        return count;
    }

    /** Reads which one of {@code count} alternatives follows. */
    public int readOrdinal(int count) {
        long ordinal = readVarint();
        if (ordinal < 0 || ordinal >= count) {
            throw Refusal.malformed("an alternative does not exist: ordinal=" + ordinal + ", alternatives=" + count);
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
        throw Refusal.malformed("a number has no end");
    }

    /** Reads the bytes themselves, exactly so many. */
    public void readBytes(byte[] bytes, int offset, int length) {
        int at = offset;
        int left = length;
        while (left > 0) {
            if (position == limit) {
                openNextChunk();
            }
            int part = Math.min(left, limit - position);
            System.arraycopy(chunk, position, bytes, at, part);
            position += part;
            at += part;
            left -= part;
        }
    }

    /** Reads so many bytes into a new array, which a copy need not fill with zeros first. */
    byte[] readNewBytes(int length) {
        int at = take(length);
        if (at >= 0) {
            return Arrays.copyOfRange(chunk, at, at + length);
        }
        byte[] bytes = new byte[length];
        readBytes(bytes, 0, length);
        return bytes;
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
            throw Refusal.malformed("the mark of a value is 0 or 1, not " + mark);
        }
        return reading ? codec.read(this) : readOutermost(codec);
    }

    private <T> T readOutermost(Codec<T> codec) {
        reading = true;
        try {
            return codec.read(this);
        } catch (StackOverflowError e) {
            throw Refusal.nestsTooDeep(e);
        } catch (RuntimeException e) {
            throw Refusal.whileReading(e);
        } finally {
            reading = false;
        }
    }

    /** The number of bytes not yet read. */
    public long remaining() {
        return limit - position + bytesBeyondChunk;
    }

    /** The bytes not yet read; this reader stays where it is. */
    public Payload remainder() {
        if (chunks == NO_CHUNKS) {
            return new Payload(new ByteBuffer[] {ByteBuffer.wrap(Arrays.copyOfRange(chunk, position, limit))});
        }
        ByteBuffer[] rest = new ByteBuffer[chunks.length - nextChunk + 1];
        rest[0] = ByteBuffer.wrap(chunk, position, limit - position);
        System.arraycopy(chunks, nextChunk, rest, 1, chunks.length - nextChunk);
        return new Payload(rest);
    }

    /** The chunk that is being read; the next read may open another one. */
    byte[] chunk() {
        return chunk;
    }

    /** Takes some bytes of one chunk and tells their place in {@link #chunk()}, or takes none and says -1 if they are spread over several. */
    int take(int bytes) {
        if (limit - position < bytes) {
            return -1;
        }
        int at = position;
        position = at + bytes;
        return at;
    }

    /** One or more units of bytes, as many as come in one piece, up to the number given; they count as read. */
    ByteBuffer window(int unitBytes, int units) {
        if (position == limit) {
            openNextChunk();
        }
        int bytes = unitBytes * Math.min(units, (limit - position) / unitBytes);
        ByteBuffer window;
        if (bytes > 0) {
            window = ByteBuffer.wrap(chunk, position, bytes);
            position += bytes;
        } else {
            byte[] split = new byte[unitBytes];
            readBytes(split, 0, unitBytes);
            window = ByteBuffer.wrap(split);
        }
        return window.order(ByteOrder.LITTLE_ENDIAN);
    }

    private void openNextChunk() {
        if (bytesBeyondChunk == 0) {
            throw Refusal.malformed("they end in the middle of it");
        }
        ByteBuffer next;
        do {
            next = chunks[nextChunk++];
        } while (!next.hasRemaining());
        chunk = next.array();
        position = next.arrayOffset() + next.position();
        limit = position + next.remaining();
        bytesBeyondChunk -= next.remaining();
    }
}
