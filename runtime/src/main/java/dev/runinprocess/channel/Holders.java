package dev.runinprocess.channel;

import dev.runinprocess.internal.shm.Cells;
import dev.runinprocess.internal.shm.Commons;
import dev.runinprocess.internal.shm.Failpoint;
import dev.runinprocess.internal.shm.Failpoints;
import dev.runinprocess.internal.shm.OwnerWord;
import dev.runinprocess.internal.shm.Place;
import dev.runinprocess.internal.shm.Words;

/**
 * The processes that hold one end of a pipe. Safe for use by many threads and processes.
 *
 * <pre>
 *   0  1 if nobody holds it any more, nor will
 *   8  how often somebody came to hold it
 *  16  cells: of a process, with the number of its handles; or of one that has sent the end somewhere where it has not arrived, with a negative number
 * </pre>
 */
final class Holders {
    /*
     * The cell of a process is changed by that process alone; one of an end on its way is given back by whoever gets it, or finds that nobody will. That of a dead process counts no more, and goes to the next who
     * needs one: by a compare-and-set of the owner, as everything about a cell that another process could change at the same time.
     *
     * Whoever passes an end on holds it until it is held on its way, and whoever receives it lets it go from there after it holds it himself. So somebody holds it at any time, but one who looks through the cells
     * may see the old one too late and the new one too early. The number of those who came, which goes up in between, tells that one to look again.
     */
    private static final int ENDED = 0;
    private static final int COMINGS = 8;
    private static final int CELLS = 16;
    private static final int FIRST_CELLS = 7;
    private static final long ON_ITS_WAY = Long.MIN_VALUE;

    private final Commons commons;
    private final Words words;
    private final int at;
    private final Cells cells;

    /**
     * Those of an object.
     *
     * @param offset where in it they are
     */
    Holders(Place object, int offset) {
        this.commons = object.commons();
        this.words = object.words();
        this.at = object.at() + offset;
        this.cells = new Cells(object, offset + CELLS, FIRST_CELLS);
    }

    static int bytes() {
        return CELLS + Cells.bytes(FIRST_CELLS);
    }

    /** Holds it for one more handle of this process. */
    void add() {
        // All handles of the end in this process share one cell.
        synchronized (Holders.class) {
            int own = findOwn();
            if (own < 0) {
                cells.value(claim(), 1);
            } else {
                cells.value(own, cells.value(own) + 1);
            }
        }
        Failpoints.pass(Failpoint.HOLDER_ADDED);
        long unused = words.getAndAdd(at + COMINGS, 1);
    }

    /** Holds it for one handle less of this process. */
    void remove() {
        synchronized (Holders.class) {
            int own = findOwn();
            long handles = cells.value(own);
            if (handles == 1) {
                cells.free(own);
            } else {
                cells.value(own, handles - 1);
            }
        }
    }

    private int findOwn() {
        long self = commons.owner();
        int count = cells.count();
        for (int cell = 0; cell < count; cell++) {
            long owner = cells.owner(cell);
            if (owner != 0 && OwnerWord.sameProcess(owner, self) && cells.value(cell) > 0) {
                return cell;
            }
        }
        return -1;
    }

    /**
     * Holds it on its way from this process, which holds it.
     *
     * @return what the one who receives it needs to know
     */
    InFlight send() {
        long number = ON_ITS_WAY | words.getAndAdd(at + COMINGS, 1);
        int cell = claim();
        cells.value(cell, number);
        long unused = words.getAndAdd(at + COMINGS, 1);
        Failpoints.pass(Failpoint.END_SENT);
        return new InFlight(cell, number);
    }

    /** Holds it on its way no more: it has arrived, or never will. Nothing happens the second time. */
    void land(InFlight flight) {
        int cell = flight.cell();
        if (cell < 0 || cell >= cells.count()) {
            return;
        }
        long owner = cells.owner(cell);
        if (cells.compareAndSetValue(cell, flight.number(), 0)) {
            Failpoints.pass(Failpoint.END_LANDED);
            boolean unused = cells.compareAndSetOwner(cell, owner, 0);
        }
    }

    private int claim() {
        long self = commons.owner();
        int count = cells.count();
        for (int cell = 0; cell < count; cell++) {
            long owner = cells.owner(cell);
            if (owner != 0 && commons.isDead(owner) && cells.compareAndSetOwner(cell, owner, self)) {
                return cell;
            }
        }
        return cells.claim(self);
    }

    /** Whether nobody holds it any more, as was found out; cheap. */
    boolean isEnded() {
        return words.ordered(at + ENDED) != 0;
    }

    /**
     * Finds out whether nobody holds it any more.
     *
     * @return as {@link #isEnded}
     */
    boolean endIfUnheld() {
        if (!isEnded()) {
            if (isHeld()) {
                return false;
            }
            words.ordered(at + ENDED, 1);
            Failpoints.pass(Failpoint.END_NOTED);
        }
        return true;
    }

    private boolean isHeld() {
        while (true) {
            long comings = words.ordered(at + COMINGS);
            int count = cells.count();
            for (int cell = 0; cell < count; cell++) {
                long owner = cells.owner(cell);
                if (owner != 0 && cells.value(cell) != 0 && !commons.isDead(owner)) {
                    return true;
                }
            }
            if (words.ordered(at + COMINGS) == comings) {
                return false;
            }
        }
    }
}
