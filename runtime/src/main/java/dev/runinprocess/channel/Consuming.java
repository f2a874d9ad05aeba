package dev.runinprocess.channel;

import dev.runinprocess.failure.ChannelClosedException;
import dev.runinprocess.internal.park.RobustMutex;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The side of a queue's consumers: the lock of that end, and waiting for records. Safe for use by many threads and processes. */
final class Consuming {
    /*
     * The end of the queue: who writes looks for it with the lock of the other end, and who reads looks for it before it looks for records. Since somebody may have been
     * writing as it was said, a reader that finds nothing then sees to it that nobody has that lock, and looks once more; who leaves that lock after the end wakes the readers.
     */
    /** Who takes more at once would have too many files open, if they are large ones. */
    private static final int FILES_AT_ONCE = 64;

    private final QueueState state;
    private final QueueNews news;
    private final RobustMutex head;
    private final RobustMutex tail;
    private final ReadingEnd end;

    /** Where taken records are counted or kept, if anybody wants to know. */
    private @Nullable CountingHands counting;

    private @Nullable KeepingHands keeping;

    Consuming(QueueLayout layout, QueueState state, QueueNews news, ReadingEnd end) {
        this.state = state;
        this.news = news;
        this.head = layout.headMutex();
        this.tail = layout.tailMutex();
        this.end = end;
    }

    /** Counts from now on what is taken, or keeps it if the queue delivers again what the dead had. */
    void count(CountingHands newCounting, KeepingHands newKeeping) {
        counting = newCounting;
        keeping = newKeeping;
    }

    /** Where taken records are counted or kept; null if they are not. */
    @Nullable
    Hands hands() {
        KeepingHands keeps = keepingHands();
        return keeps == null ? counting : keeps;
    }

    private @Nullable KeepingHands keepingHands() {
        return keeping != null && state.isRedelivering() ? keeping : null;
    }

    /**
     * Takes the first records, waiting for one.
     *
     * @param limit how many at most
     * @return none if there was none until the deadline
     * @throws ChannelClosedException if the queue was shut down, and is empty
     */
    List<Incoming> read(int limit, QueuePatience patience) throws InterruptedException {
        List<Incoming> records = new ArrayList<>(Math.min(limit, state.size() + 1));
        boolean waited = false;
        try {
            while (patience.take(head)) {
                try {
                    prepare();
                    readUpTo(limit, records);
                } finally {
                    head.leave();
                }
                if (!records.isEmpty()) {
                    news.tellRoom(records.size());
                    break;
                }
                waited = true;
                if (!news.awaitRecord(patience, this::hasRecordOrIsShut)) {
                    break;
                }
            }
            return records;
        } finally {
            if (waited) {
                news.passOnRecord(this::hasRecordOrIsShut);
            }
        }
    }

    private void readUpTo(int limit, List<Incoming> records) {
        Incoming record = new Incoming();
        try {
            while (records.size() < limit && !isFull(records) && readIfAny(record)) {
                records.add(record);
                record = new Incoming();
            }
        } catch (RuntimeException e) {
            record.clear();
            // Those before it are taken, and must get to who took them. The next call finds out again.
            if (records.isEmpty()) {
                throw e;
            }
        }
    }

    /** Whether so many records were taken that there may be more. */
    static boolean isFull(List<Incoming> records) {
        return records.size() >= FILES_AT_ONCE
                && records.stream().filter(Incoming::isInFile).count() >= FILES_AT_ONCE;
    }

    /** As {@link #read(int, QueuePatience)}, of one record; false if there was none. */
    boolean read(Incoming target, QueuePatience patience) throws InterruptedException {
        boolean waited = false;
        try {
            while (patience.take(head)) {
                boolean taken;
                try {
                    prepare();
                    taken = readIfAny(target);
                } finally {
                    head.leave();
                }
                if (taken) {
                    news.tellRoom(1);
                    return true;
                }
                waited = true;
                if (!news.awaitRecord(patience, this::hasRecordOrIsShut)) {
                    return false;
                }
            }
            return false;
        } finally {
            if (waited) {
                news.passOnRecord(this::hasRecordOrIsShut);
            }
        }
    }

    private void prepare() {
        if (head.isMineFromDead()) {
            end.repair();
            KeepingHands keeps = keepingHands();
            if (keeps != null) {
                keeps.repair(end.read());
            }
            news.tellEmptied();
        }
    }

