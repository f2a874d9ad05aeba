package dev.runinprocess.memory;

import dev.runinprocess.codec.Codec;
import dev.runinprocess.internal.shm.Commons;
import dev.runinprocess.internal.shm.Place;
import dev.runinprocess.sync.ProcessLock;
import dev.runinprocess.sync.RobustLock;
import java.util.function.LongUnaryOperator;

/**
 * A {@code long} that the processes of one session share, with the methods of {@link java.util.concurrent.atomic.AtomicLong}, which have the same effects here, between processes, too. What
 * {@link SharedValue} says of locks and life holds.
 *
 * <p>In Python: {@code multiprocessing.Value('q')}.
 */
public final class SharedLong extends SharedValue {
    private SharedLong(Place place, RobustLock lock) {
        super(place, lock);
    }

    /** Creates one with a lock of its own. */
    public static SharedLong create(long initialValue) {
        return create(initialValue, ProcessLock.create());
    }

    /** Creates one with a lock that may guard other things, too. */
    public static SharedLong create(long initialValue, RobustLock lock) {
        SharedLong value = new SharedLong(Commons.current().allocate(Long.BYTES), lock);
        value.set(initialValue);
        return value;
    }

    /** The value, with the effects of a volatile read. */
    public long get() {
        return words().ordered(at());
    }

    /** Sets the value, with the effects of a volatile write. */
    public void set(long newValue) {
        words().ordered(at(), newValue);
    }

    /** The value, without any order: all that is needed by whoever holds the lock. */
    public long getPlain() {
        return words().plain(at());
    }

    /** Sets the value, without any order: all that is needed by whoever holds the lock. */
    public void setPlain(long newValue) {
        words().plain(at(), newValue);
    }

    /** The value; nothing that this thread does later happens before. */
    public long getAcquire() {
        return words().acquire(at());
    }

    /** Sets the value; all that this thread did earlier happens before, for whoever reads it by {@link #getAcquire}. */
    public void setRelease(long newValue) {
        words().release(at(), newValue);
    }

    /** Sets the value if it is the one expected, and tells whether it was. */
    public boolean compareAndSet(long expected, long newValue) {
        return words().compareAndSet(at(), expected, newValue);
    }

    /** Sets the value, and returns what was there. */
    public long getAndSet(long newValue) {
        return words().swap(at(), newValue);
    }

    /** Adds, and returns what was there. */
    public long getAndAdd(long delta) {
        return words().getAndAdd(at(), delta);
    }

    /** Adds, and returns what is there now. */
    public long addAndGet(long delta) {
        return words().getAndAdd(at(), delta) + delta;
    }

    /** Adds one, and returns what was there. */
    public long getAndIncrement() {
        return getAndAdd(1);
    }

    /** Adds one, and returns what is there now. */
    public long incrementAndGet() {
        return addAndGet(1);
    }

    /** Subtracts one, and returns what was there. */
    public long getAndDecrement() {
        return getAndAdd(-1);
    }

    /** Subtracts one, and returns what is there now. */
    public long decrementAndGet() {
        return addAndGet(-1);
    }

    /** Replaces the value by what the function makes of it, and returns what was there. The function may be called several times, so it had better have no effects. */
    public long getAndUpdate(LongUnaryOperator update) {
        while (true) {
            long bits = words().ordered(at());
            long value = bits;
            if (words().compareAndSet(at(), bits, update.applyAsLong(value))) {
                return value;
            }
        }
    }

    /** Replaces the value by what the function makes of it, and returns that. The function may be called several times, so it had better have no effects. */
    public long updateAndGet(LongUnaryOperator update) {
        while (true) {
            long bits = words().ordered(at());
            long value = update.applyAsLong(bits);
            if (words().compareAndSet(at(), bits, value)) {
                return value;
            }
        }
    }

    /** The way of handles to other processes of the session. */
    public static Codec<SharedLong> codec() {
        return ValueCodec.INSTANCE;
    }

    /** The value. */
    @Override
    public String toString() {
        return Long.toString(get());
    }

    private static final class ValueCodec extends SharedValueCodec<SharedLong> {
        private static final ValueCodec INSTANCE = new ValueCodec();

        private ValueCodec() {
            super("SharedLong");
        }

        @Override
        SharedLong at(Place place, RobustLock lock) {
            return new SharedLong(place, lock);
        }
    }
}
