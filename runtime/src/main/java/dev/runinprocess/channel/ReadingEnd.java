package dev.runinprocess.channel;

import dev.runinprocess.internal.shm.Failpoint;
import dev.runinprocess.internal.shm.Failpoints;
import dev.runinprocess.internal.shm.Words;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The end of a queue that is read from, for whoever has its lock. */
final class ReadingEnd {
    private final QueueFiles files;
    private final Words words;
    private final int at;
    private volatile @Nullable RingSegment known;

    /**
     * That of a queue.
     *
     * @param at where its words are
     */
    ReadingEnd(QueueFiles files, Words words, int at) {
        this.files = files;
        this.words = words;
        this.at = at;
    }

    /** How many records were read, as it was told last. Any thread may ask. */
    int records() {
        return (int) words.ordered(at + QueueLayout.RECORDS);
    }

    /** Whether it is worthwhile to look for a record. Any thread may ask; it looks at the ring itself, since who died after writing to that has told no number. */
    boolean isPromising() {
        RingSegment first = known;
        return first == null
                || first.number() != words.ordered(at + QueueLayout.SEGMENT)
                || !first.isEmpty()
                || first.isClosed();
    }

    /**
     * Takes the first record.
     *
     * @param hands where it is counted first, if it is to be
     * @return null if there is none
     */
    @Nullable
    Incoming take(@Nullable Hands hands) {
        RingSegment first = readable();
        if (first == null) {
            return null;
        }
        long number = first.read();
        Incoming record = first.copy(files);
        if (hands != null) {
            hands.add();
        }
        Failpoints.pass(Failpoint.RECORD_COPIED);
        first.advance();
        Failpoints.pass(Failpoint.RECORD_TAKEN);
        // In the one order, since those who wait for room look at it.
        words.ordered(at + QueueLayout.RECORDS, first.read());
        if (record.file() != null) {
            Failpoints.pass(Failpoint.LARGE_FILE_TAKEN);
            QueueFiles.delete(files.large(number));
        }
        return record;
    }

    /** A copy of the first record; null if there is none. */
    @Nullable
    Incoming copyFirst() {
        RingSegment first = readable();
        return first == null ? null : first.copy(files);
    }

    /** Copies of all records. */
    List<Incoming> copyAll() {
        List<Incoming> all = new ArrayList<>();
        RingSegment segment = first();
        while (true) {
            boolean closed = segment.isClosed();
            segment.copyAll(files, all);
            if (!closed) {
                return all;
            }
            segment = files.open(segment.number() + 1);
        }
    }

    /** The segment with the first record; null if there is none. */
    private @Nullable RingSegment readable() {
        RingSegment first = first();
        while (!first.canRead()) {
            // In this order: nothing is written after it was closed.
            if (!first.isClosed()) {
                return null;
            }
            if (first.canRead()) {
                break;
            }
            words.release(at + QueueLayout.SEGMENT, first.number() + 1);
            Failpoints.pass(Failpoint.RING_DRAINED);
            QueueFiles.delete(files.segment(first.number()));
            first = first();
        }
        return first;
    }

    private RingSegment first() {
        int number = (int) words.plain(at + QueueLayout.SEGMENT);
        RingSegment first = known;
        if (first == null || first.number() != number) {
            first = files.open(number);
            known = first;
        }
        return first;
    }

    /** Derives again what follows from the ring, and deletes what one who died had taken and not deleted. */
    void repair() {
        RingSegment first = first();
        long read = first.read();
        words.ordered(at + QueueLayout.RECORDS, read);
        QueueFiles.delete(files.segment(first.number() - 1));
        QueueFiles.delete(files.large(read - 1));
    }
}
