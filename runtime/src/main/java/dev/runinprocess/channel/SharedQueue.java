package dev.runinprocess.channel;

import dev.runinprocess.failure.ChannelClosedException;
import dev.runinprocess.internal.park.Attempt;
import dev.runinprocess.internal.park.Deadline;
import dev.runinprocess.internal.park.Parking;
import dev.runinprocess.internal.park.RobustMutex;
import dev.runinprocess.internal.park.WaitPoint;
import dev.runinprocess.internal.shm.Commons;
import dev.runinprocess.internal.shm.Place;
import dev.runinprocess.internal.shm.Words;
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
     * that was woken and gives up, by its time limit or an interrupt, passes its wake-up on. Room that a dead reader made, and did not tell of, is told by who repairs.
     *
     * The end: who writes looks for it with the lock of that end, and who reads looks for it before it looks for records. Since somebody may have been
     * writing as it was said, a reader that finds nothing then sees to it that nobody has that lock, and looks once more; who leaves that lock after the end wakes the readers.
     */
    private static final int UNBOUNDED = Integer.MAX_VALUE;

    /** Who takes more at once would have too many files open, if they are large ones. */
    private static final int FILES_AT_ONCE = 64;

    private static final long OPEN = 0;
    private static final long SHUT = 1;
    private static final long DISCARDED = 2;

    private final Place place;
    private final Words words;
    private final Parking parking;
    private final RobustMutex head;
    private final RobustMutex tail;
    private final ReadingEnd reading;
    private final WritingEnd writing;
    private final int sharedAt;
    private final WaitPoint notEmpty;
    private final WaitPoint notFull;
    private final WaitPoint allDone;
    private final Hands possibleHands;

    /** Where taken records are counted, if anybody wants to know. */
    private @Nullable Hands hands;

    SharedQueue(Place place) {
        QueueLayout layout = new QueueLayout(place);
        QueueFiles files = new QueueFiles(place);
        this.place = place;
        this.words = place.words();
        this.parking = Parking.of(place.commons());
        this.head = layout.headMutex();
        this.tail = layout.tailMutex();
        this.reading = new ReadingEnd(files, words, layout.headAt());
        this.writing = new WritingEnd(files, words, layout.tailAt());
        this.sharedAt = layout.sharedAt();
        this.notEmpty = layout.notEmpty();
        this.notFull = layout.notFull();
        this.allDone = layout.allDone();
        this.possibleHands = layout.hands();
    }

    /**
     * Makes one.
     *
     * @throws dev.runinprocess.failure.OutOfSharedMemoryException if there is no room for it
     */
    static SharedQueue create() {
        Commons commons = Commons.current();
        Place place = commons.allocate(QueueLayout.bytes(commons));
        WritingEnd.begin(new QueueFiles(place));
        place.words().release(new QueueLayout(place).sharedAt() + QueueLayout.CAPACITY, UNBOUNDED);
        return new SharedQueue(place);
    }

    /** Lets this handle count what it takes, until {@link #done}. All handles of one queue do so, or none. */
    SharedQueue joinable() {
        hands = possibleHands;
        return this;
    }

    Place place() {
        return place;
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
        if (writing.records() != 0) {
            throw new IllegalStateException("The queue is in use. Bound it before anything is put.");
        }
        words.ordered(sharedAt + QueueLayout.CAPACITY, capacity);
    }

    /** How many records there are; exact if nobody writes or reads meanwhile. */
    int size() {
        // In this order, since otherwise there may be fewer than none.
        int read = reading.records();
        int written = writing.records();
        return state() == DISCARDED ? 0 : Math.max(0, written - read);
    }

    // Writing

    /**
     * Adds records, in their order, waiting for room.
     *
     * @return how many were added; fewer than there are only if there was no room until the deadline
     * @throws ChannelClosedException if the queue was shut down
     */
    int write(List<Outgoing> records, QueuePatience patience) throws InterruptedException {
        int written = 0;
        boolean waited = false;
        try {
            while (patience.take(tail)) {
                int before = written;
                try {
                    prepareToWrite();
                    while (written < records.size() && hasRoom()) {
                        writing.append(records.get(written));
                        written++;
                    }
                } finally {
                    leaveTail();
                    // Also if one of them found no memory: those before it are in the queue.
                    if (written > before) {
                        tellRecord();
                    }
                }
                if (written == records.size()) {
                    break;
                }
                waited = true;
                if (!patience.await(parking, notFull, this::hasRoomOrIsShut)) {
                    break;
                }
            }
            return written;
        } finally {
            if (waited && notFull.isWatched() && hasRoomOrIsShut()) {
                parking.wakeOne(notFull);
            }
        }
    }

    /** As {@link #write(List, QueuePatience)}, of one record; whether it was added. */
    boolean write(Outgoing record, QueuePatience patience) throws InterruptedException {
        if (isBounded()) {
            return write(List.of(record), patience) == 1;
        }
        if (!patience.take(tail)) {
            return false;
        }
        try {
            prepareToWrite();
            writing.append(record);
        } finally {
            leaveTail();
        }
        tellRecord();
        return true;
    }

    private void prepareToWrite() {
        if (tail.isMineFromDead()) {
            writing.repair();
        }
        if (state() != OPEN) {
            throw ChannelClosedException.putRefused();
        }
    }

    private void leaveTail() {
        tail.leave();
        if (state() != OPEN) {
            parking.wakeAll(notEmpty);
        }
    }

    private boolean hasRoom() {
        return size() < capacity() || (head.isAbandoned() && hasRoomAfterRepair());
    }

    /** A reader that died between its two stores has made room that the numbers do not show. */
    private boolean hasRoomOrIsShut() {
        return size() < capacity() || state() != OPEN || head.isAbandoned();
    }

    private boolean hasRoomAfterRepair() {
        if (head.tryTake()) {
            try {
                prepareToRead();
            } finally {
                head.leave();
            }
        }
        return size() < capacity();
    }

    private void tellRecord() {
        if (notEmpty.isWatched()) {
            parking.wakeOne(notEmpty);
        }
    }

    // Reading

    /**
     * Takes the first records, waiting for one.
     *
     * @param limit how many at most
     * @return none if there was none until the deadline
     * @throws ChannelClosedException if the queue was shut down, and is empty
     */
    List<Incoming> read(int limit, QueuePatience patience) throws InterruptedException {
        List<Incoming> records = new ArrayList<>(Math.min(limit, size() + 1));
        boolean waited = false;
        try {
            while (patience.take(head)) {
                try {
                    prepareToRead();
                    readUpTo(limit, records);
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

    private void readUpTo(int limit, List<Incoming> records) {
        try {
            Incoming record = readIfAny();
            while (record != null) {
                records.add(record);
                record = records.size() < limit && !isFull(records) ? readIfAny() : null;
            }
        } catch (RuntimeException e) {
            // Those before it are taken, and must get to who took them. The next call finds out again.
            if (records.isEmpty()) {
                throw e;
            }
        }
    }

    /** Whether so many records were taken that there may be more. */
    static boolean isFull(List<Incoming> records) {
        return records.size() >= FILES_AT_ONCE
                && records.stream().filter(record -> record.file() != null).count() >= FILES_AT_ONCE;
    }

    /** As {@link #read(int, QueuePatience)}, of one record; null if there was none. */
    @Nullable
    Incoming read(QueuePatience patience) throws InterruptedException {
        boolean waited = false;
        try {
            while (patience.take(head)) {
                Incoming record;
                try {
                    prepareToRead();
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

    private void prepareToRead() {
        if (head.isMineFromDead()) {
            reading.repair();
            parking.wakeAll(notFull);
            parking.wakeAll(allDone);
        }
    }

    private @Nullable Incoming readIfAny() {
        long state = state();
        if (state == DISCARDED) {
            throw ChannelClosedException.nothingLeft();
        }
        Incoming record = reading.take(hands);
        if (record != null || state == OPEN || isBeingWritten()) {
            return record;
        }
        record = reading.take(hands);
        if (record == null) {
            throw ChannelClosedException.nothingLeft();
        }
        return record;
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

    private boolean hasRecordOrIsShut() {
        return reading.isPromising() || (state() != OPEN && !isBeingWritten());
    }

    private boolean isBeingWritten() {
        return tail.owner() != 0 && !tail.isAbandoned();
    }

    // Looking

    /** The first record, taking nothing; null if there is none. Waits for whoever reads at this moment. */
    @Nullable
    Incoming copyFirst() {
        head.take();
        try {
            prepareToRead();
            return state() == DISCARDED ? null : reading.copyFirst();
        } finally {
            head.leave();
        }
    }

    /** The records that there are, taking none. Waits for whoever reads at this moment. */
    List<Incoming> copyAll() {
        head.take();
        try {
            prepareToRead();
            return state() == DISCARDED ? List.of() : reading.copyAll();
        } finally {
            head.leave();
        }
    }

    // Being done

    /** Counts one record less for this process; false if it has none. */
    boolean done() {
        boolean had = possibleHands.remove();
        if (had && allDone.isWatched() && isAllDone()) {
            parking.wakeAll(allDone);
        }
        return had;
    }

    /** Waits until there is no record in the queue, nor in the hands of a process that lives. */
    boolean awaitAllDone(Deadline deadline) throws InterruptedException {
        return parking.await(allDone, false, new AllDone(), deadline);
    }

    /** In this order: a record is in a hand before it is out of the queue. */
    private boolean isAllDone() {
        return size() == 0 && possibleHands.areEmpty();
    }

    /** The dead may have written a record, or taken the last one, and told no number. */
    private void repairBothEnds() {
        if (tail.isAbandoned() && tail.tryTake()) {
            try {
                if (tail.isMineFromDead()) {
                    writing.repair();
                }
            } finally {
                leaveTail();
            }
            tellRecord();
        }
        if (head.isAbandoned()) {
            boolean unused = hasRoomAfterRepair();
        }
    }

    private final class AllDone implements Attempt {
        @Override
        public boolean succeeds() {
            repairBothEnds();
            return isAllDone();
        }

        @Override
        public boolean isPromising() {
            return isAllDone() || tail.isAbandoned() || head.isAbandoned();
        }
    }

    // The end

    private long state() {
        return words.ordered(sharedAt + QueueLayout.STATE);
    }

    /** Whether nothing more can be written. */
    boolean isShut() {
        return state() != OPEN;
    }

    /** Refuses records from now on, and forgets those that there are if told so. */
    void shutDown(boolean discard) {
        raiseState(discard ? DISCARDED : SHUT);
        if (discard) {
            clear();
        }
        parking.wakeAll(notEmpty);
        parking.wakeAll(notFull);
    }

    private void raiseState(long wanted) {
        long state = state();
        while (state < wanted && !words.compareAndSet(sharedAt + QueueLayout.STATE, state, wanted)) {
            state = state();
        }
    }

    /** Forgets the records that there are. */
    void clear() {
        if (!head.takeUninterruptibly(QueuePatience.brief())) {
            return;
        }
        try {
            prepareToRead();
            Incoming record = reading.take(null);
            while (record != null) {
                record.discard();
                record = reading.take(null);
            }
        } finally {
            head.leave();
        }
        parking.wakeAll(notFull);
        parking.wakeAll(allDone);
    }
}
