package dev.runinprocess.memory;

import dev.runinprocess.codec.Codec;
import dev.runinprocess.codec.ValueReader;
import dev.runinprocess.codec.ValueWriter;
import dev.runinprocess.internal.shm.Address;
import dev.runinprocess.internal.shm.Place;
import dev.runinprocess.sync.ProcessLock;
import dev.runinprocess.sync.ProcessReentrantLock;
import dev.runinprocess.sync.RobustLock;

/** The codec of single values of one type: the address, and the lock. */
abstract class SharedValueCodec<V extends SharedValue> implements Codec<V> {
    private static final int PLAIN = 0;
    private static final int REENTRANT = 1;
    private static final int LOCKS = 2;

    private final String name;

    SharedValueCodec(String name) {
        this.name = name;
    }

    abstract V at(Place place, RobustLock lock);

    @Override
    public final void write(ValueWriter out, V value) {
        Address.write(out, value.place());
        RobustLock lock = value.lock();
        if (lock instanceof ProcessLock plain) {
            out.writeOrdinal(PLAIN);
            out.write(ProcessLock.codec(), plain);
        } else if (lock instanceof ProcessReentrantLock reentrant) {
            out.writeOrdinal(REENTRANT);
            out.write(ProcessReentrantLock.codec(), reentrant);
        } else {
            throw new IllegalStateException("an unknown kind of lock: " + lock);
        }
    }

    @Override
    public final V read(ValueReader in) {
        Place place = Address.read(in, name);
        RobustLock lock =
                in.readOrdinal(LOCKS) == PLAIN ? in.read(ProcessLock.codec()) : in.read(ProcessReentrantLock.codec());
        return at(place, lock);
    }
}
