package dev.runinprocess.internal.shm;

import java.nio.ByteBuffer;

/**
 * Mapped memory of any size, in chunks of 1 GiB, since a buffer holds no more than twice that. Immutable, so safe for use by many threads; it stays mapped for
 * as long as it, or a buffer that it gave out, can be reached.
 */
public final class Chunks {
    /** The number of a chunk's bytes, but for the last. */
    public static final int CHUNK_BYTES = 1 << 30;

    /** None at all. */
    public static final Chunks NONE = new Chunks(0, new ByteBuffer[0]);

    /** Every chunk shows the first bytes of the next one, too, so that a number that straddles two is whole in the first. */
    static final int OVERLAP_BYTES = Long.BYTES - 1;

    private static final int SHIFT = 30;
    private static final int MASK = CHUNK_BYTES - 1;

    private final long bytes;
    private final ByteBuffer[] buffers;

    Chunks(long bytes, ByteBuffer[] buffers) {
        this.bytes = bytes;
        this.buffers = buffers;
    }

    /** How many bytes there are. */
    public long bytes() {
        return bytes;
    }

    /** The chunk that holds a byte. */
    public ByteBuffer chunk(long offset) {
        return buffers[(int) (offset >>> SHIFT)];
    }

    /** The place of a byte in its chunk. */
    public static int place(long offset) {
        return (int) offset & MASK;
    }

    /** The bytes from there on, so many, or as many of them as lie in one chunk. */
    public ByteBuffer part(long offset, long wanted) {
        int place = place(offset);
        return slice(chunk(offset), place, (int) Math.min(wanted, CHUNK_BYTES - place));
    }

    /** Whether so many bytes can be had as one buffer. */
    boolean isWhole(long offset, int wanted) {
        return wanted <= chunk(offset).limit() - place(offset);
    }

    static ByteBuffer slice(ByteBuffer chunk, int from, int length) {
        return chunk.slice(from, length).order(chunk.order());
    }

    /** Copies bytes, also onto themselves: what is read is what was there before. */
    public void copy(long from, Chunks target, long to, long count) {
        boolean backwards = this == target && from < to;
        long left = count;
        while (left > 0) {
            long at = backwards ? left : count - left;
            int length = backwards ? lengthBefore(from + at, to + at, left) : lengthAfter(from + at, to + at, left);
            long start = backwards ? at - length : at;
            target.chunk(to + start).put(place(to + start), chunk(from + start), place(from + start), length);
            left -= length;
        }
    }

    private static int lengthAfter(long from, long to, long left) {
        return (int) Math.min(left, CHUNK_BYTES - Math.max(place(from), place(to)));
    }

    private static int lengthBefore(long from, long to, long left) {
        return (int) Math.min(left, 1 + Math.min(place(from - 1), place(to - 1)));
    }
}
