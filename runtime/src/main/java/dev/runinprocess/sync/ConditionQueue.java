package dev.runinprocess.sync;

import dev.runinprocess.internal.park.Attempt;
import dev.runinprocess.internal.park.Deadline;
import dev.runinprocess.internal.park.Parking;
import dev.runinprocess.internal.park.RobustMutex;
import dev.runinprocess.internal.park.WaitPoint;
import dev.runinprocess.internal.shm.Cells;
import dev.runinprocess.internal.shm.Commons;
import dev.runinprocess.internal.shm.Failpoint;
import dev.runinprocess.internal.shm.Failpoints;
import dev.runinprocess.internal.shm.OwnerWord;
import dev.runinprocess.internal.shm.Place;
import dev.runinprocess.internal.shm.Words;
import java.util.Arrays;

/**
 * The threads of all processes that wait for one condition, a cell each.
 *
 * <pre>
 *   0  address of the lock
 *   8  1 if the lock is reentrant
 *  16  the last ticket that was given out
 *  24  flags of the waiters
 *  24 + flags  cells; a value is ticket * 2, and 1 more once the waiter is signalled
 * </pre>
 */
final class ConditionQueue {
    /*
     * All changes but two are made with the lock held, which keeps signallers and leavers apart. Coming: the cell is claimed, then
     * its value is stored, which is when it counts; signallers pass over a value of 0. Signalling: one store in the cell, then the bell. Leaving: the lock is taken first, so
     * that "was I signalled?" has one answer, then the cell is freed.
     *
     * The first change without the lock: none, to the cells of the living. The second: a signal whose receiver died is adopted by the oldest living waiter,
     * which is woken for that as every waiter is at a death. It makes the dead one's cell its own by one compare-and-set of the owner word; so of two that
     * try, one has it, and if it dies at once, the cell is again a dead one's with a signal. Until it has the lock it keeps both cells: its
     * own may be signalled meanwhile, and that signal it hands on once it has the lock. A signaller that meets a dead one's signal treats it as
     * one more to give. So a signal ends only with a waiter that returns, or when nobody waits. What is
     * handed on is given first and given up then: a death between the two wakes one waiter too many, which waits in a loop anyway, and never one too few.
     */
    private static final int LOCK_AT = 0;
    private static final int REENTRANT_AT = 8;
    private static final int TICKET_AT = 16;
    private static final int FLAGS_AT = 24;
    private static final int FIRST_CELLS = 7;
    private static final long SIGNALLED = 1;
    private static final int NONE = -1;

    private final Place place;
    private final Commons commons;
    private final Words words;
    private final int at;
    private final Parking parking;
    private final WaitPoint waiters;
    private final Cells cells;

    ConditionQueue(Place place) {
        this.place = place;
        this.commons = place.commons();
        this.words = place.words();
        this.at = place.at();
        this.parking = Parking.of(commons);
        this.waiters = new WaitPoint(place, FLAGS_AT);
        this.cells = new Cells(place, FLAGS_AT + WaitPoint.bytes(commons), FIRST_CELLS);
    }

    static ConditionQueue create(Place lock, boolean reentrant) {
        Commons commons = lock.commons();
        Place place = commons.allocate(FLAGS_AT + WaitPoint.bytes(commons) + Cells.bytes(FIRST_CELLS));
        place.words().release(place.at() + REENTRANT_AT, reentrant ? 1 : 0);
        place.words().release(place.at() + LOCK_AT, lock.address());
        return new ConditionQueue(place);
    }

    Place place() {
        return place;
    }

    long lockAddress() {
        return words.acquire(at + LOCK_AT);
    }

    boolean isLockReentrant() {
        return words.acquire(at + REENTRANT_AT) != 0;
    }

    /** One thread's waiting. */
    private final class Turn implements Attempt {
        private final long owner = commons.owner();
        private final int cell;
        private final long ticket;
        private long settledEpoch = commons.epoch();
        private int adopted = NONE;

        Turn() {
            cell = cells.claim(owner);
            ticket = words.plain(at + TICKET_AT) + 1;
            words.release(at + TICKET_AT, ticket);
            Failpoints.pass(Failpoint.CONDITION_TICKET_DRAWN);
            cells.value(cell, 2 * ticket);
        }

        @Override
        public boolean succeeds() {
            return isSignalled() || adopted != NONE || (commons.epoch() != settledEpoch && adopt());
        }

        @Override
        public boolean isPromising() {
            return isSignalled() || commons.epoch() != settledEpoch;
        }

        private boolean isSignalled() {
            return (cells.value(cell) & SIGNALLED) != 0;
        }

        private boolean adopt() {
            long epoch = commons.epoch();
            int count = cells.count();
            for (int each = 0; each < count; each++) {
                long dead = cells.owner(each);
                if (dead == 0 || !commons.isDead(dead) || (cells.value(each) & SIGNALLED) == 0) {
                    continue;
                }
                if (!isOldest(count)) {
                    return false;
                }
                if (cells.compareAndSetOwner(each, dead, owner)) {
                    adopted = each;
                    return true;
                }
            }
            settledEpoch = epoch;
            return false;
        }

        private boolean isOldest(int count) {
            for (int each = 0; each < count; each++) {
                if (isWaiting(each) && cells.value(each) >> 1 < ticket && !commons.isDead(cells.owner(each))) {
                    return false;
                }
            }
            return true;
        }

