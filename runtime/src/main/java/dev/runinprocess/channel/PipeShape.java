package dev.runinprocess.channel;

import dev.runinprocess.failure.NotTransferableException;
import dev.runinprocess.internal.ring.Ring;
import dev.runinprocess.internal.shm.Place;

/**
 * What a pipe is made of: the first of its words.
 *
 * <pre>
 *  63         32 31        16 15         8 7          0
 * +-------------+------------+------------+------------+
 * |    mark     |     0      |  log2 of   | directions |
 * |             |            | ringBytes  |            |
 * +-------------+------------+------------+------------+
 * </pre>
 *
 * @param directions one or two, with a ring each
 * @param ringBytes how much is on its way in each at a time: a power of two
 */
record PipeShape(int directions, int ringBytes) {
    /** Enough for both sides to be at work, and little beside a container's shared memory. */
    static final int RING_BYTES = 1 << 17;

    private static final int SMALLEST_RING_BYTES = 1 << 12;
    private static final int LARGEST_RING_BYTES = 1 << 29;

    private static final long MARK = 0x6469_7065_0000_0000L;
    private static final int SHIFT = 8;
    private static final int BYTE = 0xff;

    /**
     * The one of which so many bytes at least can be on their way.
     *
     * @throws IllegalArgumentException if that is less than one or more than half a gibibyte
     */
    static PipeShape buffering(int directions, int bytes) {
        if (bytes < 1 || bytes > LARGEST_RING_BYTES) {
            throw new IllegalArgumentException(
                    "A pipe's buffer has from 1 to " + LARGEST_RING_BYTES + " bytes: bufferBytes=" + bytes);
        }
        int powerOfTwo = Integer.highestOneBit(2 * bytes - 1);
        return new PipeShape(directions, Math.max(powerOfTwo, SMALLEST_RING_BYTES));
    }

    /**
     * That of the pipe at a place that another process told.
     *
     * @throws NotTransferableException if something else is there
     */
    static PipeShape at(Place place) {
        long word = place.words().acquire(place.at());
        int directions = (int) word & BYTE;
        int log = (int) (word >>> SHIFT) & BYTE;
        PipeShape shape = new PipeShape(directions, 1 << log);
        if (!shape.isPossible() || shape.word() != word) {
            throw new NotTransferableException("This is no Connection: something else lies at that address. address="
                    + Long.toHexString(place.address()));
        }
        return shape;
    }

    private boolean isPossible() {
        return (directions == 1 || directions == 2)
                && ringBytes >= SMALLEST_RING_BYTES
                && ringBytes <= LARGEST_RING_BYTES;
    }

    /** Says it where it is. */
    void writeAt(Place place) {
        place.words().release(place.at(), word());
    }

    private long word() {
        return MARK | ((long) Integer.numberOfTrailingZeros(ringBytes) << SHIFT) | directions;
    }

    /** What one ring takes in the file. */
    int memoryBytes() {
        return Ring.memoryBytes(ringBytes);
    }

    int fileBytes() {
        return directions * memoryBytes();
    }
}
