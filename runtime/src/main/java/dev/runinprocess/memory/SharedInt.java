package dev.runinprocess.memory;

import dev.runinprocess.codec.Codec;
import dev.runinprocess.internal.shm.Commons;
import dev.runinprocess.internal.shm.Place;
import dev.runinprocess.sync.ProcessLock;
import dev.runinprocess.sync.RobustLock;
import java.util.function.IntUnaryOperator;

/**
 * An {@code int} that the processes of one session share, with the methods of {@link java.util.concurrent.atomic.AtomicInteger}, which have the same effects here, between processes, too. What
 * {@link SharedValue} says of locks and life holds.
 *
 * <p>In Python: {@code multiprocessing.Value('i')}.
 */
public final class SharedInt extends SharedValue {
    private SharedInt(Place place, RobustLock lock) {
        super(place, lock);
    }

    /** Creates one with a lock of its own. */
    public static SharedInt create(int initialValue) {
        return create(initialValue, ProcessLock.create());
    }

    /** Creates one with a lock that may guard other things, too. */
    public static SharedInt create(int initialValue, RobustLock lock) {
        SharedInt value = new SharedInt(Commons.current().allocate(Long.BYTES), lock);
        value.set(initialValue);
        return value;
    }

    /** The value, with the effects of a volatile read. */
    public int get() {
        return (int) words().ordered(at());
    }

    /** Sets the value, with the effects of a volatile write. */
    public void set(int newValue) {
        words().ordered(at(), newValue);
    }

    /** The value, without any order: all that is needed by whoever holds the lock. */
    public int getPlain() {
        return (int) words().plain(at());
    }

    /** Sets the value, without any order: all that is needed by whoever holds the lock. */
    public void setPlain(int newValue) {
        words().plain(at(), newValue);
    }

    /** The value; nothing that this thread does later happens before. */
    public int getAcquire() {
        return (int) words().acquire(at());
    }

    /** Sets the value; all that this thread did earlier happens before, for whoever reads it by {@link #getAcquire}. */
    public void setRelease(int newValue) {
        words().release(at(), newValue);
    }

    /** Sets the value if it is the one expected, and tells whether it was. */
    public boolean compareAndSet(int expected, int newValue) {
        return words().compareAndSet(at(), expected, newValue);
    }

    /** Sets the value, and returns what was there. */
    public int getAndSet(int newValue) {
        return (int) words().swap(at(), newValue);
    }

    /** Adds, and returns what was there. */
    public int getAndAdd(int delta) {
        return getAndUpdate(value -> value + delta);
    }

    /** Adds, and returns what is there now. */
    public int addAndGet(int delta) {
        return updateAndGet(value -> value + delta);
    }

    /** Adds one, and returns what was there. */
    public int getAndIncrement() {
        return getAndAdd(1);
    }

    /** Adds one, and returns what is there now. */
    public int incrementAndGet() {
        return addAndGet(1);
    }

    /** Subtracts one, and returns what was there. */
    public int getAndDecrement() {
        return getAndAdd(-1);
    }

    /** Subtracts one, and returns what is there now. */
    public int decrementAndGet() {
        return addAndGet(-1);
    }

    /** Replaces the value by what the function makes of it, and returns what was there. The function may be called several times, so it had better have no effects. */
    public int getAndUpdate(IntUnaryOperator update) {
        while (true) {
            long bits = words().ordered(at());
            int value = (int) bits;
            if (words().compareAndSet(at(), bits, update.applyAsInt(value))) {
                return value;
            }
        }
    }

    /** Replaces the value by what the function makes of it, and returns that. The function may be called several times, so it had better have no effects. */
    public int updateAndGet(IntUnaryOperator update) {
        while (true) {
            long bits = words().ordered(at());
            int value = update.applyAsInt((int) bits);
            if (words().compareAndSet(at(), bits, value)) {
                return value;
            }
        }
    }

    /** The way of handles to other processes of the session. */
    public static Codec<SharedInt> codec() {
        return ValueCodec.INSTANCE;
    }

    /** The value. */
    @Override
    public String toString() {
        return Integer.toString(get());
    }

    private static final class ValueCodec extends SharedValueCodec<SharedInt> {
        private static final ValueCodec INSTANCE = new ValueCodec();

        private ValueCodec() {
            super("SharedInt");
        }

        @Override
        SharedInt at(Place place, RobustLock lock) {
            return new SharedInt(place, lock);
        }
    }
}
