package dev.runinprocess.sync;

import dev.runinprocess.codec.Codec;
import dev.runinprocess.codec.ValueReader;
import dev.runinprocess.codec.ValueWriter;
import dev.runinprocess.internal.park.Deadline;
import dev.runinprocess.internal.park.RobustMutex;
import dev.runinprocess.internal.shm.Address;

/**
 * A lock between processes that a thread takes once: Python's {@code multiprocessing.Lock}, as a {@link java.util.concurrent.locks.Lock}. What all locks between processes
 * have in common, death above all, is told at {@link RobustLock}.
 *
 * <p>Unlike Python's it belongs to the thread that took it, and only that thread gives it back; a semaphore of one permit is the
 * one to hand over. And where Python's blocks for ever when its holder takes it again, this throws. Safe for use by many threads and processes.
 */
public final class ProcessLock extends RobustLock {
    private ProcessLock(RobustMutex mutex) {
        super(mutex);
    }

    /**
     * Creates a lock that nobody has.
     *
     * @throws dev.runinprocess.failure.OutOfSharedMemoryException if there is no room for it
     */
    public static ProcessLock create() {
        return new ProcessLock(newMutex());
    }

    static ProcessLock of(RobustMutex mutex) {
        return new ProcessLock(mutex);
    }

    /** The way of handles to other processes of the session. */
    public static Codec<ProcessLock> codec() {
        return HandleCodec.INSTANCE;
    }

    @Override
    boolean isReentrant() {
        return false;
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalStateException if the calling thread has it already, and so would wait for itself
     */
    @Override
    public void lock() {
        RobustMutex mutex = mutex();
        if (!mutex.tryTake()) {
            refuseTwice();
            mutex.take();
        }
    }

    /** {@inheritDoc} False, too, if the calling thread has it already. */
    @Override
    public boolean tryLock() {
        return mutex().tryTakeOnce();
    }

    @Override
    boolean tryLockUntil(Deadline deadline) throws InterruptedException {
        if (deadline == Deadline.NEVER) {
            refuseTwice();
        }
        return mutex().take(deadline);
    }

    private void refuseTwice() {
        if (mutex().isMine()) {
            throw new IllegalStateException(
                    "The calling thread has this lock already, and would wait for itself. Use a ProcessReentrantLock: "
                            + this);
        }
    }

    @Override
    public void unlock() {
        checkMine("give it back");
        mutex().leave();
    }

    @Override
    public String toString() {
        String owner = owner();
        return "ProcessLock[owner=" + (owner == null ? "none" : owner) + "]";
    }

    private static final class HandleCodec implements Codec<ProcessLock> {
        private static final HandleCodec INSTANCE = new HandleCodec();

        @Override
        public void write(ValueWriter out, ProcessLock value) {
            Address.write(out, value.mutex().place());
        }

        @Override
        public ProcessLock read(ValueReader in) {
            return new ProcessLock(new RobustMutex(Address.read(in, "ProcessLock")));
        }
    }
}
