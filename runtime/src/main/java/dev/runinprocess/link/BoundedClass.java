package dev.runinprocess.link;

import dev.runinprocess.codec.Codec;
import dev.runinprocess.codec.Codecs;
import dev.runinprocess.codec.ValueReader;
import dev.runinprocess.codec.ValueWriter;
import dev.runinprocess.failure.NotTransferableException;

/**
 * Classes whose declared type says more than {@code Class<?>}: what arrives is checked against the bound.
 *
 * @param <C> the declared type, such as {@code Class<? extends Number>}
 */
public final class BoundedClass<C extends Class<?>> implements Codec<C> {
    private final Class<?> bound;

    private BoundedClass(Class<?> bound) {
        this.bound = bound;
    }

    /** Returns a codec for classes that are subclasses of the bound, or the bound itself. */
    public static <C extends Class<?>> Codec<C> within(Class<?> bound) {
        return new BoundedClass<>(bound);
    }

    @Override
    public void write(ValueWriter out, C value) {
        Codecs.classOf().write(out, value);
    }

    @Override
    @SuppressWarnings("unchecked") // the check is all that can be made of the type argument at run time
    public C read(ValueReader in) {
        Class<?> type = Codecs.classOf().read(in);
        // int.class is a Class<Integer>, though no subclass of Integer.
        if (!bound.isAssignableFrom(type) && !type.isPrimitive()) {
            throw new NotTransferableException("The class received is not of the type expected: " + type.getName()
                    + " is no subclass of " + bound.getName() + ".");
        }
        return (C) type;
    }
}
