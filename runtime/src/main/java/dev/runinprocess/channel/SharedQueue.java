package dev.runinprocess.channel;

import dev.runinprocess.codec.ValueWriter;
import dev.runinprocess.failure.ChannelClosedException;
import dev.runinprocess.internal.park.Parking;
import dev.runinprocess.internal.park.RobustMutex;
import dev.runinprocess.internal.park.WaitPoint;
import dev.runinprocess.internal.shm.Commons;
import dev.runinprocess.internal.shm.Failpoint;
import dev.runinprocess.internal.shm.Failpoints;
import dev.runinprocess.internal.shm.Place;
import dev.runinprocess.internal.shm.Words;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A queue of encoded values in shared memory: a chain of rings, with a lock at each end. Safe for use by many threads and processes. */
final class SharedQueue {
    /*
     * A record is in the queue from the store that publishes it, and taken from the store that counts it as read: see RingSegment. Everything before the first store
     * and after the second may be cut off by death at any instruction: the locks pass on, and what is only derived is derived again by whoever has a lock from
     * the dead: the two numbers of records, which segment is the last, and which files are of no more use. User code (codecs) never runs under a lock.
     *
     * Wake-ups: who writes wakes one reader, and who reads wakes one writer, each after it gave its lock up, whose store is before the look for flags in the one
     * order. A reader that was woken and leaves records behind wakes the next, and likewise a writer that leaves room, since two changes may have taken down one flag. One
     * that was woken and gives up, by its time limit or an interrupt, passes its wake-up on.
     */
    private static final int FIRST_RING_BYTES = 1 << 16;
    private static final int LARGEST_RING_BYTES = 1 << 26;

    private static final int UNBOUNDED = Integer.MAX_VALUE;

    private static final long OPEN = 0;
    private static final long SHUT = 1;
    private static final long DISCARDED = 2;

    private final QueueLayout layout;
    private final QueueFiles files;
    private final Words words;
    private final Parking parking;
    private final RobustMutex head;
    private final RobustMutex tail;
    private final int headAt;
    private final int tailAt;
    private final int sharedAt;
    private final WaitPoint notEmpty;
    private final WaitPoint notFull;

    /** As this process saw them last; set by who has the lock of that end. */
    private volatile @Nullable RingSegment headSegment;

    private @Nullable RingSegment tailSegment;

    SharedQueue(Place place) {
        this.layout = new QueueLayout(place);
        this.files = new QueueFiles(place);
        this.words = place.words();
        this.parking = Parking.of(place.commons());
        this.head = layout.headMutex();
        this.tail = layout.tailMutex();
        this.headAt = layout.headAt();
        this.tailAt = layout.tailAt();
        this.sharedAt = layout.sharedAt();
        this.notEmpty = layout.notEmpty();
        this.notFull = layout.notFull();
    }

    /**
     * Makes one.
     *
     * @throws dev.runinprocess.failure.OutOfSharedMemoryException if there is no room for it
     */
    static SharedQueue create() {
        Commons commons = Commons.current();
        Place place = commons.allocate(QueueLayout.bytes(commons));
        RingSegment unused = new QueueFiles(place).create(0, FIRST_RING_BYTES, 0);
        place.words().release(new QueueLayout(place).sharedAt() + QueueLayout.CAPACITY, UNBOUNDED);
        return new SharedQueue(place);
    }

    Place place() {
        return layout.place();
    }

    int capacity() {
        return (int) words.acquire(sharedAt + QueueLayout.CAPACITY);
    }

    boolean isBounded() {
        return capacity() != UNBOUNDED;
    }

