package dev.runinprocess.sync;

import dev.runinprocess.codec.Codec;
import dev.runinprocess.codec.ValueReader;
import dev.runinprocess.codec.ValueWriter;
import dev.runinprocess.internal.shm.Address;

/**
 * A semaphore between processes: Python's {@code multiprocessing.Semaphore}, and {@link java.util.concurrent.Semaphore} across processes. What all semaphores between
 * processes have in common, death above all, is told at {@link RobustSemaphore}.
 *
 * <p>Releases may raise its permits above the number it was created with, up to {@link Integer#MAX_VALUE}. Safe for use by many threads and processes.
 */
public final class ProcessSemaphore extends RobustSemaphore {
    private ProcessSemaphore(Permits permits) {
        super(permits);
    }

    /**
     * Creates a semaphore.
     *
     * @param permits how many there are at first; if negative, so many releases must come before anything can be acquired
     * @throws dev.runinprocess.failure.OutOfSharedMemoryException if there is no room for it
     */
    public static ProcessSemaphore create(int permits) {
        return new ProcessSemaphore(Permits.create(permits, Integer.MAX_VALUE));
    }

    /** The way of handles to other processes of the session. */
    public static Codec<ProcessSemaphore> codec() {
        return HandleCodec.INSTANCE;
    }

    @Override
    public ProcessSemaphore keepPermitsOfDead() {
        permits().keepThoseOfDead();
        return this;
    }

    @Override
    public String toString() {
        return "ProcessSemaphore[permits=" + availablePermits() + "]";
    }

    private static final class HandleCodec implements Codec<ProcessSemaphore> {
        private static final HandleCodec INSTANCE = new HandleCodec();

        @Override
        public void write(ValueWriter out, ProcessSemaphore value) {
            Address.write(out, value.permits().place());
        }

        @Override
        public ProcessSemaphore read(ValueReader in) {
            return new ProcessSemaphore(new Permits(Address.read(in, "ProcessSemaphore")));
        }
    }
}