    private boolean readIfAny(Incoming target) {
        boolean shut = state.isShut();
        if (shut && state.isDiscarded()) {
            throw ChannelClosedException.nothingLeft();
        }
        if (take(target)) {
            return true;
        }
        if (!shut || isBeingWritten()) {
            return false;
        }
        if (!take(target)) {
            throw ChannelClosedException.nothingLeft();
        }
        return true;
    }

    private boolean take(Incoming target) {
        Hands hands = hands();
        if (!adoptIfAny(target) && !end.take(hands, target)) {
            return false;
        }
        if (hands != null) {
            hands.taken(target);
        }
        return true;
    }

    private boolean adoptIfAny(Incoming target) {
        KeepingHands keeps = keepingHands();
        return keeps != null && keeps.isUnsettled() && keeps.adopt(end.read(), target);
    }

    /** Whether it is worthwhile to try to take a record. Any thread may ask. */
    boolean hasRecordOrIsShut() {
        return end.isPromising() || (state.isShut() && !isBeingWritten()) || hasOrphans();
    }

    private boolean hasOrphans() {
        KeepingHands keeps = keepingHands();
        return keeps != null && keeps.isUnsettled();
    }

    /** How many elements of the dead wait for others. */
    int orphans() {
        KeepingHands keeps = keepingHands();
        return keeps == null || state.isDiscarded() ? 0 : keeps.orphans();
    }

    /** Whether there is a record, or there will be none: taking one would not have to wait. */
    boolean hasRecordOrEnd() {
        if (!hasRecordOrIsShut()) {
            return false;
        }
        if (!head.takeUninterruptibly(QueuePatience.brief())) {
            // Somebody stopped reads; how that ends nobody knows.
            return true;
        }
        try {
            prepare();
            return end.hasRecord() || (state.isShut() && !isBeingWritten());
        } finally {
            head.leave();
        }
    }

    private boolean isBeingWritten() {
        return tail.owner() != 0 && !tail.isAbandoned();
    }

    /** Copies the first record, taking nothing; false if there is none. Waits for whoever reads at this moment. */
    boolean copyFirst(Incoming target) {
        head.take();
        try {
            prepare();
            if (state.isDiscarded()) {
                return false;
            }
            List<Incoming> orphans = copyOrphans();
            if (orphans.isEmpty()) {
                return end.copyFirst(target);
            }
            target.openKept(orphans.get(0).path());
            return true;
        } finally {
            head.leave();
        }
    }

    /** The records that there are, taking none. Waits for whoever reads at this moment. */
    List<Incoming> copyAll() {
        head.take();
        try {
            prepare();
            if (state.isDiscarded()) {
                return List.of();
            }
            List<Incoming> all = new ArrayList<>(copyOrphans());
            all.addAll(end.copyAll());
            return all;
        } finally {
            head.leave();
        }
    }

    private List<Incoming> copyOrphans() {
        KeepingHands keeps = keepingHands();
        return keeps == null ? List.of() : keeps.copyOrphans(end.read());
    }

    /** Forgets the records that there are, unless somebody stopped is at this end. */
    void clear() {
        if (!head.takeUninterruptibly(QueuePatience.brief())) {
            return;
        }
        try {
            prepare();
            end.clear();
            KeepingHands keeps = keepingHands();
            if (keeps != null) {
                keeps.forgetOrphans(end.read());
            }
        } finally {
            head.leave();
        }
        news.tellEmptied();
    }

    /** Whether somebody died at this end, and nobody came since. */
    boolean isAbandoned() {
        return head.isAbandoned();
    }

    /** Derives again what follows from the ring, if somebody died at this end. */
    void repairIfAbandoned() {
        if (head.isAbandoned()) {
            repair();
        }
    }

    /** As {@link #isAbandoned}, or somebody died with something in its hands. */
    boolean isUnsettled() {
        return head.isAbandoned() || hasOrphans();
    }

    /** As {@link #repairIfAbandoned}, and finds out what the dead had in their hands. */
    void settle() {
        if (isUnsettled()) {
            repair();
        }
    }

    private void repair() {
        if (!head.tryTake()) {
            return;
        }
        try {
            prepare();
            KeepingHands keeps = keepingHands();
            if (keeps != null) {
                keeps.repair(end.read());
            }
        } finally {
            head.leave();
        }
    }
}
