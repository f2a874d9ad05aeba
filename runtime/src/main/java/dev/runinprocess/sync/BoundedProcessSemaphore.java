package dev.runinprocess.sync;

import dev.runinprocess.codec.Codec;
import dev.runinprocess.codec.ValueReader;
import dev.runinprocess.codec.ValueWriter;
import dev.runinprocess.internal.shm.Address;

/**
 * A semaphore between processes that never has more permits than it was created with: Python's {@code multiprocessing.BoundedSemaphore}. One release too many throws
 * {@link IllegalStateException} and changes nothing. What all semaphores between processes have in common, death above all, is told at
 * {@link RobustSemaphore}. Safe for use by many threads and processes.
 */
public final class BoundedProcessSemaphore extends RobustSemaphore {
    private BoundedProcessSemaphore(Permits permits) {
        super(permits);
    }

    /**
     * Creates a semaphore.
     *
     * @param permits how many there are at first, and may be
     * @throws IllegalArgumentException if the number is negative
     * @throws dev.runinprocess.failure.OutOfSharedMemoryException if there is no room for it
     */
    public static BoundedProcessSemaphore create(int permits) {
        if (permits < 0) {
            throw new IllegalArgumentException(
                    "A bounded semaphore has no negative number of permits: permits=" + permits);
        }
        return new BoundedProcessSemaphore(Permits.create(permits, permits));
    }

    /** The way of handles to other processes of the session. */
    public static Codec<BoundedProcessSemaphore> codec() {
        return HandleCodec.INSTANCE;
    }

    @Override
    public BoundedProcessSemaphore keepPermitsOfDead() {
        permits().keepThoseOfDead();
        return this;
    }

    @Override
    public String toString() {
        return "BoundedProcessSemaphore[permits=" + availablePermits() + ", bound="
                + permits().bound() + "]";
    }

    private static final class HandleCodec implements Codec<BoundedProcessSemaphore> {
        private static final HandleCodec INSTANCE = new HandleCodec();

        @Override
        public void write(ValueWriter out, BoundedProcessSemaphore value) {
            Address.write(out, value.permits().place());
        }

        @Override
        public BoundedProcessSemaphore read(ValueReader in) {
            return new BoundedProcessSemaphore(new Permits(Address.read(in, "BoundedProcessSemaphore")));
        }
    }
}
