package dev.runinprocess.codec;

import dev.runinprocess.failure.NotTransferableException;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Iterator;

/**
 * Elements in iteration order, after their number. A subclass stands for one implementation to read them into.
 *
 * @param <C> the declared type: that implementation or a supertype of it
 */
abstract class CollectionCodec<E, C extends Collection<E>> implements Codec<C> {
    /** Room for so many elements is made in advance of reading them; beyond that a collection grows as they arrive. */
    static final int LARGEST_ADVANCE = 4096;

    private final Codec<E> element;

    CollectionCodec(Codec<E> element) {
        this.element = element;
    }

    /** A new collection with room for that many elements. */
    abstract C create(int expectedSize);

    /** Throws if the collection means more than its elements in their order. */
    void check(C value) {}

    @Override
    public final void write(ValueWriter out, C value) {
        check(value);
        // The number is filled in afterwards: size() may not agree with what an iterator meets while other threads are
        // at work.
        ByteBuffer start = out.room(Integer.BYTES);
        int numberAt = start.position();
        start.putInt(0);
        int number = 0;
        Iterator<E> parts = value.iterator();
        while (true) {
            E part;
            try {
                if (!parts.hasNext()) {
                    break;
                }
                part = parts.next();
            } catch (RuntimeException e) {
                throw interrupted(value, e);
            }
            out.write(element, part);
            number++;
        }
        start.putInt(numberAt, number);
    }

    /** The exception for an iterator that threw. Besides ConcurrentModificationException a race shows as others, too. */
    static NotTransferableException interrupted(Object value, RuntimeException cause) {
        return new NotTransferableException(
                "The elements of a " + value.getClass().getName() + " could not be read (" + cause
                        + "): another thread was changing it. Send a copy, or a concurrent collection.",
                cause);
    }

    @Override
    public final C read(ValueReader in) {
        int number = in.readCount();
        C value = create(Math.min(number, LARGEST_ADVANCE));
        for (int i = 0; i < number; i++) {
            if (!value.add(in.read(element))) {
                throw new NotTransferableException(
                        "Two elements of a set are equal after their way to this process: the sender's"
                                + " set, or their equals method, tells apart what equals does not here. Send a list.");
            }
        }
        return value;
    }
}
