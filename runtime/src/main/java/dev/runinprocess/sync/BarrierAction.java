package dev.runinprocess.sync;

import dev.runinprocess.codec.Codec;
import dev.runinprocess.codec.Codecs;
import dev.runinprocess.codec.ValueReader;
import dev.runinprocess.codec.ValueWriter;
import dev.runinprocess.failure.NotTransferableException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import org.jspecify.annotations.Nullable;

/**
 * What the last to arrive at a barrier does, in a form that crosses: the action, and a codec that other processes find by its class.
 *
 * @param action the user's
 * @param codec the user's, the value of the constant {@code INSTANCE} of its class
 */
record BarrierAction<A extends Runnable>(A action, Codec<A> codec) {
    private static final String INSTANCE = "INSTANCE";

    static <A extends Runnable> BarrierAction<A> of(A action, Codec<A> codec) {
        if (!codec.equals(instance(codec.getClass()))) {
            throw new IllegalArgumentException(
                    "Other processes find the codec of a barrier's action by its class, so this one"
                            + " has to be the value of its constant " + INSTANCE + ": "
                            + codec.getClass().getName());
        }
        return new BarrierAction<>(action, codec);
    }

    private static @Nullable Object instance(Class<?> codec) {
        try {
            Field field = codec.getDeclaredField(INSTANCE);
            return Modifier.isStatic(field.getModifiers()) && field.trySetAccessible() ? field.get(null) : null;
        } catch (NoSuchFieldException | IllegalAccessException e) {
            return null;
        }
    }

    void write(ValueWriter out) {
        out.write(Codecs.classOf(), codec.getClass());
        out.write(codec, action);
    }

    static BarrierAction<?> read(ValueReader in) {
        Class<?> type = in.read(Codecs.classOf());
        // Nothing of a class that is no codec runs, its initialiser included.
        Object codec = Codec.class.isAssignableFrom(type) ? instance(type) : null;
        if (codec == null) {
            throw new NotTransferableException("The codec of the barrier's action cannot be had here: " + type.getName()
                    + " has no codec " + INSTANCE);
        }
        return read(in, (Codec<?>) codec);
    }

    private static <T> BarrierAction<?> read(ValueReader in, Codec<T> codec) {
        T action = in.read(codec);
        if (!(action instanceof Runnable runnable)) {
            throw new NotTransferableException("A barrier's action is no Runnable here");
        }
        @SuppressWarnings("unchecked") // It read the action, so it writes it.
        Codec<Runnable> own = (Codec<Runnable>) codec;
        return new BarrierAction<>(runnable, own);
    }
}
