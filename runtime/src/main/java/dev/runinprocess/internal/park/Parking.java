package dev.runinprocess.internal.park;

import dev.runinprocess.internal.log.Log;
import dev.runinprocess.internal.shm.Commons;
import dev.runinprocess.internal.shm.Failpoint;
import dev.runinprocess.internal.shm.Failpoints;
import dev.runinprocess.internal.shm.Waits;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Waiting for other processes, and waking them. One for each session's memory. Safe for use by many threads.
 *
 * <p>A waiter spins a little, yields a little, and then parks: so a change that comes at once costs no system call, and one that comes late no
 * processor time. It parks as any Java thread does, which is why interrupts, timeouts and virtual threads need nothing more; the process's one
 * doorbell thread unparks it.
 */
public final class Parking {
    /*
     * Nobody hangs because somebody died: all that a process can take with it is a flag it had taken down, a mark on a bell, or a wake-up that one
     * of its threads had got. So when a process is found dead, every bell rings, marked or not, and every waiter looks again. Who finds it may die before
     * that is done: the epoch says from its first step on that there is something to tell, and the next who finds a dead process, or looks for one, tells it. It is found by
     * its parent at once; if there is none, as for the children of a process that died just before, by any process that waits: one of its waiting threads looks
     * up at least once a period, and one of all then looks through the processes.
     */
    private static final ConcurrentHashMap<Commons, Parking> ALL = new ConcurrentHashMap<>();

    private static final long PERIOD_NANOS =
            TimeUnit.MILLISECONDS.toNanos(Long.getLong("runinprocess.lookAroundMillis", 1000));

    /** While this JVM ends its bell is heard no more, but what runs then may still wait. */
    private static final long PERIOD_AT_END_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private final Commons commons;
    private final Bells bells;
    private final Patience patience = new Patience();
    private final Lookout lookout = new Lookout();
    private final ConcurrentHashMap<Long, WaitList> lists = new ConcurrentHashMap<>();
    private final List<Runnable> afterDeaths = new CopyOnWriteArrayList<>();
    private volatile @Nullable Waits waits;
    private volatile long seenEpoch;
    private volatile boolean ending;

    private Parking(Commons commons) {
        this.commons = commons;
        this.bells = new Bells(commons);
        commons.deathNews(this::tellOfTheDead);
    }

    /** That of a session's memory. */
    public static Parking of(Commons commons) {
        Parking known = ALL.get(commons);
        return known == null ? ALL.computeIfAbsent(commons, Parking::new) : known;
    }

    /**
     * Makes what waiting needs of the system, so that none of it can fail between two steps of a caller's.
     *
     * @throws IllegalStateException if that fails, for want of descriptors, say
     */
    public void prepare() {
        Waits unused = listen();
    }

