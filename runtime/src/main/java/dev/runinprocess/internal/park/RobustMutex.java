package dev.runinprocess.internal.park;

import dev.runinprocess.internal.log.Log;
import dev.runinprocess.internal.shm.Commons;
import dev.runinprocess.internal.shm.Failpoint;
import dev.runinprocess.internal.shm.Failpoints;
import dev.runinprocess.internal.shm.OwnerWord;
import dev.runinprocess.internal.shm.Place;
import dev.runinprocess.internal.shm.Words;

/**
 * Mutual exclusion between threads of any processes of a session, which the death of the holder's process passes on. Safe for use by many threads
 * and processes.
 *
 * <pre>
 *   0  owner word; 0 if it is free
 *   8  how often the owner has it, if it may have it more than once
 *  16  the dead owner that it was taken from, as long as the one who took it has it
 *  24  flags of the waiters
 * </pre>
 */
public final class RobustMutex {
    /*
     * The owner word is all there is to having it, and it changes by one compare-and-set from free, or from a dead owner, to a thread; so at no
     * instruction is it taken by nobody, and of two who take it from the same dead, one succeeds. Dead means: the slot's generation is
     * past the owner's, which happens only after that process was proven dead, and never goes back. A stopped process is not dead, so nobody
     * takes it from that one. The other words are written by the owner alone: a death between their writes leaves values that the next owner
     * overwrites before anybody relies on them. Giving it back is one store, and then a look for flags; see WaitPoint for why no waiter is missed, and
     * Parking for what happens if this process dies between the two.
     *
     * Taking reads, and giving back writes, the owner word with at least acquire and release: what was done under it happens-before what is
     * done under it next, in whatever process. The same holds when it is taken from the dead: that one's stores were made before it died, and the
     * slot's generation was read after.
     */
    private static final int HOLDS = 8;
    private static final int TAKEN_FROM = 16;
    private static final int FLAGS = 24;

    private final Place place;
    private final Commons commons;
    private final Parking parking;
    private final Words words;
    private final int at;
    private final WaitPoint waiters;
    private final boolean announced;
    private final Attempt attempt = new Taking();

    private final class Taking implements Attempt {
        @Override
        public boolean succeeds() {
            return isPromising() && take(commons.owner());
        }

        @Override
        public boolean isPromising() {
            long owner = words.acquire(at);
            return owner == 0 || commons.isDead(owner);
        }
    }

    /** The one at a place, as a user's lock: that it passed on from the dead is for its log. */
    public RobustMutex(Place place) {
        this(place, true);
    }

    /**
     * The one at a place.
     *
     * @param announced whether it is for the log that it passed on from the dead
     */
    public RobustMutex(Place place, boolean announced) {
        this.announced = announced;
        this.place = place;
        this.commons = place.commons();
        this.parking = Parking.of(commons);
        this.words = place.words();
        this.at = place.at();
        this.waiters = new WaitPoint(place, FLAGS);
    }

    /** How many bytes one takes. */
    public static int bytes(Commons commons) {
        return FLAGS + WaitPoint.bytes(commons);
    }

    /** Where it lies. */
    public Place place() {
        return place;
    }

    /** Takes it if that is possible at once. */
    public boolean tryTake() {
        return take(commons.owner());
    }

    /** As {@link #tryTake}, for one who does not go on to wait: and so would never find that the owner is dead. */
    public boolean tryTakeOnce() {
        if (tryTake()) {
            return true;
        }
        parking.lookAround();
        return tryTake();
    }

    private boolean take(long self) {
        if (words.compareAndSet(at, 0, self)) {
            Failpoints.pass(Failpoint.LOCK_TAKEN);
            return true;
        }
        long owner = words.acquire(at);
        if (owner == 0 || !commons.isDead(owner) || !words.compareAndSet(at, owner, self)) {
            return false;
        }
        Failpoints.pass(Failpoint.LOCK_TAKEN);
        words.release(at + TAKEN_FROM, owner);
        Failpoints.pass(Failpoint.LOCK_HELD);
        if (announced) {
            warn(owner);
        }
        return true;
    }

    private void warn(long dead) {
        long pid = commons.slots().pidOf(dead);
        String message =
                "A process died while it held a lock, which has passed on to this process: what the lock guards may be half done. pid="
                        + (pid == 0 ? "unknown" : Long.toString(pid)) + ", thread=" + OwnerWord.thread(dead) + ", lock="
                        + Long.toHexString(place.address());
        try {
            Log.warning(message);
        } catch (RuntimeException e) {
            // The lock is taken; what a log's handler throws must not keep its taker from knowing.
        }
    }

    /** Takes it, waiting as long as it takes. An interrupt is kept for later. */
    public void take() {
        if (!tryTake()) {
            boolean unused = parking.awaitUninterruptibly(waiters, true, attempt, Deadline.NEVER);
        }
    }

    /** Takes it, waiting until the deadline; whether it did. */
    public boolean take(Deadline deadline) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        return tryTake() || parking.await(waiters, true, attempt, deadline);
    }

    /** As {@link #take(Deadline)}, but an interrupt is kept for later. */
    public boolean takeUninterruptibly(Deadline deadline) {
        return tryTake() || parking.awaitUninterruptibly(waiters, true, attempt, deadline);
    }

    /** Whether somebody has it who was found dead. */
    public boolean isAbandoned() {
        long owner = words.ordered(at);
        return owner != 0 && commons.isDead(owner);
    }

    /** Gives it back, which only the owner may. */
    public void leave() {
        if (words.plain(at + TAKEN_FROM) != 0) {
            words.release(at + TAKEN_FROM, 0);
            Failpoints.pass(Failpoint.LOCK_LEAVING);
        }
        leaveAsItIs();
    }

    /** As {@link #leave}, but that it came from the dead is for the next owner to see: this one has not looked at what is half done. */
    public void leaveAsItIs() {
        words.ordered(at, 0);
        if (waiters.isWatched()) {
            Failpoints.pass(Failpoint.LOCK_LEFT);
            parking.wakeOne(waiters);
        }
    }

    /** Whether the calling thread has it. */
    public boolean isMine() {
        long owner = words.plain(at);
        // To ask for this thread's word takes a slot, which who never used the memory can do without.
        return owner != 0 && commons.isJoined() && owner == commons.owner();
    }

    /** Who has it, dead or alive; 0 if nobody. */
    public long owner() {
        return words.ordered(at);
    }

    /** Whether the calling thread has it, and had it from a process that died. */
    public boolean isTakenFromDead() {
        return isMine() && words.plain(at + TAKEN_FROM) != 0;
    }

    /** As {@link #isTakenFromDead}, asked by the thread that has it. */
    public boolean isMineFromDead() {
        return words.plain(at + TAKEN_FROM) != 0;
    }

    /** How often the owner has it, as the owner has said. */
    public long holds() {
        return words.ordered(at + HOLDS);
    }

    /** Says how often the owner has it, which only the owner may. */
    public void holds(long count) {
        words.release(at + HOLDS, count);
        Failpoints.pass(Failpoint.LOCK_HELD);
    }
}