    void bound(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("a queue has room for one element at least: capacity=" + capacity);
        }
        if (words.ordered(tailAt + QueueLayout.RECORDS) != 0) {
            throw new IllegalStateException("The queue is in use. Bound it before anything is put.");
        }
        words.ordered(sharedAt + QueueLayout.CAPACITY, capacity);
    }

    /** How many records there are; exact if nobody writes or reads meanwhile. */
    int size() {
        // In this order, since otherwise there may be fewer than none.
        int read = (int) words.ordered(headAt + QueueLayout.RECORDS);
        int written = (int) words.ordered(tailAt + QueueLayout.RECORDS);
        return Math.max(0, written - read);
    }

    // Writing

    /**
     * Adds records, in their order, waiting for room.
     *
     * @return how many were added; fewer than there are only if there was no room until the deadline
     * @throws ChannelClosedException if the queue was shut down
     */
    int write(List<Outgoing> records, Patience patience) throws InterruptedException {
        int written = 0;
        boolean waited = false;
        try {
            while (true) {
                if (!patience.take(tail)) {
                    return written;
                }
                int before = written;
                try {
                    repairTailIfNeeded();
                    while (written < records.size() && hasRoom()) {
                        append(records.get(written));
                        written++;
                    }
                } finally {
                    tail.leave();
                    // Also if one of them found no memory: those before it are in the queue.
                    if (written > before && notEmpty.isWatched()) {
                        parking.wakeOne(notEmpty);
                    }
                }
                if (written == records.size()) {
                    return written;
                }
                waited = true;
                if (!patience.await(parking, notFull, this::hasRoomOrIsShut)) {
                    return written;
                }
            }
        } finally {
            if (waited && notFull.isWatched() && hasRoomOrIsShut()) {
                parking.wakeOne(notFull);
            }
        }
    }

    /** As {@link #write(List, Patience)}, of one record; whether it was added. */
    boolean write(Outgoing record, Patience patience) throws InterruptedException {
        if (isBounded()) {
            return write(List.of(record), patience) == 1;
        }
        if (!patience.take(tail)) {
            return false;
        }
        try {
            repairTailIfNeeded();
            append(record);
        } finally {
            tail.leave();
        }
        if (notEmpty.isWatched()) {
            parking.wakeOne(notEmpty);
        }
        return true;
    }

    private void repairTailIfNeeded() {
        if (tail.isMineFromDead()) {
            repairTail();
        }
        if (state() != OPEN) {
            throw ChannelClosedException.ofQueue();
        }
    }

    private boolean hasRoom() {
        return !isBounded() || size() < capacity() || hasRoomAfterAll();
    }

    /** A reader that died between its two stores has made room that the numbers do not show. */
    private boolean hasRoomOrIsShut() {
        return size() < capacity() || state() != OPEN || head.isAbandoned();
    }

    /** A reader may have died between its two stores, and nobody has read since. */
    private boolean hasRoomAfterAll() {
        if (!head.tryTake()) {
            return false;
        }
        try {
            if (head.isMineFromDead()) {
                repairHead();
            }
            return size() < capacity();
        } finally {
            head.leave();
        }
    }

    private void append(Outgoing record) {
        RingSegment last = tailSegment();
        Path file = record.file();
        ValueWriter value = record.value();
        int kind = RingSegment.VALUE;
        if (file != null) {
            LargeValues.name(file, files.large(last.written()));
            value = record.reference();
            kind = RingSegment.LARGE_VALUE;
        }
        if (!last.write(kind, value)) {
            last = grow(last, value.length());
            if (!last.write(kind, value)) {
                throw new AssertionError("a new ring has room for the record it was made for");
            }
        }
        Failpoints.pass(Failpoint.RECORD_PUBLISHED);
        words.release(tailAt + QueueLayout.RECORDS, last.written());
    }

    private RingSegment grow(RingSegment full, long length) {
        long wanted =
                Math.max(2 * RingSegment.recordBytes(length), Math.min(2L * full.ringBytes(), LARGEST_RING_BYTES));
        int ringBytes = Integer.highestOneBit((int) (wanted - 1)) << 1;
        RingSegment next = files.create(full.number() + 1, ringBytes, full.written());
        Failpoints.pass(Failpoint.RING_MADE);
        full.close();
        Failpoints.pass(Failpoint.RING_CLOSED);
        words.release(tailAt + QueueLayout.SEGMENT, next.number());
        tailSegment = next;
        return next;
    }

    private RingSegment tailSegment() {
        int number = (int) words.plain(tailAt + QueueLayout.SEGMENT);
        RingSegment known = tailSegment;
        if (known == null || known.number() != number) {
            known = files.open(number);
            tailSegment = known;
        }
        return known;
    }

    private void repairTail() {
        RingSegment segment = tailSegment();
        if (segment.isClosed()) {
            words.release(tailAt + QueueLayout.SEGMENT, segment.number() + 1);
            segment = tailSegment();
        }
        words.release(tailAt + QueueLayout.RECORDS, segment.written());
        // The dead may have named a large value's file, whose record never counted.
        QueueFiles.delete(files.large(segment.written()));
    }

    // Reading

    /**
     * Takes the first records, waiting for one.
     *
     * @param limit how many at most
     * @return none if there was none until the deadline
     * @throws ChannelClosedException if the queue was shut down, and is empty
     */
    List<Incoming> read(int limit, Patience patience) throws InterruptedException {
        List<Incoming> records = new ArrayList<>(Math.min(limit, size() + 1));
        boolean waited = false;
        try {
            while (patience.take(head)) {
                try {
                    Incoming record = records.size() < limit ? readIfAny() : null;
                    while (record != null) {
                        records.add(record);
                        record = records.size() < limit ? readIfAny() : null;
                    }
                } catch (ChannelClosedException e) {
                    if (records.isEmpty()) {
                        throw e;
                    }
                } finally {
                    head.leave();
                }
                if (!records.isEmpty()) {
                    tellRoom(records.size());
                    break;
                }
                waited = true;
                if (!patience.await(parking, notEmpty, this::hasRecordOrIsShut)) {
                    break;
                }
            }
            return records;
        } finally {
            passOnRecords(waited);
        }
    }

    /** As {@link #read(int, Patience)}, of one record; null if there was none. */
    @Nullable
    Incoming read(Patience patience) throws InterruptedException {
        boolean waited = false;
        try {
            while (patience.take(head)) {
                Incoming record;
                try {
                    record = readIfAny();
                } finally {
                    head.leave();
                }
                if (record != null) {
                    tellRoom(1);
                    return record;
                }
                waited = true;
                if (!patience.await(parking, notEmpty, this::hasRecordOrIsShut)) {
                    return null;
                }
            }
            return null;
        } finally {
            passOnRecords(waited);
        }
    }

    private void tellRoom(int records) {
        if (!isBounded() || !notFull.isWatched()) {
            return;
        }
        if (records == 1) {
            parking.wakeOne(notFull);
        } else {
            parking.wakeAll(notFull);
        }
    }

    private void passOnRecords(boolean waited) {
        if (waited && notEmpty.isWatched() && hasRecordOrIsShut()) {
            parking.wakeOne(notEmpty);
        }
    }

    /** Looks at the ring itself, since a writer that died after it had published left the numbers behind. */
    private boolean hasRecordOrIsShut() {
        RingSegment known = headSegment;
        if (known == null || known.number() != words.ordered(headAt + QueueLayout.SEGMENT)) {
            return true;
        }
        return !known.isEmpty() || known.isClosed() || state() != OPEN;
    }

    private @Nullable Incoming readIfAny() {
        if (head.isMineFromDead()) {
            repairHead();
        }
        if (state() == DISCARDED) {
            throw ChannelClosedException.ofQueue();
        }
        RingSegment segment = readable();
        if (segment == null) {
            if (state() == SHUT) {
                throw ChannelClosedException.ofQueue();
            }
            return null;
        }
        long number = segment.read();
        Incoming record = segment.copy(files);
        Failpoints.pass(Failpoint.RECORD_COPIED);
        segment.advance();
        Failpoints.pass(Failpoint.RECORD_TAKEN);
        words.release(headAt + QueueLayout.RECORDS, segment.read());
        if (record.file() != null) {
            Failpoints.pass(Failpoint.LARGE_FILE_TAKEN);
            QueueFiles.delete(files.large(number));
        }
        return record;
    }

    /** The segment with the first record; null if there is none. */
    private @Nullable RingSegment readable() {
        RingSegment segment = headSegment();
        while (!segment.canRead()) {
            // In this order: nothing is written after it was closed.
            if (!segment.isClosed()) {
                return null;
            }
            if (segment.canRead()) {
                break;
            }
            words.release(headAt + QueueLayout.SEGMENT, segment.number() + 1);
            Failpoints.pass(Failpoint.RING_DRAINED);
            QueueFiles.delete(files.segment(segment.number()));
            segment = headSegment();
        }
        return segment;
    }

    private RingSegment headSegment() {
        int number = (int) words.plain(headAt + QueueLayout.SEGMENT);
        RingSegment known = headSegment;
        if (known == null || known.number() != number) {
            known = files.open(number);
            headSegment = known;
        }
        return known;
    }

    private void repairHead() {
        RingSegment segment = headSegment();
        long read = segment.read();
        words.release(headAt + QueueLayout.RECORDS, read);
        // The dead may have taken one of these and not deleted its file.
        QueueFiles.delete(files.segment(segment.number() - 1));
        QueueFiles.delete(files.large(read - 1));
    }

    /** The records that there are, taking none. Waits for whoever reads at this moment. */
    List<Incoming> copyAll() {
        List<Incoming> all = new ArrayList<>();
        head.take();
        try {
            if (head.isMineFromDead()) {
                repairHead();
            }
            if (state() == DISCARDED) {
                return all;
            }
            RingSegment segment = headSegment();
            while (true) {
                boolean closed = segment.isClosed();
                segment.copyAll(files, all);
                if (!closed) {
                    return all;
                }
                segment = files.open(segment.number() + 1);
            }
        } finally {
            head.leave();
        }
    }

    // The end

    private long state() {
        return words.acquire(sharedAt + QueueLayout.STATE);
    }

    /** Whether nothing more can be written. */
    boolean isShut() {
        return state() != OPEN;
    }

    /** Refuses records from now on, and forgets those that there are if told so. */
    void shutDown(boolean discard) {
        long wanted = discard ? DISCARDED : SHUT;
        long state = state();
        while (state < wanted && !words.compareAndSet(sharedAt + QueueLayout.STATE, state, wanted)) {
            state = state();
        }
        parking.wakeAll(notEmpty);
        parking.wakeAll(notFull);
    }
}
