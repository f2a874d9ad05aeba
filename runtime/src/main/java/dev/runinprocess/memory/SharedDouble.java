package dev.runinprocess.memory;

import dev.runinprocess.codec.Codec;
import dev.runinprocess.internal.shm.Commons;
import dev.runinprocess.internal.shm.Place;
import dev.runinprocess.sync.ProcessLock;
import dev.runinprocess.sync.RobustLock;
import java.util.function.DoubleUnaryOperator;

/**
 * A {@code double} that the processes of one session share, with the methods of {@link java.util.concurrent.atomic.AtomicLong}, which have the same effects here, between processes, too. What
 * {@link SharedValue} says of locks and life holds.
 *
 * <p>In Python: {@code multiprocessing.Value('d')}.
 */
public final class SharedDouble extends SharedValue {
    private SharedDouble(Place place, RobustLock lock) {
        super(place, lock);
    }

    /** Creates one with a lock of its own. */
    public static SharedDouble create(double initialValue) {
        return create(initialValue, ProcessLock.create());
    }

    /** Creates one with a lock that may guard other things, too. */
    public static SharedDouble create(double initialValue, RobustLock lock) {
        SharedDouble value = new SharedDouble(Commons.current().allocate(Long.BYTES), lock);
        value.set(initialValue);
        return value;
    }

    /** The value, with the effects of a volatile read. */
    public double get() {
        return Double.longBitsToDouble(words().ordered(at()));
    }

    /** Sets the value, with the effects of a volatile write. */
    public void set(double newValue) {
        words().ordered(at(), Double.doubleToRawLongBits(newValue));
    }

    /** The value, without any order: all that is needed by whoever holds the lock. */
    public double getPlain() {
        return Double.longBitsToDouble(words().plain(at()));
    }

    /** Sets the value, without any order: all that is needed by whoever holds the lock. */
    public void setPlain(double newValue) {
        words().plain(at(), Double.doubleToRawLongBits(newValue));
    }

    /** The value; nothing that this thread does later happens before. */
    public double getAcquire() {
        return Double.longBitsToDouble(words().acquire(at()));
    }

    /** Sets the value; all that this thread did earlier happens before, for whoever reads it by {@link #getAcquire}. */
    public void setRelease(double newValue) {
        words().release(at(), Double.doubleToRawLongBits(newValue));
    }

    /** Sets the value if it is the one expected, bit for bit, and tells whether it was. */
    public boolean compareAndSet(double expected, double newValue) {
        return words().compareAndSet(at(), Double.doubleToRawLongBits(expected), Double.doubleToRawLongBits(newValue));
    }

    /** Sets the value, and returns what was there. */
    public double getAndSet(double newValue) {
        return Double.longBitsToDouble(words().swap(at(), Double.doubleToRawLongBits(newValue)));
    }

    /** Adds, and returns what was there. */
    public double getAndAdd(double delta) {
        return getAndUpdate(value -> value + delta);
    }

    /** Adds, and returns what is there now. */
    public double addAndGet(double delta) {
        return updateAndGet(value -> value + delta);
    }

    /** Replaces the value by what the function makes of it, and returns what was there. The function may be called several times, so it had better have no effects. */
    public double getAndUpdate(DoubleUnaryOperator update) {
        while (true) {
            long bits = words().ordered(at());
            double value = Double.longBitsToDouble(bits);
            if (words().compareAndSet(at(), bits, Double.doubleToRawLongBits(update.applyAsDouble(value)))) {
                return value;
            }
        }
    }

    /** Replaces the value by what the function makes of it, and returns that. The function may be called several times, so it had better have no effects. */
    public double updateAndGet(DoubleUnaryOperator update) {
        while (true) {
            long bits = words().ordered(at());
            double value = update.applyAsDouble(Double.longBitsToDouble(bits));
            if (words().compareAndSet(at(), bits, Double.doubleToRawLongBits(value))) {
                return value;
            }
        }
    }

    /** The way of handles to other processes of the session. */
    public static Codec<SharedDouble> codec() {
        return ValueCodec.INSTANCE;
    }

    /** The value. */
    @Override
    public String toString() {
        return Double.toString(get());
    }

    private static final class ValueCodec extends SharedValueCodec<SharedDouble> {
        private static final ValueCodec INSTANCE = new ValueCodec();

        private ValueCodec() {
            super("SharedDouble");
        }

        @Override
        SharedDouble at(Place place, RobustLock lock) {
            return new SharedDouble(place, lock);
        }
    }
}
