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
import dev.runinprocess.internal.shm.Place;
import dev.runinprocess.internal.shm.Words;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The rounds of a barrier. Safe for use by many threads and processes.
 *
 * <pre>
 *   0  state: round (44 bits), phase (4), arrived threads (16)
 *   8  parties
 *  16  time limit in nanoseconds; 0 if there is none
 *  24  the epoch up to which the deaths of waiters are known
 *  32  flags of the waiters
 *      at the next cache line: cells; a value is (round + 1) * 2, and 1 more if the round is over and was broken
 * </pre>
 */
final class Rounds {
    /*
     * All that decides is one word, changed by compare-and-set: so the last to arrive is one, a round trips or breaks and never both, and no death
     * leaves it between two states. A round that trips is followed by the next at once, by one store. A round that breaks stays the barrier's round
     * until somebody resets it. So a waiter that finds its round still there knows all from the phase. One that finds another round, as
     * a slow one may, looks into its own cell: who resets marks the cells of the broken round's waiters first, and only then begins the next
     * round. Nobody can join the round meanwhile, for arriving is a change of a word whose phase says broken. A round that was
     * broken for that is in a phase of its own, in which it is broken for those who wait and over for those who come: they finish what the one who resets has begun, so a reset is one step for
     * everybody, also if that one dies in the middle.
     *
     * A thread claims a cell and writes its round there before it arrives. So whoever sees it counted sees its cell, and when its process
     * dies, the cell is a dead owner's: if the barrier's round is still that round, it breaks. A dead thread that had announced itself and not arrived
     * breaks it as well, for it died inside. A cell of a round that is over breaks nothing. Who finds a dead cell first breaks, then makes
     * the cell its own, then frees it; so if that one dies, too, there is the same to do, or less. The epoch is stored last. Each waiter looks at the epoch
     * whenever it looks at the state, and every waiter is woken at a death.
     *
     * With an action there is a phase between the last arrival and the end of the round. The last to arrive runs the action; if it dies or throws
     * the round breaks as it would by any other waiter; if the round breaks by others meanwhile, its own attempt to end it fails, and it learns
     * that as they do. So whoever is let go without an exception comes after the whole of the one action.
     *
     * Ending a round is one compare-and-set, and then a look for flags; see WaitPoint for why no waiter is missed, and Parking for what happens if this
     * process dies between the two. Every arrival is a read and a write of the same word, so what was done before any arrival happens-before
     * what is done after any return.
     *
     * Rounds are compared for being the same only, so that they may begin again from 0 after 2^44.
     */
    static final int MAX_PARTIES = 10_000;

    private static final int PARTIES = 8;
    private static final int LIMIT = 16;
    private static final int EPOCH = 24;
    private static final int FLAGS = 32;
    private static final int CACHE_LINE_BYTES = 64;
    private static final int FIRST_CELLS = 7;

    private static final int ARRIVED_BITS = 16;
    private static final int PHASE_BITS = 4;
    private static final int ROUND_BITS = Long.SIZE - ARRIVED_BITS - PHASE_BITS;
    private static final long MARK = 1;

    private final Place place;
    private final Commons commons;
    private final Words words;
    private final int at;
    private final Parking parking;
    private final WaitPoint waiters;
    private final Cells cells;
    private final int parties;

    Rounds(Place place) {
        this.place = place;
        this.commons = place.commons();
        this.words = place.words();
        this.at = place.at();
        this.parking = Parking.of(commons);
        this.waiters = new WaitPoint(place, FLAGS);
        this.cells = new Cells(place, cellsAt(commons), FIRST_CELLS);
        this.parties = (int) words.acquire(at + PARTIES);
    }

    static Rounds create(int parties, long limitNanos) {
        Commons commons = Commons.current();
        Place place = commons.allocate(cellsAt(commons) + Cells.bytes(FIRST_CELLS));
        Words words = place.words();
        words.plain(place.at() + LIMIT, limitNanos);
        words.plain(place.at() + EPOCH, commons.epoch());
        words.release(place.at() + PARTIES, parties);
        return new Rounds(place);
    }

    private static int cellsAt(Commons commons) {
        int end = FLAGS + WaitPoint.bytes(commons);
        return (end + CACHE_LINE_BYTES - 1) / CACHE_LINE_BYTES * CACHE_LINE_BYTES;
    }

