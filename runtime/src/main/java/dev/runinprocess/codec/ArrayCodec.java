package dev.runinprocess.codec;

import java.lang.reflect.Array;
import java.util.Arrays;

/** Arrays of references; {@code T[][]} takes one of these within another. */
final class ArrayCodec<T> implements Codec<T[]> {
    private final Codec<T> element;
    private final Class<? super T> component;

    ArrayCodec(Codec<T> element, Class<? super T> component) {
        this.element = element;
        this.component = component;
    }

    @Override
    public void write(ValueWriter out, T[] value) {
        out.writeLength(value.length);
        for (T part : value) {
            out.write(element, part);
        }
    }

    @Override
    public T[] read(ValueReader in) {
        int length = in.readLength();
        T[] value = allocate(Math.min(length, CollectionCodec.LARGEST_ADVANCE));
        for (int i = 0; i < length; i++) {
            if (i == value.length) {
                // Grown as elements arrive: arrays within arrays could each claim all the bytes that are left.
                value = Arrays.copyOf(value, (int) Math.min(length, 2L * i));
            }
            value[i] = in.read(element);
        }
        return value;
    }

    @SuppressWarnings("unchecked") // T[] where T is generic is an array of its erasure
    private T[] allocate(int length) {
        return (T[]) Array.newInstance(component, length);
    }
}
