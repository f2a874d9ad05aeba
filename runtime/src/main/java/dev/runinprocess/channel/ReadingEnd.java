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
     * @param target what to copy it to
     * @return false if there is none
     */
    boolean take(@Nullable Hands hands, Incoming target) {
        RingSegment first = readable();
        if (first == null) {
            return false;
        }
        first.copy(files, target);
        target.openFile();
        if (hands != null) {
            hands.add(first.read(), target);
        }
        Failpoints.pass(Failpoint.RECORD_COPIED);
        advance(first, target.isInFile());
        return true;
    }

    private void advance(RingSegment first, boolean isInFile) {
        long read = first.advance();
        Failpoints.pass(Failpoint.RECORD_TAKEN);
        // Whoever waits for room is told after the lock was given up, which puts this before it in the one order.
        words.release(at + QueueLayout.RECORDS, read);
        if (isInFile) {
            Failpoints.pass(Failpoint.LARGE_FILE_TAKEN);
            QueueFiles.delete(files.large(read - 1));
        }
    }

    /** Forgets all records. */
    void clear() {
        Incoming record = new Incoming();
        for (RingSegment first = readable(); first != null; first = readable()) {
            first.copy(files, record);
            advance(first, record.isInFile());
        }
    }

    /** Whether there is a record. */
    boolean hasRecord() {
        return readable() != null;
    }

    /** Copies the first record; false if there is none. */
    boolean copyFirst(Incoming target) {
        RingSegment first = readable();
        if (first == null) {
            return false;
        }
        first.copy(files, target);
        target.openFile();
        return true;
    }

    /** Copies of all records; the files of large ones are not open yet. */
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

    /** The segment with the first record, which is found there; null if there is none. */
    private @Nullable RingSegment readable() {
        RingSegment first = first();
        while (!first.findNext()) {
            // In this order: nothing is written after it was closed.
            if (!first.isClosed()) {
                return null;
            }
            if (first.findNext()) {
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

    /** How many records were read. */
    long read() {
        return first().read();
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
