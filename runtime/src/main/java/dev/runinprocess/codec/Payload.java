package dev.runinprocess.codec;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Encoded values: bytes of any length, over 2 GB too, in chunks. Immutable and safe for use by many threads; it lives on the heap and
 * needs no closing.
 */
public final class Payload {
    /** Larger chunks save nothing, and G1 gives an array over half a region, which may be 512 KiB, regions of its own. */
    static final int LARGEST_CHUNK_BYTES = 1 << 18;

    private static final Payload EMPTY = new Payload(new ByteBuffer[0]);

    /* A pipe holds 64 KiB. A file stream copies up to 8 KiB by way of its stack, and otherwise allocates memory in each call. */
    private static final int READ_BYTES = 1 << 16;
    private static final int WRITE_BYTES = 1 << 13;

    private final ByteBuffer[] chunks;
    private final long length;

    /** Takes the chunks over: each one's bytes from position to limit, and nobody changes either from now on. */
    Payload(ByteBuffer[] chunks) {
        this.chunks = chunks;
        long sum = 0;
        for (ByteBuffer chunk : chunks) {
            sum += chunk.remaining();
        }
        this.length = sum;
    }

    /** No bytes at all. */
    public static Payload empty() {
        return EMPTY;
    }

    /** A copy of the bytes given. */
    public static Payload of(byte[] bytes) {
        return new Payload(new ByteBuffer[] {ByteBuffer.wrap(bytes.clone())});
    }

    /**
     * Reads that many bytes, blocking until they are there. Memory is taken as bytes arrive, so that a length that lies costs none.
     *
     * @throws java.io.EOFException if the stream ends before
     */
    public static Payload read(InputStream in, long length) throws IOException {
        if (length < 0) {
            throw new IllegalArgumentException("A payload cannot have a negative length: length=" + length);
        }
        ByteBuffer[] chunks = new ByteBuffer[4];
        int count = 0;
        long arrived = 0;
        while (arrived < length) {
            int size = (int) Math.min(length - arrived, Math.min(Math.max(arrived, READ_BYTES), LARGEST_CHUNK_BYTES));
            byte[] bytes = new byte[size];
            fill(in, bytes, arrived, length);
            if (count == chunks.length) {
                chunks = Arrays.copyOf(chunks, 2 * count);
            }
            chunks[count++] = ByteBuffer.wrap(bytes);
            arrived += size;
        }
        return new Payload(Arrays.copyOf(chunks, count));
    }

    private static void fill(InputStream in, byte[] bytes, long before, long length) throws IOException {
        int filled = 0;
        while (filled < bytes.length) {
            int got = in.read(bytes, filled, Math.min(bytes.length - filled, READ_BYTES));
            if (got < 0) {
                throw Refusal.endsEarly(before + filled, length);
            }
            filled += got;
        }
    }

    /** These bytes and then the other's; nothing is copied. */
    public Payload concat(Payload other) {
        ByteBuffer[] all = Arrays.copyOf(chunks, chunks.length + other.chunks.length);
        System.arraycopy(other.chunks, 0, all, chunks.length, other.chunks.length);
        return new Payload(all);
    }

    /** The number of bytes. */
    public long length() {
        return length;
    }

    /** Writes all bytes; neither flushes nor closes. */
    public void writeTo(OutputStream out) throws IOException {
        for (ByteBuffer chunk : chunks) {
            int end = chunk.arrayOffset() + chunk.limit();
            for (int at = chunk.arrayOffset() + chunk.position(); at < end; at += WRITE_BYTES) {
                out.write(chunk.array(), at, Math.min(WRITE_BYTES, end - at));
            }
        }
    }

    /** The chunks, not to be changed: their bytes from position to limit. */
    ByteBuffer[] chunks() {
        return chunks;
    }

    @Override
    public String toString() {
        return "Payload[length=" + length + "]";
    }
}