    Place place() {
        return place;
    }

    int parties() {
        return parties;
    }

    /** How long a waiter without a limit of its own waits; 0 for ever. */
    long limitNanos() {
        return words.plain(at + LIMIT);
    }

    private static long state(long round, Phase phase) {
        return (round << (ARRIVED_BITS + PHASE_BITS)) | ((long) phase.number() << ARRIVED_BITS);
    }

    private static long round(long state) {
        return state >>> (ARRIVED_BITS + PHASE_BITS);
    }

    private static Phase phase(long state) {
        return Phase.of((int) (state >>> ARRIVED_BITS) & ((1 << PHASE_BITS) - 1));
    }

    private static int arrived(long state) {
        return (int) state & ((1 << ARRIVED_BITS) - 1);
    }

    private static long next(long round) {
        return (round + 1) & ((1L << ROUND_BITS) - 1);
    }

    /** What a cell of a waiter of the round says; never 0. */
    private static long announcement(long round) {
        return (round + 1) << 1;
    }

    /** Waiting for a round to be over, in whatever way. */
    private final class Waiting implements Attempt {
        private final long round;

        Waiting(long round) {
            this.round = round;
        }

        @Override
        public boolean succeeds() {
            if (isUnsettled()) {
                settle();
            }
            return isOver();
        }

        @Override
        public boolean isPromising() {
            return isOver() || isUnsettled();
        }

        private boolean isOver() {
            long state = words.acquire(at);
            return round(state) != round || phase(state).isBroken();
        }
    }

    /**
     * Takes part in a round.
     *
     * @param action what the last to arrive does
     * @return how many arrived after this thread
     * @throws TimeoutException if this thread's deadline broke the round
     */
    int await(@Nullable Runnable action, Deadline deadline)
            throws InterruptedException, BrokenBarrierException, TimeoutException {
        if (isUnsettled()) {
            settle();
        }
        int cell = cells.claim(commons.owner());
        try {
            return await(cell, action, deadline);
        } finally {
            cells.free(cell);
        }
    }

    private int await(int cell, @Nullable Runnable action, Deadline deadline)
            throws InterruptedException, BrokenBarrierException, TimeoutException {
        while (true) {
            long state = words.ordered(at);
            Phase phase = phase(state);
            long round = round(state);
            if (phase == Phase.RESET) {
                boolean unused = beginNext(state);
                continue;
            }
            if (phase.isBroken()) {
                throw phase.exception();
            }
            if (Thread.interrupted()) {
                boolean unused = breakRound(round, Phase.INTERRUPTED);
                throw new InterruptedException();
            }
            if (phase == Phase.TRIPPING) {
                waitFor(round, deadline);
                continue;
            }
            cells.value(cell, announcement(round));
            Failpoints.pass(Failpoint.BARRIER_ANNOUNCED);
            int index = parties - 1 - arrived(state);
            if (index > 0) {
                if (words.compareAndSet(at, state, state + 1)) {
                    Failpoints.pass(Failpoint.BARRIER_ARRIVED);
                    waitFor(round, deadline);
                    checkTripped(cell, round);
                    return index;
                }
            } else if (action == null) {
                if (trip(state, round)) {
                    return index;
                }
            } else if (words.compareAndSet(at, state, state(round, Phase.TRIPPING) + parties)) {
                Failpoints.pass(Failpoint.BARRIER_TRIPPING);
                act(action, round);
                if (!trip(state(round, Phase.TRIPPING) + parties, round)) {
                    checkTripped(cell, round);
                }
                return index;
            }
        }
    }

    private void waitFor(long round, Deadline deadline) throws InterruptedException, TimeoutException {
        try {
            if (!parking.await(waiters, false, new Waiting(round), deadline) && breakRound(round, Phase.TIMED_OUT)) {
                throw new TimeoutException("The barrier's other parties did not arrive in time: parties=" + parties);
            }
        } catch (InterruptedException e) {
            if (breakRound(round, Phase.INTERRUPTED)) {
                throw e;
            }
            // The round was over first.
            Thread.currentThread().interrupt();
        }
    }

    private void checkTripped(int cell, long round) throws BrokenBarrierException {
        long state = words.acquire(at);
        if (round(state) == round) {
            throw phase(state).exception();
        }
        if ((cells.value(cell) & MARK) != 0) {
            throw Phase.RESET.exception();
        }
    }

