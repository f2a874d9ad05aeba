package dev.runinprocess.memory;

import dev.runinprocess.codec.Codec;
import dev.runinprocess.internal.shm.Commons;
import dev.runinprocess.internal.shm.Place;
import dev.runinprocess.sync.ProcessLock;
import dev.runinprocess.sync.RobustLock;

/**
 * A {@code boolean} that the processes of one session share, with the methods of {@link java.util.concurrent.atomic.AtomicBoolean}, which have the same effects here, between processes, too. What
 * {@link SharedValue} says of locks and life holds.
 *
 * <p>In Python: {@code multiprocessing.Value(c_bool)}.
 */
public final class SharedBoolean extends SharedValue {
    private SharedBoolean(Place place, RobustLock lock) {
        super(place, lock);
    }

    /** Creates one with a lock of its own. */
    public static SharedBoolean create(boolean initialValue) {
        return create(initialValue, ProcessLock.create());
    }

    /** Creates one with a lock that may guard other things, too. */
    public static SharedBoolean create(boolean initialValue, RobustLock lock) {
        SharedBoolean value = new SharedBoolean(Commons.current().allocate(Long.BYTES), lock);
        value.set(initialValue);
        return value;
    }

    /** The value, with the effects of a volatile read. */
    public boolean get() {
        return words().ordered(at()) != 0;
    }

    /** Sets the value, with the effects of a volatile write. */
    public void set(boolean newValue) {
        words().ordered(at(), toWord(newValue));
    }

    /** The value, without any order: all that is needed by whoever holds the lock. */
    public boolean getPlain() {
        return words().plain(at()) != 0;
    }

    /** Sets the value, without any order: all that is needed by whoever holds the lock. */
    public void setPlain(boolean newValue) {
        words().plain(at(), toWord(newValue));
    }

    /** The value; nothing that this thread does later happens before. */
    public boolean getAcquire() {
        return words().acquire(at()) != 0;
    }

    /** Sets the value; all that this thread did earlier happens before, for whoever reads it by {@link #getAcquire}. */
    public void setRelease(boolean newValue) {
        words().release(at(), toWord(newValue));
    }

    /** Sets the value if it is the one expected, and tells whether it was. */
    public boolean compareAndSet(boolean expected, boolean newValue) {
        return words().compareAndSet(at(), toWord(expected), toWord(newValue));
    }

    /** Sets the value, and returns what was there. */
    public boolean getAndSet(boolean newValue) {
        return words().swap(at(), toWord(newValue)) != 0;
    }

    private static long toWord(boolean value) {
        return value ? 1 : 0;
    }

    /** The way of handles to other processes of the session. */
    public static Codec<SharedBoolean> codec() {
        return ValueCodec.INSTANCE;
    }

    /** The value. */
    @Override
    public String toString() {
        return Boolean.toString(get());
    }

    private static final class ValueCodec extends SharedValueCodec<SharedBoolean> {
        private static final ValueCodec INSTANCE = new ValueCodec();

        private ValueCodec() {
            super("SharedBoolean");
        }

        @Override
        SharedBoolean at(Place place, RobustLock lock) {
            return new SharedBoolean(place, lock);
        }
    }
}
