package dev.runinprocess.sync;

import dev.runinprocess.codec.Codec;
import dev.runinprocess.codec.ValueReader;
import dev.runinprocess.codec.ValueWriter;
import dev.runinprocess.internal.park.Deadline;
import dev.runinprocess.internal.park.RobustMutex;
import dev.runinprocess.internal.shm.Address;
import dev.runinprocess.internal.shm.Place;
import java.time.Duration;
import java.util.Date;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A condition of a lock between processes: Python's {@code multiprocessing.Condition}, as a {@link Condition}. Threads of any processes that have the lock wait here, and are
 * signalled in the order of their coming.
 *
 * <p>Every method but those that say otherwise wants the lock, and throws {@link IllegalMonitorStateException} without it. Waiting gives the lock up, however
 * often it was taken, and has it again when it ends, in whatever way. Nothing wakes a waiter but a signal, its time limit and an interrupt; yet
 * wait in a loop or with {@link #awaitFor(BooleanSupplier)}, for another may have been first when the lock is back.
 *
 * <p>When a process dies, its waiters wait no more. A signal that was given to one of them, and that it had not answered yet, passes to the waiter that has
 * waited longest. What happens to the lock is told at {@link RobustLock}.
 *
 * <p>What the signaller did before it gave up the lock happens-before the waiter's return. Handles may be passed to any process of the session, and bring their lock;
 * two handles of one condition are equal. Safe for use by many threads and processes.
 */
public final class ProcessCondition implements Condition {
    private final RobustLock lock;
    private final ConditionQueue queue;

    private ProcessCondition(RobustLock lock, ConditionQueue queue) {
        this.lock = lock;
        this.queue = queue;
    }

    static ProcessCondition of(RobustLock lock) {
        return new ProcessCondition(lock, ConditionQueue.create(lock.mutex().place(), lock.isReentrant()));
    }

    private static ProcessCondition at(Place place) {
        ConditionQueue queue = new ConditionQueue(place);
        RobustMutex mutex = new RobustMutex(place.commons().place(queue.lockAddress()));
        return new ProcessCondition(
                queue.isLockReentrant() ? ProcessReentrantLock.of(mutex) : ProcessLock.of(mutex), queue);
    }

    /** The way of handles to other processes of the session. */
    public static Codec<ProcessCondition> codec() {
        return HandleCodec.INSTANCE;
    }

    /** The lock that belongs to it. Does not want the lock. */
    public RobustLock lock() {
        return lock;
    }

    /** {@inheritDoc} */
    @Override
    public void await() throws InterruptedException {
        boolean unused = waitUntil(Deadline.NEVER);
    }

    /** {@inheritDoc} */
    @Override
    public void awaitUninterruptibly() {
        boolean unused = queue.awaitUninterruptibly(lock);
    }

    /** {@inheritDoc} */
    @Override
    public long awaitNanos(long nanosTimeout) throws InterruptedException {
        Deadline deadline = Deadline.after(nanosTimeout, TimeUnit.NANOSECONDS);
        boolean unused = waitUntil(deadline);
        return deadline.left();
    }

    /** {@inheritDoc} */
    @Override
    public boolean await(long time, TimeUnit unit) throws InterruptedException {
        return waitUntil(Deadline.after(time, unit));
    }

    /** As {@link #await(long, TimeUnit)}. */
    public boolean await(Duration time) throws InterruptedException {
        return waitUntil(Deadline.after(time));
    }

    /** {@inheritDoc} */
    @Override
    @SuppressWarnings("JavaUtilDate") // It is the interface's.
    public boolean awaitUntil(Date deadline) throws InterruptedException {
        return waitUntil(Deadline.after(deadline.getTime() - System.currentTimeMillis(), TimeUnit.MILLISECONDS));
    }

    /**
     * Waits until something is so: looks, and waits for a signal as long as it is not. If meanwhile the lock came to this thread from a process that died with it, and nobody has
     * had it since, {@link RobustLock#wasAbandoned} is true afterwards.
     *
     * @param predicate called with the lock held, at first and after each signal
     */
    public void awaitFor(BooleanSupplier predicate) throws InterruptedException {
        boolean unused = waitFor(predicate, Deadline.NEVER);
    }

    /**
     * As {@link #awaitFor(BooleanSupplier)}, for some time at most; signals do not prolong it.
     *
     * @return what the predicate said last
     */
    public boolean awaitFor(BooleanSupplier predicate, Duration time) throws InterruptedException {
        return waitFor(predicate, Deadline.after(time));
    }

    private boolean waitFor(BooleanSupplier predicate, Deadline deadline) throws InterruptedException {
        lock.checkMine("wait for its condition");
        boolean looked = true;
        while (!predicate.getAsBoolean()) {
            if (!waitUntil(deadline, looked)) {
                return predicate.getAsBoolean();
            }
            // The predicate looks at what it is for, not at what a dead holder may have left half done.
            looked = false;
        }
        return true;
    }

    private boolean waitUntil(Deadline deadline) throws InterruptedException {
        return waitUntil(deadline, true);
    }

    private boolean waitUntil(Deadline deadline, boolean looked) throws InterruptedException {
        lock.checkMine("wait for its condition");
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        return queue.await(lock, deadline, looked);
    }

    /** {@inheritDoc} */
    @Override
    public void signal() {
        signal(1);
    }

    /**
     * Wakes the threads that have waited longest; those that come later get nothing of it.
     *
     * @param count how many at most
     */
    public void signal(int count) {
        lock.checkMine("signal its condition");
        if (count < 0) {
            throw new IllegalArgumentException("count must not be negative: count=" + count);
        }
        queue.signal(count);
    }

    /** {@inheritDoc} */
    @Override
    public void signalAll() {
        signal(Integer.MAX_VALUE);
    }

    /** How many threads wait and have not been signalled. */
    public int getWaitQueueLength() {
        lock.checkMine("count who waits for its condition");
        return queue.length();
    }

    /** Whether the other is a handle of the same condition. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ProcessCondition condition
                && condition.queue.place().equals(queue.place());
    }

    @Override
    public int hashCode() {
        return Long.hashCode(queue.place().address());
    }

    @Override
    public String toString() {
        return "ProcessCondition[waiting=" + queue.length() + ", lock=" + lock + "]";
    }

    private static final class HandleCodec implements Codec<ProcessCondition> {
        private static final HandleCodec INSTANCE = new HandleCodec();

        @Override
        public void write(ValueWriter out, ProcessCondition value) {
            Address.write(out, value.queue.place());
        }

        @Override
        public ProcessCondition read(ValueReader in) {
            return at(Address.read(in, "ProcessCondition"));
        }
    }
}
