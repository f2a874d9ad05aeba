package dev.runinprocess.codec;

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
        int numberAt = out.reserve(Integer.BYTES);
        byte[] chunk = out.chunk();
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
                throw Refusal.whileIterating(value, e);
            }
            out.write(element, part);
            number++;
        }
        ValueWriter.putInt(chunk, numberAt, number);
    }

    @Override
    public final C read(ValueReader in) {
        int number = in.readCount();
        C value = create(Math.min(number, LARGEST_ADVANCE));
        for (int i = 0; i < number; i++) {
            if (!value.add(in.read(element))) {
                throw Refusal.of("Two elements of a set are equal after their way to this process: the sender's"
                        + " set, or their equals method, tells apart what equals does not here. Send a list.");
            }
        }
        return value;
    }
}
