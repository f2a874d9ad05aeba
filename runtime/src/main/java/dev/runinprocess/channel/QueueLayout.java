package dev.runinprocess.channel;

import dev.runinprocess.internal.park.RobustMutex;
import dev.runinprocess.internal.park.WaitPoint;
import dev.runinprocess.internal.shm.CacheLines;
import dev.runinprocess.internal.shm.Cells;
import dev.runinprocess.internal.shm.Commons;
import dev.runinprocess.internal.shm.Place;

/**
 * A queue's words in the session's memory; its records are in files of their own.
 *
 * <pre>
 *   the end to read from:   its lock | 0 number of the segment | 8 records read
 *   the end to write to:    its lock | 0 number of the segment | 8 records written
 *   both:                   0 state | 8 capacity | 16 1 if what the dead had is delivered again
 *   flags of those who wait for a record, for room, for all to be done with
 *   cells for what is taken and not done with: how many records a process has; or a cell each, with its number + 1
 * </pre>
 *
 * Each line of the picture begins at a cache line of its own, and so does what follows a lock.
 */
final class QueueLayout {
    static final int SEGMENT = 0;
    static final int RECORDS = 8;

    static final int STATE = 0;
    static final int CAPACITY = 8;
    static final int REDELIVERING = 16;

    private static final int FIRST_CELLS = 8;

    private final Place place;
    private final int mutexBytes;
    private final int flagBytes;

    QueueLayout(Place place) {
        this.place = place;
        this.mutexBytes = CacheLines.apart(RobustMutex.bytes(place.commons()));
        this.flagBytes = WaitPoint.bytes(place.commons());
    }

    static int bytes(Commons commons) {
        return 2 * (CacheLines.apart(RobustMutex.bytes(commons)) + CacheLines.APART_BYTES)
                + CacheLines.APART_BYTES
                + 3 * WaitPoint.bytes(commons)
                + Cells.bytes(FIRST_CELLS);
    }

    Place place() {
        return place;
    }

    RobustMutex headMutex() {
        return new RobustMutex(place, false);
    }

    int headAt() {
        return place.at() + mutexBytes;
    }

    RobustMutex tailMutex() {
        return new RobustMutex(place.part(mutexBytes + CacheLines.APART_BYTES), false);
    }

    int tailAt() {
        return place.at() + 2 * mutexBytes + CacheLines.APART_BYTES;
    }

    int sharedAt() {
        return place.at() + sharedOffset();
    }

    private int sharedOffset() {
        return 2 * (mutexBytes + CacheLines.APART_BYTES);
    }

    WaitPoint notEmpty() {
        return new WaitPoint(place, sharedOffset() + CacheLines.APART_BYTES);
    }

    WaitPoint notFull() {
        return new WaitPoint(place, sharedOffset() + CacheLines.APART_BYTES + flagBytes);
    }

    WaitPoint allDone() {
        return new WaitPoint(place, sharedOffset() + CacheLines.APART_BYTES + 2 * flagBytes);
    }

    Cells cells() {
        return new Cells(place, sharedOffset() + CacheLines.APART_BYTES + 3 * flagBytes, FIRST_CELLS);
    }
}