    private boolean trip(long state, long round) {
        if (!words.compareAndSet(at, state, state(next(round), Phase.GATHERING))) {
            return false;
        }
        if (waiters.isWatched()) {
            Failpoints.pass(Failpoint.BARRIER_TRIPPED);
            parking.wakeAll(waiters);
        }
        return true;
    }

    private void act(Runnable action, long round) {
        boolean done = false;
        try {
            action.run();
            done = true;
        } finally {
            if (!done) {
                boolean unused = breakRound(round, Phase.ACTION_FAILED);
            }
        }
        Failpoints.pass(Failpoint.BARRIER_ACTED);
    }

    /** Breaks a round unless it is over; whether it did. */
    private boolean breakRound(long round, Phase cause) {
        while (true) {
            long state = words.ordered(at);
            if (round(state) != round || phase(state).isBroken()) {
                return false;
            }
            if (words.compareAndSet(at, state, state(round, cause))) {
                Failpoints.pass(Failpoint.BARRIER_BROKEN);
                if (waiters.isWatched()) {
                    parking.wakeAll(waiters);
                }
                return true;
            }
        }
    }

    void abort() {
        join();
        long state;
        do {
            state = words.ordered(at);
        } while (!phase(state).isBroken() && !breakRound(round(state), Phase.ABORTED));
    }

    void reset() {
        join();
        long state = words.ordered(at);
        long round = round(state);
        // In another round, those of this one are gone already, let go or broken, and the next is whole.
        while (round(state) == round) {
            if (!phase(state).isBroken() && arrived(state) > 0) {
                boolean unused = breakRound(round, Phase.RESET);
            } else if (beginNext(state)) {
                return;
            }
            state = words.ordered(at);
        }
    }

    /** Begins the round after one that is broken, or that nobody has joined. */
    private boolean beginNext(long state) {
        if (phase(state).isBroken()) {
            mark(round(state));
            Failpoints.pass(Failpoint.BARRIER_MARKED);
        }
        return words.compareAndSet(at, state, state(next(round(state)), Phase.GATHERING));
    }

    /** Whoever dies between a change and the bells must be found dead, and for that be known. */
    private void join() {
        long unused = commons.process();
    }

    private void mark(long round) {
        int count = cells.count();
        long announcement = announcement(round);
        for (int cell = 0; cell < count; cell++) {
            if (cells.value(cell) == announcement
                    && cells.compareAndSetValue(cell, announcement, announcement | MARK)) {
                Failpoints.pass(Failpoint.BARRIER_PARTLY_MARKED);
            }
        }
    }

    boolean isBroken() {
        return phase(settled()).isBroken();
    }

    int waiting() {
        return arrived(settled());
    }

    private long settled() {
        if (isUnsettled()) {
            settle();
        }
        long state = words.ordered(at);
        while (phase(state) == Phase.RESET) {
            boolean unused = beginNext(state);
            state = words.ordered(at);
        }
        return state;
    }

    private boolean isUnsettled() {
        return words.acquire(at + EPOCH) != commons.epoch();
    }

    /** Breaks the round if somebody died in it. */
    private void settle() {
        long epoch = commons.epoch();
        long self = commons.owner();
        int count = cells.count();
        for (int cell = 0; cell < count; cell++) {
            long owner = cells.owner(cell);
            if (owner == 0 || !commons.isDead(owner)) {
                continue;
            }
            long value = cells.value(cell);
            if (value != 0 && breakRound((value >> 1) - 1, Phase.DIED)) {
                warn(owner);
            }
            if (cells.compareAndSetOwner(cell, owner, self)) {
                Failpoints.pass(Failpoint.BARRIER_CELL_ADOPTED);
                cells.free(cell);
            }
        }
        Failpoints.pass(Failpoint.BARRIER_SETTLED);
        words.ordered(at + EPOCH, epoch);
    }

    private void warn(long dead) {
        long pid = commons.slots().pidOf(dead);
        Log.warning("A process died while it waited at a barrier, which is broken now. pid="
                + (pid == 0 ? "unknown" : Long.toString(pid)) + ", barrier=" + Long.toHexString(place.address()));
    }
}
