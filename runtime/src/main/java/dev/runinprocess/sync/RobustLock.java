package dev.runinprocess.sync;

import dev.runinprocess.internal.park.Deadline;
import dev.runinprocess.internal.park.RobustMutex;
import dev.runinprocess.internal.session.ProcessContext;
import dev.runinprocess.internal.shm.Commons;
import dev.runinprocess.internal.shm.OwnerWord;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import org.jspecify.annotations.Nullable;

/**
 * A mutual exclusion lock between the threads of all processes of a session, which passes on when its holder's process dies.
 *
 * <p>As in {@code java.util.concurrent}: what a thread did before {@link #unlock} happens-before what the next holder does after its {@link #lock}, in
 * whatever process either is, for ordinary memory of one process and for shared memory. The lock is not fair: who comes while it is free
 * may overtake those who wait; of the threads of one process that wait, the one that has waited longest is woken first. Waiting can be interrupted and
 * timed as in {@link Lock}, and costs no processor time after some microseconds.
 *
 * <p>When the holder's process dies, however it dies, the lock passes to the next who wants it: at once if its parent lives, otherwise within about a second.
 * Until then {@link #isLocked} stays true. That next holder finds {@link #wasAbandoned} true, and a warning in its log names the dead: what
 * the lock guards may be half done. A process that is stopped is alive, and keeps it; so does one of whose threads the holder
 * was, if that thread alone has ended.
 *
 * <p>Handles are small and may be passed to any process of the session, as arguments, results, and parts of them; two handles of one lock are equal. Pass them: a lock in a static field
 * is made anew by each process that has the class, and excludes nobody. There is nothing to close: the lock, some 64 bytes, lasts as long as the session, so make few rather than one for each
 * piece of work. Safe for use by many threads and processes.
 */
public abstract sealed class RobustLock implements Lock permits ProcessLock, ProcessReentrantLock {
    /** What the JVM names the thread that runs main; its number changed with JDK 25. */
    private static final String MAIN_THREAD = "main";

    private final RobustMutex mutex;

    RobustLock(RobustMutex mutex) {
        this.mutex = mutex;
    }

    static RobustMutex newMutex() {
        Commons commons = Commons.current();
        return new RobustMutex(commons.allocate(RobustMutex.bytes(commons)));
    }

    final RobustMutex mutex() {
        return mutex;
    }

    /** Whether the calling thread may take it again although it has it. */
    abstract boolean isReentrant();

    /**
     * {@inheritDoc} If this thread is interrupted while it waits, it goes on waiting, and is interrupted when it returns.
     */
    @Override
    public abstract void lock();

    /** {@inheritDoc} */
    @Override
    public final void lockInterruptibly() throws InterruptedException {
        boolean unused = tryLockUntil(Deadline.NEVER);
    }

    /**
     * {@inheritDoc}
     *
     * <p>Waiting is bounded by the time even if the holder is a stopped process.
     */
    @Override
    public final boolean tryLock(long time, TimeUnit unit) throws InterruptedException {
        return tryLockUntil(Deadline.after(time, unit));
    }

    /** As {@link #tryLock(long, TimeUnit)}. */
    public final boolean tryLock(Duration time) throws InterruptedException {
        return tryLockUntil(Deadline.after(time));
    }

    abstract boolean tryLockUntil(Deadline deadline) throws InterruptedException;

    /**
     * Takes the lock for a {@code try} block, waiting as {@link #lock} does.
     *
     * @return what gives it back when it is closed
     */
    public final LockHold hold() {
        lock();
        return new LockHold(this);
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalMonitorStateException if the calling thread does not have it
     */
    @Override
    public abstract void unlock();

    /** Creates a condition of this lock, to be passed to other processes beside it. */
    @Override
    public final ProcessCondition newCondition() {
        return ProcessCondition.of(this);
    }

    /** Whether somebody has it, in whatever process; true for one whose process has died as long as nobody has taken it since. */
    public final boolean isLocked() {
        return mutex.owner() != 0;
    }

    /** Whether the calling thread has it. */
    public final boolean isHeldByCurrentThread() {
        return mutex.isMine();
    }

    /**
     * Whether the calling thread has it, and had it from a process that died with it: then what the lock guards may be half
     * done, and this holder is the one to look. It stays true until that holder gives it back.
     */
    public final boolean wasAbandoned() {
        return mutex.isTakenFromDead();
    }

    /**
     * Refuses what only its holder may do.
     *
     * @param purpose what the calling thread wants to do
     */
    final void checkMine(String purpose) {
        if (!mutex.isMine()) {
            throw new IllegalMonitorStateException(
                    "The calling thread does not have this lock, so it cannot " + purpose + ": " + this);
        }
    }

    /** Who has it, as the calling thread sees it. */
    final @Nullable String owner() {
        long owner = mutex.owner();
        if (owner == 0) {
            return null;
        }
        Commons commons = mutex.place().commons();
        if (!OwnerWord.sameProcess(owner, commons.process())) {
            long pid = commons.slots().pidOf(owner);
            return "other-process" + (pid == 0 ? "" : "(pid=" + pid + ")");
        }
        if (owner != commons.owner()) {
            return "other-thread";
        }
        String process = ProcessContext.current().identity().name();
        String thread = Thread.currentThread().getName();
        return thread.equals(MAIN_THREAD) ? process : process + "|" + thread;
    }

    /** Whether the other is a handle of the same lock. */
    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof RobustLock lock && lock.mutex.place().equals(mutex.place());
    }

    @Override
    public final int hashCode() {
        return Long.hashCode(mutex.place().address());
    }
}