        /** Ends it, with the lock held; whether it was signalled. */
        boolean end() {
            boolean signalled = isSignalled();
            if (!signalled) {
                cells.free(cell);
            }
            if (adopted != NONE) {
                // Two signals for one waiter: the later goes on to the next.
                signal(signalled ? 1 : 0);
                Failpoints.pass(Failpoint.CONDITION_SIGNAL_ADOPTED);
                if (signalled) {
                    cells.free(cell);
                }
                cells.free(adopted);
                return true;
            }
            if (signalled) {
                cells.free(cell);
            } else if (commons.epoch() != settledEpoch) {
                signal(0);
            }
            return signalled;
        }
    }

    /**
     * Waits, with the lock held before and after.
     *
     * @param looked whether user code has had the lock since this thread took it: then that it came from the dead is nobody else's to see
     * @return whether it was signalled in time
     */
    boolean await(RobustLock lock, Deadline deadline, boolean looked) throws InterruptedException {
        parking.prepare();
        Turn turn = new Turn();
        RobustMutex mutex = lock.mutex();
        long holds = mutex.holds();
        if (looked) {
            mutex.leave();
        } else {
            mutex.leaveAsItIs();
        }
        InterruptedException interruption = null;
        try {
            boolean unused = parking.await(waiters, false, turn, deadline);
        } catch (InterruptedException e) {
            interruption = e;
        } finally {
            retake(mutex, holds);
        }
        boolean signalled = turn.end();
        if (interruption == null) {
            return signalled;
        }
        if (!signalled) {
            throw interruption;
        }
        // A signal is for one waiter, so this one must not give it away by throwing.
        Thread.currentThread().interrupt();
        return true;
    }

    boolean awaitUninterruptibly(RobustLock lock) {
        lock.checkMine("wait for its condition");
        parking.prepare();
        Turn turn = new Turn();
        RobustMutex mutex = lock.mutex();
        long holds = mutex.holds();
        mutex.leave();
        try {
            boolean unused = parking.awaitUninterruptibly(waiters, false, turn, Deadline.NEVER);
        } finally {
            retake(mutex, holds);
        }
        return turn.end();
    }

    private static void retake(RobustMutex mutex, long holds) {
        mutex.take();
        if (holds != 0) {
            mutex.holds(holds);
        }
    }

    /** Signals so many, with the lock held, and those who died with a signal in their hand are replaced. */
    void signal(int wanted) {
        int[] owed = takeFromDead();
        long count = (long) wanted + owed.length;
        if (count == 1) {
            int oldest = oldest();
            if (oldest != NONE) {
                give(oldest);
            }
        } else if (count > 1) {
            for (int cell : byAge(count)) {
                give(cell);
            }
        }
        for (int cell : owed) {
            cells.free(cell);
        }
    }

    /** Frees the cells of the dead, but for those with a signal: these are this thread's now, and are returned. */
    private int[] takeFromDead() {
        int[] owed = {};
        long self = commons.owner();
        int count = cells.count();
        for (int cell = 0; cell < count; cell++) {
            long owner = cells.owner(cell);
            if (owner == 0 || !commons.isDead(owner) || !cells.compareAndSetOwner(cell, owner, self)) {
                continue;
            }
            if ((cells.value(cell) & SIGNALLED) == 0) {
                cells.free(cell);
            } else {
                owed = Arrays.copyOf(owed, owed.length + 1);
                owed[owed.length - 1] = cell;
            }
        }
        return owed;
    }

    private void give(int cell) {
        cells.value(cell, cells.value(cell) | SIGNALLED);
        Failpoints.pass(Failpoint.CONDITION_SIGNALLED);
        parking.wake(waiters, OwnerWord.slot(cells.owner(cell)));
    }

    private int oldest() {
        int oldest = NONE;
        int count = cells.count();
        for (int cell = 0; cell < count; cell++) {
            if (isWaiting(cell) && (oldest == NONE || cells.value(cell) < cells.value(oldest))) {
                oldest = cell;
            }
        }
        return oldest;
    }

    /** The cells of those who wait, the longest waiting first. */
    private int[] byAge(long limit) {
        int count = cells.count();
        long[] waiting = new long[count];
        int found = 0;
        for (int cell = 0; cell < count; cell++) {
            if (isWaiting(cell)) {
                waiting[found++] = ((cells.value(cell) >> 1) << Cells.INDEX_BITS) | cell;
            }
        }
        Arrays.sort(waiting, 0, found);
        int[] oldest = new int[(int) Math.min(limit, found)];
        for (int i = 0; i < oldest.length; i++) {
            oldest[i] = (int) (waiting[i] & ((1 << Cells.INDEX_BITS) - 1));
        }
        return oldest;
    }

    private boolean isWaiting(int cell) {
        long value = cells.value(cell);
        return cells.owner(cell) != 0 && value != 0 && (value & SIGNALLED) == 0;
    }

    /** How many wait and are not signalled; exact with the lock held. */
    int length() {
        int waiting = 0;
        int count = cells.count();
        for (int cell = 0; cell < count; cell++) {
            waiting += isWaiting(cell) && !commons.isDead(cells.owner(cell)) ? 1 : 0;
        }
        return waiting;
    }
}
