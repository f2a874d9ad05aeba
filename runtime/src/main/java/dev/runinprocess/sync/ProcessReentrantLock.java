package dev.runinprocess.sync;

import dev.runinprocess.codec.Codec;
import dev.runinprocess.codec.ValueReader;
import dev.runinprocess.codec.ValueWriter;
import dev.runinprocess.internal.park.Deadline;
import dev.runinprocess.internal.park.RobustMutex;
import dev.runinprocess.internal.shm.Address;

/**
 * A lock between processes that its holder may take again: Python's {@code multiprocessing.RLock}, and {@link java.util.concurrent.locks.ReentrantLock} across processes. It is free
 * when it was given back as often as it was taken. What all locks between processes have in common, death above all, is told at {@link RobustLock}.
 * Safe for use by many threads and processes.
 */
public final class ProcessReentrantLock extends RobustLock {
    private ProcessReentrantLock(RobustMutex mutex) {
        super(mutex);
    }

    /**
     * Creates a lock that nobody has.
     *
     * @throws dev.runinprocess.failure.OutOfSharedMemoryException if there is no room for it
     */
    public static ProcessReentrantLock create() {
        return new ProcessReentrantLock(newMutex());
    }

    static ProcessReentrantLock of(RobustMutex mutex) {
        return new ProcessReentrantLock(mutex);
    }

    /** The way of handles to other processes of the session. */
    public static Codec<ProcessReentrantLock> codec() {
        return HandleCodec.INSTANCE;
    }

    @Override
    boolean isReentrant() {
        return true;
    }

    @Override
    public void lock() {
        if (!tryAgain() && !first(mutex().tryTake())) {
            mutex().take();
            mutex().holds(1);
        }
    }

    @Override
    public boolean tryLock() {
        return tryAgain() || first(mutex().tryTakeOnce());
    }

    private boolean tryAgain() {
        RobustMutex mutex = mutex();
        boolean mine = mutex.isMine();
        if (mine) {
            mutex.holds(Math.addExact(mutex.holds(), 1));
        }
        return mine;
    }

    private boolean first(boolean taken) {
        if (taken) {
            mutex().holds(1);
        }
        return taken;
    }

    @Override
    boolean tryLockUntil(Deadline deadline) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        return tryAgain() || first(mutex().take(deadline));
    }

    @Override
    public void unlock() {
        checkMine("give it back");
        long holds = mutex().holds();
        if (holds > 1) {
            mutex().holds(holds - 1);
        } else {
            mutex().leave();
        }
    }

    /** How often the calling thread has it; 0 if it does not. */
    public int getHoldCount() {
        return mutex().isMine() ? (int) mutex().holds() : 0;
    }

    @Override
    public String toString() {
        String owner = owner();
        return owner == null
                ? "ProcessReentrantLock[owner=none, holds=0]"
                : "ProcessReentrantLock[owner=" + owner + ", holds=" + Math.max(1, mutex().holds()) + "]";
    }

    private static final class HandleCodec implements Codec<ProcessReentrantLock> {
        private static final HandleCodec INSTANCE = new HandleCodec();

        @Override
        public void write(ValueWriter out, ProcessReentrantLock value) {
            Address.write(out, value.mutex().place());
        }

        @Override
        public ProcessReentrantLock read(ValueReader in) {
            return new ProcessReentrantLock(new RobustMutex(Address.read(in, "ProcessReentrantLock")));
        }
    }
}
