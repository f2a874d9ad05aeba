package dev.runinprocess.internal.ring;

import dev.runinprocess.internal.shm.Words;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The bytes of a ring, and how far they were written and read.
 *
 * <pre>
 *     0  head: bytes read
 *   128  tail: bytes written
 *   256  the ring: pieces of messages
 * </pre>
 *
 * Both are counted from the beginning of time and never go back. Bytes of the ring go on at its beginning where they come to its end.
 */
final class RingMemory {
    private static final int HEAD_AT = 0;
    private static final int TAIL_AT = 128;
    private static final int RING_AT = 256;

    private final ByteBuffer bytes;
    private final Words words;
    private final int ringBytes;

    RingMemory(ByteBuffer bytes) {
        this.bytes = bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        this.words = new Words(bytes);
        this.ringBytes = bytes.capacity() - RING_AT;
        if (Integer.bitCount(ringBytes) != 1) {
            throw new IllegalArgumentException("a ring's size is a power of two: bytes=" + ringBytes);
        }
    }

    static int bytes(int ringBytes) {
        return RING_AT + ringBytes;
    }

    int ringBytes() {
        return ringBytes;
    }

    /** How much was read, for who is at the reading end. */
    long ownHead() {
        return words.plain(HEAD_AT);
    }

    /** How much was read. Its bytes may be written over. */
    long head() {
        return words.acquire(HEAD_AT);
    }

    /** Says how much was read. */
    void head(long position) {
        words.release(HEAD_AT, position);
    }

    /** As {@link #head(long)}; every later look is after it. */
    void headOrdered(long position) {
        words.ordered(HEAD_AT, position);
    }

    /** How much was written, for who is at the writing end. */
    long ownTail() {
        return words.plain(TAIL_AT);
    }

    /** How much was written. Its bytes are there. */
    long tail() {
        return words.acquire(TAIL_AT);
    }

    /** Says how much was written. */
    void tail(long position) {
        words.release(TAIL_AT, position);
    }

    /** As {@link #tail(long)}; every later look is after it. */
    void tailOrdered(long position) {
        words.ordered(TAIL_AT, position);
    }

    /** Whether all that was written is read. */
    boolean isEmpty() {
        return words.ordered(HEAD_AT) == words.ordered(TAIL_AT);
    }

    /** How many bytes can be written. */
    long room() {
        return ringBytes - (words.ordered(TAIL_AT) - words.ordered(HEAD_AT));
    }

    long word(long position) {
        return words.plain(at(position));
    }

    void word(long position, long value) {
        words.plain(at(position), value);
    }

    private int at(long position) {
        return RING_AT + ((int) position & (ringBytes - 1));
    }

    /** Copies some bytes of a message to a position. */
    void put(long position, Content content, int from, int length) {
        int at = at(position);
        int beforeEnd = Math.min(length, RING_AT + ringBytes - at);
        content.copyTo(bytes, at, from, beforeEnd);
        if (beforeEnd < length) {
            content.copyTo(bytes, RING_AT, from + beforeEnd, length - beforeEnd);
        }
    }

    /** Writes four bytes of a message, the lowest first. */
    void putInt(long position, int value) {
        int at = at(position);
        if (at <= RING_AT + ringBytes - Integer.BYTES) {
            bytes.putInt(at, value);
            return;
        }
        for (int i = 0; i < Integer.BYTES; i++) {
            bytes.put(at(position + i), (byte) (value >> (i * Byte.SIZE)));
        }
    }

    /** Copies the bytes at a position to an index of a buffer. */
    void get(long position, ByteBuffer target, int index, int length) {
        int at = at(position);
        int beforeEnd = Math.min(length, RING_AT + ringBytes - at);
        target.put(index, bytes, at, beforeEnd);
        if (beforeEnd < length) {
            target.put(index + beforeEnd, bytes, RING_AT, length - beforeEnd);
        }
    }
}
