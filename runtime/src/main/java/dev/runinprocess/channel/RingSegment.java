package dev.runinprocess.channel;

import dev.runinprocess.codec.ValueWriter;
import dev.runinprocess.internal.shm.Failpoint;
import dev.runinprocess.internal.shm.Failpoints;
import dev.runinprocess.internal.shm.Pages;
import dev.runinprocess.internal.shm.SegmentFile;
import dev.runinprocess.internal.shm.Words;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A ring of records in a file of its own, with one end to write at and one to read at. Each end is for one thread of all processes at a time, which whoever
 * uses it sees to.
 *
 * <pre>
 *     0  head: records read (32 bits), bytes read (32 bits)
 *   128  tail: records written (32 bits), bytes written (32 bits)
 *   256  1 if another segment follows: nothing more is written to this one
 *   264  how many records were written to the segments before this one
 *   512  the ring: records, each of 8 bytes of kind and length, and bytes up to a multiple of 8
 * </pre>
 */
final class RingSegment {
    /*
     * Writing is one store, of the tail, after the record's bytes; reading is one store, of the head, after the bytes were copied. Each tells the number of records
     * and of bytes at once, so the two never disagree. A writer that dies before its store has written nothing, and the next one
     * writes over it; a reader that dies before its store has read nothing. A record lies in one piece: where it does not fit in before
     * the ring's end, a filler is there, which is published and consumed with the record behind it.
     *
     * Bytes are counted modulo 2^32, which is enough to compare head and tail, since the ring is at most 2^30. Each end remembers what it saw last of the other;
     * that may be old, and is believed only while no other process was at this end, for then at most one ring's length has passed since.
     */
    static final int VALUE = 1;
    static final int LARGE_VALUE = 2;
    static final int MAX_RING_BYTES = 1 << 30;

    private static final int FILLER = 3;

    private static final int HEAD_AT = 0;
    private static final int TAIL_AT = 128;
    private static final int CLOSED_AT = 256;
    private static final int BASE_AT = 264;
    private static final int RING_AT = 512;

    /** One who waits for room waits for so much of it that it can go on for a while. */
    private static final int FREE_PART = 4;

    private static final int HEADER_BYTES = 8;
    private static final int KIND_BITS = 8;
    private static final int COUNT_SHIFT = 32;
    private static final long OFFSET_MASK = 0xffff_ffffL;

    private final int number;
    private final ByteBuffer bytes;
    private final Words words;
    private final int ringBytes;
    private final long base;

    /** At the end to read from: the head as this process left it, and the tail as it was then or later. */
    private long ownHead = -1;

    private int seenTail;

    /** At the end to write to: the tail as this process left it, and the head as it was then or later. */
    private long ownTail = -1;

    private int seenHead;

    /** The record that was found to be the next to read: where it is, what stands there, and the head once it is read. */
    private int foundAt;

    private long foundEntry;
    private long foundNext;

    private RingSegment(int number, ByteBuffer bytes, Words words) {
        this.number = number;
        this.bytes = bytes;
        this.words = words;
        this.ringBytes = bytes.capacity() - RING_AT;
        this.base = words.acquire(BASE_AT);
    }

    /**
     * Makes a file for one. Whatever lies there is the work of a process that died before anybody could know of it.
     *
     * @throws dev.runinprocess.failure.OutOfSharedMemoryException if there is no room for it
     */
    static RingSegment create(Path path, int number, int ringBytes, long base) throws IOException {
        Files.deleteIfExists(path);
        SegmentFile.create(path, RING_AT + (long) ringBytes, Pages.RESERVED);
        ByteBuffer bytes = SegmentFile.map(path, 0, RING_AT + (long) ringBytes);
        Words words = new Words(bytes);
        words.release(BASE_AT, base);
        return new RingSegment(number, bytes, words);
    }

    static RingSegment open(Path path, int number, long fileBytes) throws IOException {
        ByteBuffer bytes = SegmentFile.map(path, 0, fileBytes);
        return new RingSegment(number, bytes, new Words(bytes));
    }

    /** Its place in the chain. */
    int number() {
        return number;
    }

    int ringBytes() {
        return ringBytes;
    }

    /** The bytes that a record takes. */
    static long recordBytes(long length) {
        return HEADER_BYTES + (length + HEADER_BYTES - 1) / HEADER_BYTES * HEADER_BYTES;
    }

    /** Whether nothing more is written to it. */
    boolean isClosed() {
        return words.ordered(CLOSED_AT) != 0;
    }

    /** Says that another segment follows. */
    void close() {
        words.ordered(CLOSED_AT, 1);
    }

    /** How many records were written to this and all segments before. */
    long written() {
        return base + (words.acquire(TAIL_AT) >>> COUNT_SHIFT);
    }

