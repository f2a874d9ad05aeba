package dev.runinprocess.channel;

import dev.runinprocess.internal.shm.Cells;
import dev.runinprocess.internal.shm.Commons;
import dev.runinprocess.internal.shm.OwnerWord;
import dev.runinprocess.internal.shm.Place;
import org.jspecify.annotations.Nullable;

/** Counts how many elements each process has taken and is not done with; those of the dead count no more. Safe for use by many threads and processes. */
final class CountingHands implements Hands {
    /*
     * A cell for each process, which that process alone changes. An element is counted before it is taken from the ring, so one that is on its way is counted
     * twice rather than not at all; if its process dies in between, it is in the ring, and the cell of the dead counts no more.
     */
    private final Commons commons;
    private final Cells cells;
    private volatile int own = -1;

    CountingHands(Commons commons, Cells cells) {
        this.commons = commons;
        this.cells = cells;
    }

    @Override
    public void add(long number, Incoming record) {
        Place count = cells.valuePlace(ownCell());
        long unused = count.words().getAndAdd(count.at(), 1);
    }

    @Override
    public void taken(Incoming record) {}

    @Override
    public boolean remove(@Nullable Object element) {
        int cell = ownCell();
        long count = cells.value(cell);
        while (count > 0) {
            if (cells.compareAndSetValue(cell, count, count - 1)) {
                return true;
            }
            count = cells.value(cell);
        }
        return false;
    }

    @Override
    public boolean areEmpty() {
        int count = cells.count();
        for (int cell = 0; cell < count; cell++) {
            long owner = cells.owner(cell);
            if (owner != 0 && cells.value(cell) != 0 && !commons.isDead(owner)) {
                return false;
            }
        }
        return true;
    }

    private int ownCell() {
        int known = own;
        return known < 0 ? findOwnCell() : known;
    }

    private int findOwnCell() {
        // All handles of the object in this process share one cell.
        synchronized (CountingHands.class) {
            // With the thread that comes first, since a process's word alone may be 0.
            long self = commons.owner();
            int count = cells.count();
            for (int cell = 0; cell < count; cell++) {
                long owner = cells.owner(cell);
                if (owner != 0 && OwnerWord.sameProcess(owner, self)) {
                    own = cell;
                    return cell;
                }
            }
            int claimed = cells.claim(self);
            own = claimed;
            return claimed;
        }
    }
}
