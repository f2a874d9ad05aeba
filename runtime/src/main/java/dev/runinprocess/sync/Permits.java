package dev.runinprocess.sync;

import dev.runinprocess.internal.log.Log;
import dev.runinprocess.internal.park.Attempt;
import dev.runinprocess.internal.park.Deadline;
import dev.runinprocess.internal.park.Parking;
import dev.runinprocess.internal.park.WaitPoint;
import dev.runinprocess.internal.shm.Cells;
import dev.runinprocess.internal.shm.Commons;
import dev.runinprocess.internal.shm.Failpoint;
import dev.runinprocess.internal.shm.Failpoints;
import dev.runinprocess.internal.shm.Guard;
import dev.runinprocess.internal.shm.Place;
import dev.runinprocess.internal.shm.Words;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The permits of a semaphore, and which process has taken how many. Safe for use by many threads and processes.
 *
 * <pre>
 *   0  permits that are there
 *   8  how many it was created with
 *  16  how many there may be
 *  24  1 if the permits of the dead stay away
 *  32  the epoch up to which the permits of the dead are back
 *  40  guard
 *  88  flags of those who wait for one permit
 *      flags of those who wait for another number
 *      cells; each is a process's, and its value the permits it took less those it gave
 * </pre>
 */
final class Permits {
    /*
     * The permits and the taker's cell change together, under the guard and with its record, so at every instruction the permits that are there and those
     * in the cells add up to what the semaphore was created with, as long as nobody died. Whoever takes the guard first returns what is due: it
     * compares the epoch, which a death raises after the dead one's slot, and so its cell, has become that of a dead owner. Each dead cell is
     * returned and emptied by one change; it is freed afterwards, empty, so doing that twice returns nothing twice. The epoch is stored last:
     * who dies before that leaves the same work, or less of it, to the next. What is due is cut at the number of the creation: permits that
     * were handed from one process to another, or made by releases alone, are not owed to the semaphore.
     *
     * Nobody sleeps beside a permit it could take. Whoever gives permits stores them, and then looks for flags; see WaitPoint. Those who want one
     * permit wait at one point, and one of them is rung: it takes one and passes on while there are more, as does one that gives up.
     * Those who want another number wait at a second point, and are all rung, since who of them can go on is for each to see. Neither point
     * is left out: whom of both the permits suffice for is not known before. When a process dies all look again, and for that each
     * takes a new epoch for a promise.
     *
     * A process that is stopped, or busy collecting garbage, in the middle of a change keeps the guard. Who wants permits waits for the guard a moment, and then as one
     * waits for permits, with time limit and interrupts; for whoever gives the guard back wakes those who wait while there are permits.
     *
     * Reads without the guard are of one word each.
     */
    private static final int PERMITS = 0;
    private static final int CREATED_WITH = 8;
    private static final int BOUND = 16;
    private static final int KEEP = 24;
    private static final int EPOCH = 32;
    static final int GUARD = 40;
    private static final int CHANGES = 2;
    private static final int ONE_FLAGS = GUARD + Guard.bytes(CHANGES);
    private static final int FIRST_CELLS = 4;
    private static final int NONE = -1;

    /** Much longer than a change takes; who waits then goes on waiting in a way that can be interrupted. */
    private static final long MOMENT_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private static final long LONG_MOMENT_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    /** Owner words of processes may be 0; with this they are not. */
    private static final long WHOLE_PROCESS = 1;

    /** One process has one cell, whatever number of handles. */
    private static final Object OPENING = new Object();

    private final Place place;
    private final Commons commons;
    private final Words words;
    private final int at;
    private final Parking parking;
    private final Guard guard;
    private final WaitPoint one;
    private final WaitPoint many;
    private final Cells cells;
    private final Attempt takingOne = new Taking(1);
    private @Nullable Place account;
    private @Nullable String warning;

    Permits(Place place) {
        this.place = place;
        this.commons = place.commons();
        this.words = place.words();
        this.at = place.at();
        this.parking = Parking.of(commons);
        this.guard = new Guard(place, GUARD);
        int flags = WaitPoint.bytes(commons);
        this.one = new WaitPoint(place, ONE_FLAGS);
        this.many = new WaitPoint(place, ONE_FLAGS + flags);
        this.cells = new Cells(place, ONE_FLAGS + 2 * flags, FIRST_CELLS);
    }

    static Permits create(int permits, int bound) {
        Commons commons = Commons.current();
        Place place = commons.allocate(ONE_FLAGS + 2 * WaitPoint.bytes(commons) + Cells.bytes(FIRST_CELLS));
        Words words = place.words();
        int at = place.at();
        words.plain(at + CREATED_WITH, permits);
        words.plain(at + BOUND, bound);
        words.plain(at + EPOCH, commons.epoch());
        words.release(at + PERMITS, permits);
        return new Permits(place);
    }

    Place place() {
        return place;
    }

    int bound() {
        return (int) words.plain(at + BOUND);
    }

    void keepThoseOfDead() {
        words.ordered(at + KEEP, 1);
    }

    /** Wanting so many. */
    private final class Taking implements Attempt {
        private final int count;

        Taking(int count) {
            this.count = count;
        }

        @Override
        public boolean succeeds() {
            return tryTake(count, MOMENT_NANOS);
        }

        @Override
        public boolean isPromising() {
            return words.acquire(at + PERMITS) >= count || isUnsettled();
        }
    }