    /** How many records were read from this and all segments before. */
    long read() {
        return base + (words.acquire(HEAD_AT) >>> COUNT_SHIFT);
    }

    /** Whether all that was written is read. Any thread may ask. */
    boolean isEmpty() {
        return words.ordered(HEAD_AT) == words.ordered(TAIL_AT);
    }

    /** Whether there is room for a record of so many bytes; only for who is at that end. */
    boolean hasRoom(long length) {
        long tail = words.plain(TAIL_AT);
        int offset = (int) tail;
        int total = bytesAt(offset & (ringBytes - 1), (int) recordBytes(length));
        if (tail != ownTail || total > ringBytes - (offset - seenHead)) {
            seenHead = (int) words.acquire(HEAD_AT);
            ownTail = tail;
        }
        return total <= ringBytes - (offset - seenHead);
    }

    /** Whether a good part of the ring is free, and there is room for a record of so many bytes; for who is at the end to write to. */
    boolean hasMuchRoom(long length) {
        int free = ringBytes - ((int) words.plain(TAIL_AT) - (int) words.acquire(HEAD_AT));
        return free >= ringBytes / FREE_PART && hasRoom(length);
    }

    /** What a record takes at a position, with the filler before it. */
    private int bytesAt(int position, int record) {
        int toEnd = ringBytes - position;
        return record <= toEnd ? record : toEnd + record;
    }

    /**
     * Writes a record, where {@link #hasRoom} for it.
     *
     * @return how many were written now to this and all segments before
     */
    long write(int kind, ValueWriter value) {
        int length = (int) value.length();
        long tail = words.plain(TAIL_AT);
        int position = (int) tail & (ringBytes - 1);
        int record = (int) recordBytes(length);
        int total = bytesAt(position, record);
        if (total != record) {
            words.plain(RING_AT + position, FILLER);
            position = 0;
        }
        words.plain(RING_AT + position, ((long) length << KIND_BITS) | kind);
        value.copyTo(bytes, RING_AT + position + HEADER_BYTES);
        Failpoints.pass(Failpoint.RECORD_WRITTEN);
        long next = next(tail, total);
        words.release(TAIL_AT, next);
        ownTail = next;
        return base + (next >>> COUNT_SHIFT);
    }

    private static long next(long end, int total) {
        return (((end >>> COUNT_SHIFT) + 1) << COUNT_SHIFT) | ((end + total) & OFFSET_MASK);
    }

    /** Finds the next record to read, if there is one; only for who is at that end. */
    boolean findNext() {
        long head = words.plain(HEAD_AT);
        if (head != ownHead || (int) head == seenTail) {
            seenTail = (int) words.acquire(TAIL_AT);
            ownHead = head;
        }
        if ((int) head == seenTail) {
            return false;
        }
        int position = (int) head & (ringBytes - 1);
        long entry = words.plain(RING_AT + position);
        int filler = 0;
        if (entry == FILLER) {
            filler = ringBytes - position;
            position = 0;
            entry = words.plain(RING_AT);
        }
        foundAt = RING_AT + position;
        foundEntry = entry;
        foundNext = next(head, filler + (int) recordBytes(length(entry)));
        return true;
    }

    private static int kind(long entry) {
        return (int) entry & ((1 << KIND_BITS) - 1);
    }

    private static int length(long entry) {
        return (int) (entry >>> KIND_BITS);
    }

    /**
     * Counts the record that was found as read.
     *
     * @return how many were read now from this and all segments before
     */
    long advance() {
        words.release(HEAD_AT, foundNext);
        ownHead = foundNext;
        return base + (foundNext >>> COUNT_SHIFT);
    }

    /** Copies all records, taking none; only for who is at that end. */
    void copyAll(QueueFiles files, List<Incoming> target) {
        long head = words.plain(HEAD_AT);
        long tail = words.acquire(TAIL_AT);
        long count = read();
        int offset = (int) head;
        while (offset != (int) tail) {
            int position = offset & (ringBytes - 1);
            if (words.plain(RING_AT + position) == FILLER) {
                offset += ringBytes - position;
                position = 0;
            }
            long entry = words.plain(RING_AT + position);
            Incoming record = new Incoming();
            copy(entry, RING_AT + position, files, count++, record);
            target.add(record);
            offset += (int) recordBytes(length(entry));
        }
    }

    /** Copies the record that was found, which stays where it is. */
    void copy(QueueFiles files, Incoming target) {
        copy(foundEntry, foundAt, files, base + (foundNext >>> COUNT_SHIFT) - 1, target);
    }

    private void copy(long entry, int at, QueueFiles files, long record, Incoming target) {
        target.copy(bytes, at + HEADER_BYTES, length(entry));
        if (kind(entry) != VALUE) {
            target.refer(files.large(record));
        }
    }
}
