package dev.runinprocess.channel;

import dev.runinprocess.codec.ValueWriter;
import dev.runinprocess.failure.OutOfSharedMemoryException;
import dev.runinprocess.internal.park.Attempt;
import dev.runinprocess.internal.shm.Failpoint;
import dev.runinprocess.internal.shm.Failpoints;
import dev.runinprocess.internal.shm.Words;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The end of a queue that is written to, for whoever has its lock. */
final class WritingEnd {
    /*
     * A segment is closed when the next one is there, and the queue's word names that one afterwards. So where the word names a closed segment, or one that is gone because it
     * was read to its end since, its follower is meant: whoever closed it died, or failed, before it came to say so.
     */
    private static final int SMALLEST_RING_BYTES = 1 << 16;
    private static final int LARGEST_RING_BYTES = 1 << 26;

    /** As much as stays in a processor's cache. */
    private static final int COMFORTABLE_RING_BYTES = 1 << 18;

    private final QueueFiles files;
    private final Words words;
    private final int at;
    private final QueueNews news;
    private @Nullable RingSegment known;

    /**
     * That of a queue.
     *
     * @param at where its words are
     */
    WritingEnd(QueueFiles files, Words words, int at, QueueNews news) {
        this.files = files;
        this.words = words;
        this.at = at;
        this.news = news;
    }

    /** Makes a new queue's first segment. */
    static void begin(QueueFiles files) {
        RingSegment unused = files.create(0, SMALLEST_RING_BYTES, 0);
    }

    /**
     * Adds a record.
     *
     * @throws OutOfSharedMemoryException if there is no room for it; nothing has changed
     */
    void append(Outgoing record) {
        ValueWriter value = record.inRing();
        RingSegment last = segmentWithRoom(value.length());
        Path file = record.file();
        long written;
        if (file == null) {
            written = last.write(RingSegment.VALUE, value);
        } else {
            LargeValues.name(file, files.large(last.written()));
            written = last.write(RingSegment.LARGE_VALUE, value);
        }
        Failpoints.pass(Failpoint.RECORD_PUBLISHED);
        words.release(at + QueueLayout.RECORDS, written);
    }

    private RingSegment segmentWithRoom(long length) {
        RingSegment last = segment();
        if (last.hasRoom(length)) {
            return last;
        }
        // Where a reader is only a little slower, a ring that stays in the cache beats one that grows.
        if (last.ringBytes() >= COMFORTABLE_RING_BYTES && RingSegment.recordBytes(length) <= last.ringBytes() / 2) {
            news.lookForRoom(new Room(last, length));
        }
        return last.hasRoom(length) ? last : grow(last, length);
    }

    private record Room(RingSegment last, long length) implements Attempt {
        @Override
        public boolean succeeds() {
            return last.hasMuchRoom(length);
        }

        @Override
        public boolean isPromising() {
            return false;
        }
    }

    private RingSegment grow(RingSegment full, long length) {
        long least = Math.max(2 * RingSegment.recordBytes(length), SMALLEST_RING_BYTES);
        long wanted = Math.max(least, Math.min(2L * full.ringBytes(), LARGEST_RING_BYTES));
        RingSegment next = create(full, powerOfTwo(wanted), powerOfTwo(least));
        Failpoints.pass(Failpoint.RING_MADE);
        full.close();
        Failpoints.pass(Failpoint.RING_CLOSED);
        words.release(at + QueueLayout.SEGMENT, next.number());
        known = next;
        return next;
    }

    private static int powerOfTwo(long atLeast) {
        return Integer.highestOneBit((int) (atLeast - 1)) << 1;
    }

    /** Makes the next segment, a smaller one where memory is scarce. */
    private RingSegment create(RingSegment full, int ringBytes, int leastBytes) {
        int bytes = ringBytes;
        while (true) {
            try {
                return files.create(full.number() + 1, bytes, full.written());
            } catch (OutOfSharedMemoryException e) {
                if (bytes == leastBytes) {
                    throw e;
                }
                bytes /= 2;
            }
        }
    }

    private RingSegment segment() {
        int number = (int) words.plain(at + QueueLayout.SEGMENT);
        RingSegment last = known;
        if (last == null || last.number() != number || last.isClosed()) {
            last = find(number);
            known = last;
        }
        return last;
    }

    private RingSegment find(int number) {
        RingSegment named = files.openIfThere(number);
        if (named != null && !named.isClosed()) {
            return named;
        }
        RingSegment follower = files.open(number + 1);
        words.release(at + QueueLayout.SEGMENT, follower.number());
        return follower;
    }

    /** Derives again what follows from the ring, and deletes what one who died had made and nobody knows of. */
    void repair() {
        RingSegment last = segment();
        words.release(at + QueueLayout.RECORDS, last.written());
        QueueFiles.delete(files.large(last.written()));
        QueueFiles.delete(files.segment(last.number() + 1));
    }
}
