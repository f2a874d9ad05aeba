package dev.runinprocess.channel;

import dev.runinprocess.codec.Codec;
import dev.runinprocess.codec.ValueReader;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The elements that were in a queue at one moment. A large one is read as the iteration comes to it, if it is still there. For one thread. */
final class ElementIterator<E> implements Iterator<E> {
    private final Codec<E> codec;
    private final Iterator<Incoming> records;
    private @Nullable ValueReader next;

    ElementIterator(Codec<E> codec, List<Incoming> records) {
        this.codec = codec;
        this.records = records.iterator();
    }

    @Override
    public boolean hasNext() {
        while (next == null && records.hasNext()) {
            next = records.next().openIfThere();
        }
        return next != null;
    }

    @Override
    public E next() {
        ValueReader element = hasNext() ? next : null;
        if (element == null) {
            throw new NoSuchElementException();
        }
        next = null;
        return element.read(codec);
    }
}
