package dev.runinprocess.channel;

import dev.runinprocess.channel.InHand.Taken;
import dev.runinprocess.failure.LimitReachedException;
import dev.runinprocess.internal.shm.Cells;
import dev.runinprocess.internal.shm.Commons;
import dev.runinprocess.internal.shm.Failpoint;
import dev.runinprocess.internal.shm.Failpoints;
import dev.runinprocess.internal.shm.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps what was taken until it is done with, so that others get what a process had that died. Safe for use by many threads and processes. */
final class KeepingHands implements Hands {
    /*
     * For each record that is not done with there is a file with its bytes, and a cell with its number + 1 and with the process that has it. Both are made before the store that takes it from
     * the ring, so at no instruction is it nowhere. An element of a dead process changes hands by one compare-and-set of its cell's owner. It is done with when its file is gone: a cell of a
     * dead process without one is only to be freed.
     *
     * All that is done about cells of the dead is done with the lock of the head. A cell whose number was not read yet is one of a process that died with that lock before it took the
     * record; whoever has the lock from the dead frees such cells before anything is read, or else they would be taken for those of the dead later, when others have taken that record.
     */
    private final Place queue;
    private final Commons commons;
    private final Cells cells;
    private final QueueFiles files;
    private final QueueState state;

    /** The count of deaths as of which no cell is one of the dead. */
    private volatile long settled = -1;

    KeepingHands(Place queue, Cells cells, QueueFiles files, QueueState state) {
        this.queue = queue;
        this.commons = queue.commons();
        this.cells = cells;
        this.files = files;
        this.state = state;
    }

    @Override
    public void add(long number, Incoming record) {
        record.keepAs(files.held(number), commons.directory());
        Failpoints.pass(Failpoint.ELEMENT_KEPT);
        boolean claimed = false;
        int cell;
        try {
            cell = claim();
            claimed = true;
        } finally {
            if (!claimed) {
                QueueFiles.delete(files.held(number));
            }
        }
        record.takenAs(new Taken(number, cell));
        cells.value(cell, number + 1);
    }

    private int claim() {
        try {
            return cells.claim(commons.owner());
        } catch (LimitReachedException e) {
            throw new LimitReachedException(
                    "Too many elements of one queue are taken and not done with", e.limit(), null);
        }
    }

    @Override
    public void taken(Incoming record) {
        InHand.of(queue).add(record.taken());
    }

    @Override
    public boolean remove(@Nullable Object element) {
        Taken taken = element == null
                ? InHand.of(queue).removeFirst()
                : InHand.of(queue).remove(element);
        if (taken == null) {
            return false;
        }
        QueueFiles.delete(files.held(taken.number()));
        Failpoints.pass(Failpoint.ELEMENT_DONE);
        cells.free(taken.cell());
        return true;
    }

    @Override
    public boolean areEmpty() {
        int count = cells.count();
        for (int cell = 0; cell < count; cell++) {
            long owner = cells.owner(cell);
            if (owner != 0 && cells.value(cell) != 0 && !(state.isDiscarded() && commons.isDead(owner))) {
                return false;
            }
        }
        return true;
    }

    /** Whether there may be something to do about the dead. Any thread may ask. */
    boolean isUnsettled() {
        long epoch = commons.epoch();
        if (epoch == settled) {
            return false;
        }
        int count = cells.count();
        for (int cell = 0; cell < count; cell++) {
            if (isOfTheDead(cell)) {
                return true;
            }
        }
        settled = epoch;
        return false;
    }

    private boolean isOfTheDead(int cell) {
        long owner = cells.owner(cell);
        return owner != 0 && commons.isDead(owner);
    }

    /** How many elements of the dead wait for others. */
    int orphans() {
        if (!isUnsettled()) {
            return 0;
        }
        int orphans = 0;
        int count = cells.count();
        for (int cell = 0; cell < count; cell++) {
            if (cells.value(cell) != 0 && isOfTheDead(cell)) {
                orphans++;
            }
        }
        return orphans;
    }

    /**
     * Frees the cells of the dead that stand for nothing, with the lock of the head.
     *
     * @param read how many records were read
     * @return the others, by their numbers
     */
    private List<Integer> settle(long read) {
        List<Integer> orphans = new ArrayList<>();
        int count = cells.count();
        for (int cell = 0; cell < count; cell++) {
            if (!isOfTheDead(cell)) {
                continue;
            }
            long number = cells.value(cell) - 1;
            if (number >= read) {
                QueueFiles.delete(files.held(number));
                cells.free(cell);
            } else if (number < 0 || !files.held(number).toFile().exists()) {
                cells.free(cell);
            } else {
                orphans.add(cell);
            }
        }
        orphans.sort(Comparator.comparingLong(cells::value));
        return orphans;
    }

    /** As others must find it before anything more is read: for one who has the lock of the head from the dead, or in order to see who has what. */
    void repair(long read) {
        List<Integer> unused = settle(read);
    }

    /** Takes over the oldest element of a dead process, with the lock of the head; false if there is none. */
    boolean adopt(long read, Incoming target) {
        List<Integer> orphans = settle(read);
        if (orphans.isEmpty()) {
            return false;
        }
        int cell = orphans.get(0);
        long number = cells.value(cell) - 1;
        target.openKept(files.held(number));
        Failpoints.pass(Failpoint.ORPHAN_OPENED);
        boolean adopted = cells.compareAndSetOwner(cell, cells.owner(cell), commons.owner());
        if (!adopted) {
            throw new IllegalStateException("Somebody else changed a dead process's cell. cell=" + cell);
        }
        Failpoints.pass(Failpoint.ORPHAN_ADOPTED);
        target.takenAs(new Taken(number, cell));
        return true;
    }

    /** Copies the elements of the dead, taking none, with the lock of the head; their files are not open yet. */
    List<Incoming> copyOrphans(long read) {
        List<Incoming> copies = new ArrayList<>();
        if (isUnsettled()) {
            for (int cell : settle(read)) {
                Incoming copy = new Incoming();
                copy.referToKept(files.held(cells.value(cell) - 1));
                copies.add(copy);
            }
        }
        return copies;
    }

    /** Forgets the elements of the dead, with the lock of the head. */
    void forgetOrphans(long read) {
        for (int cell : settle(read)) {
            QueueFiles.delete(files.held(cells.value(cell) - 1));
            cells.free(cell);
        }
    }
}