    private boolean isUnsettled() {
        return words.acquire(at + EPOCH) != commons.epoch();
    }

    int available() {
        if (isUnsettled() && enter(MOMENT_NANOS)) {
            leave(false);
        }
        return (int) words.ordered(at + PERMITS);
    }

    /** Takes so many if there are as many; also gives up if another is in the middle of a change for longer than some moments, being stopped. */
    boolean tryTake(int count) {
        return tryTake(count, LONG_MOMENT_NANOS);
    }

    private boolean tryTake(int count, long patienceNanos) {
        if (words.acquire(at + PERMITS) < count && !isUnsettled()) {
            return false;
        }
        Place mine = account();
        try {
            if (!enter(patienceNanos)) {
                return false;
            }
            long permits = words.plain(at + PERMITS);
            if (permits < count) {
                return false;
            }
            change(permits - count, mine, count);
            return true;
        } finally {
            leave(false);
        }
    }

    void take(int count) {
        if (!tryTake(count, MOMENT_NANOS)) {
            boolean unused = parking.awaitUninterruptibly(point(count), count == 1, attempt(count), Deadline.NEVER);
        }
    }

    boolean take(int count, Deadline deadline) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        return tryTake(count, Math.min(MOMENT_NANOS, deadline.left()))
                || parking.await(point(count), count == 1, attempt(count), deadline);
    }

    private WaitPoint point(int count) {
        return count == 1 ? one : many;
    }

    private Attempt attempt(int count) {
        return count == 1 ? takingOne : new Taking(count);
    }

    /** Takes all that are there, or makes up for what is missing; how many. */
    int takeAll() {
        Place mine = account();
        long permits = 0;
        try {
            enter();
            permits = words.plain(at + PERMITS);
            change(0, mine, permits);
        } finally {
            leave(permits < 0);
        }
        return (int) permits;
    }

    void give(int count) {
        Place mine = account();
        try {
            enter();
            long permits = words.plain(at + PERMITS) + count;
            if (permits > bound()) {
                throw new IllegalStateException("A semaphore holds only so many permits: bound=" + bound() + ", there="
                        + (permits - count) + ", released=" + count);
            }
            change(permits, mine, -count);
        } finally {
            leave(true);
        }
    }

    private void change(long permits, Place mine, long taken) {
        guard.stage(PERMITS, permits);
        guard.stageAt(mine.address(), mine.words().plain(mine.at()) + taken);
        guard.commit();
    }

    private void enter() {
        boolean unused = enter(Long.MAX_VALUE);
    }

    private boolean enter(long patienceNanos) {
        if (!guard.take(patienceNanos)) {
            return false;
        }
        if (isUnsettled()) {
            settle();
        }
        return true;
    }

    /** Ends what {@link #enter} began, if it did: an error such as one for want of stack may come from anywhere. */
    private void leave(boolean given) {
        if (!guard.isMine()) {
            return;
        }
        String told = warning;
        warning = null;
        guard.leave();
        if (given) {
            Failpoints.pass(Failpoint.SEMAPHORE_RELEASED);
        }
        tell();
        if (told != null) {
            Log.warning(told);
        }
    }

    /** Not only of permits that were given: who found the guard taken for a moment may have gone to sleep beside some. */
    private void tell() {
        if (one.isWatched() && words.ordered(at + PERMITS) > 0) {
            parking.wakeOne(one);
        }
        if (many.isWatched() && words.ordered(at + PERMITS) > 0) {
            Failpoints.pass(Failpoint.SEMAPHORE_HALF_TOLD);
            parking.wakeAll(many);
        }
    }

    private void settle() {
        long epoch = commons.epoch();
        int count = cells.count();
        for (int each = 0; each < count; each++) {
            long owner = cells.owner(each);
            if (owner != 0 && commons.isDead(owner)) {
                settle(each, owner);
            }
        }
        Failpoints.pass(Failpoint.SEMAPHORE_SETTLED);
        words.release(at + EPOCH, epoch);
    }

    private void settle(int dead, long owner) {
        long permits = words.plain(at + PERMITS);
        long due = Math.min(cells.value(dead), words.plain(at + CREATED_WITH) - permits);
        if (due > 0 && words.ordered(at + KEEP) == 0) {
            guard.stage(PERMITS, permits + due);
            guard.stageAt(cells.valuePlace(dead).address(), 0);
            guard.commit();
            Failpoints.pass(Failpoint.SEMAPHORE_RETURNED);
            long pid = commons.slots().pidOf(owner);
            warning =
                    "A process died with permits of a semaphore, which are back now: what they stand for may be half done. pid="
                            + (pid == 0 ? "unknown" : Long.toString(pid)) + ", permits=" + due + ", semaphore="
                            + Long.toHexString(place.address());
        }
        cells.free(dead);
    }

    /** The value of this process's cell; the first call claims one. */
    private Place account() {
        Place known = account;
        return known == null ? open() : known;
    }

    private Place open() {
        synchronized (OPENING) {
            long self = commons.process() | WHOLE_PROCESS;
            int mine = find(self);
            Place opened = cells.valuePlace(mine == NONE ? cells.claim(self) : mine);
            account = opened;
            return opened;
        }
    }

    private int find(long owner) {
        int count = cells.count();
        for (int each = 0; each < count; each++) {
            if (cells.owner(each) == owner) {
                return each;
            }
        }
        return NONE;
    }
}