    /**
     * Waits until the attempt succeeds.
     *
     * @param exclusive whether one change lets one waiter of the point go on; the same for all who wait there
     * @return whether it succeeded before the deadline
     */
    public boolean await(WaitPoint point, boolean exclusive, Attempt attempt, Deadline deadline)
            throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        if (patience.sees(attempt)) {
            return true;
        }
        return !deadline.isOver() && park(point, exclusive, attempt, deadline, true);
    }

    /** As {@link #await}, but an interrupt is kept for later. */
    public boolean awaitUninterruptibly(WaitPoint point, boolean exclusive, Attempt attempt, Deadline deadline) {
        if (patience.sees(attempt)) {
            return true;
        }
        try {
            return !deadline.isOver() && park(point, exclusive, attempt, deadline, false);
        } catch (InterruptedException e) {
            throw new AssertionError("this waiting keeps interrupts for later", e);
        }
    }

    private boolean park(WaitPoint point, boolean exclusive, Attempt attempt, Deadline deadline, boolean interruptibly)
            throws InterruptedException {
        return new Waiting(attempt, deadline, interruptibly).park(List.of(new Wanted(point, exclusive, attempt)));
    }

    /**
     * Waits until an attempt succeeds that may do so when any of several things has changed. Others may change it, too, and unpark the waiting thread then.
     *
     * @return whether it succeeded before the deadline
     */
    public static boolean awaitAny(List<Wanted> wanted, Attempt attempt, Deadline deadline)
            throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        if (!wanted.isEmpty() && wanted.get(0).parking().patience.sees(attempt)) {
            return true;
        }
        return new Waiting(attempt, deadline, true).park(wanted);
    }

    /** Lets the calling thread wait there, as soon as it raises the flag. */
    Stay enter(Wanted wanted) {
        Waits waits = listen();
        WaitPoint point = wanted.point();
        WaitList.Waiter waiter = new WaitList.Waiter(Thread.currentThread(), wanted.attempt());
        while (true) {
            WaitList list = lists.computeIfAbsent(
                    point.address(), address -> new WaitList(point, wanted.exclusive(), waits.add(address)));
            if (list.enter(waiter)) {
                return new Stay(wanted, list, waiter);
            }
            // Its last waiter left at this moment, and takes it out of the map.
            Thread.onSpinWait();
        }
    }

    /** Lets it wait there no more. */
    void leave(Stay stay) {
        WaitPoint point = stay.point();
        if (stay.list().leave(stay.waiter())) {
            listen().remove(stay.list().entry());
            lists.remove(point.address(), stay.list());
        }
        if (lookout.leave()) {
            wakeAny();
        }
        // Who leaves may have been woken for what another wants, too: a release that two waiters share, or one that
        // came as this one gave up.
        if (stay.wanted().exclusive() && stay.wanted().attempt().isPromising()) {
            wakeOne(point);
        }
    }

    /** To look up from now on. */
    private void wakeAny() {
        for (WaitList list : lists.values()) {
            if (list.wakeFirst()) {
                return;
            }
        }
    }

    /** How long the calling thread, which waits, may sleep. */
    long period() {
        if (ending) {
            return PERIOD_AT_END_NANOS;
        }
        return lookout.isMine() ? PERIOD_NANOS : Long.MAX_VALUE;
    }

    /** What a thread does that slept so long. For all others of this process: a wake-up may be lost where a bell could not be opened. */
    void lookUp(long now) {
        if (lookout.isMine()) {
            lists.values().forEach(WaitList::ringPromising);
            lookAround(now);
        }
    }

    /** Looks for dead processes that nobody reaped, unless somebody of the session has done so within the period. Costs little then. */
    void lookAround() {
        lookAround(System.nanoTime());
    }

    private void lookAround(long now) {
        if (commons.isTimeToLook(now, PERIOD_NANOS)) {
            int unused = commons.reapAll();
            tellOfTheDead();
        }
    }

    /** Wakes one of those who wait at a point, in whatever process. What changed must be stored before, as {@link WaitPoint#isWatched} says. */
    public void wakeOne(WaitPoint point) {
        int self = commons.slot();
        // The others first, so that a process that releases and wants again does not keep it to itself.
        if (!wakeOne(point, self + 1, commons.slots().size())) {
            boolean unused = wakeOne(point, 0, self + 1);
        }
    }

    private boolean wakeOne(WaitPoint point, int from, int to) {
        for (int slot = next(point, from); slot >= 0 && slot < to; slot = next(point, slot + 1)) {
            if (point.take(slot)) {
                Failpoints.pass(Failpoint.FLAG_TAKEN);
                if (ring(point, slot)) {
                    return true;
                }
            }
        }
        return false;
    }

    private int next(WaitPoint point, int slot) {
        return slot < commons.slots().size() ? point.next(slot) : -1;
    }

    /** Wakes all who wait at a point. */
    public void wakeAll(WaitPoint point) {
        for (int slot = next(point, 0); slot >= 0; slot = next(point, slot + 1)) {
            wake(point, slot);
        }
    }

    /** Wakes those who wait at a point in one process. */
    public void wake(WaitPoint point, int slot) {
        if (point.take(slot)) {
            Failpoints.pass(Failpoint.FLAG_TAKEN);
            boolean unused = ring(point, slot);
        }
    }

    private boolean ring(WaitPoint point, int slot) {
        if (slot != commons.slot()) {
            return bells.ring(slot);
        }
        WaitList list = lists.get(point.address());
        if (list == null) {
            return false;
        }
        list.ring();
        return true;
    }

    /** Makes every waiter of every process look again, if a process was found dead since that was done last. */
    void tellOfTheDead() {
        if (!commons.isUntold()) {
            return;
        }
        Failpoints.pass(Failpoint.REAP_TOLD);
        long epoch = commons.epoch();
        int self = commons.isJoined() ? commons.slot() : -1;
        for (int slot = 0; slot < commons.slots().size(); slot++) {
            if (slot != self) {
                bells.ringForSure(slot);
            }
        }
        hear();
        Failpoints.pass(Failpoint.REAP_RUNG);
        commons.told(epoch);
        afterDeaths.forEach(this::run);
    }

    /** Says what else to do in a process that has found others dead: what they alone held may be of no more use to anybody. Done at leisure, and once in a while not at all, when that process dies itself. */
    public void afterDeaths(Runnable action) {
        afterDeaths.add(action);
    }

    /** For whoever found the dead it is nothing to fail of. */
    private void run(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException | Error e) {
            Log.warning("What a dead process left may stay until the end of the session", e);
        }
    }

    private Waits listen() {
        Waits opened = waits;
        return opened == null ? startListening() : opened;
    }

    private synchronized Waits startListening() {
        Waits opened = waits;
        if (opened == null) {
            opened = Waits.open(commons);
            seenEpoch = commons.epoch();
            Doorbell.open(commons, this::hear, this::end);
            waits = opened;
        }
        return opened;
    }

    private void end() {
        ending = true;
        lists.values().forEach(WaitList::ringAll);
    }

    private void hear() {
        long epoch = commons.epoch();
        if (epoch != seenEpoch) {
            seenEpoch = epoch;
            lists.values().forEach(WaitList::ringAll);
        } else {
            lists.values().forEach(WaitList::ring);
        }
    }
}
