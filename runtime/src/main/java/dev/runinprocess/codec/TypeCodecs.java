package dev.runinprocess.codec;

import dev.runinprocess.failure.NotTransferableException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import org.jspecify.annotations.Nullable;

/**
 * Codecs found by a class at run time, for what erasure hides from the compiler: the elements of a queue. For built-in types, enums, and types marked
 * {@code @Transferable}, whose generated codec stands beside them.
 */
public final class TypeCodecs {
    /** The facade is above this package, so it goes by its name. */
    private static final String MARK = "dev.runinprocess.Transferable";

    private TypeCodecs() {}

    /**
     * The codec of a class, looked up now: for built-in types, enums, and types marked {@code @Transferable}.
     *
     * @throws NotTransferableException if there is none
     */
    @SuppressWarnings("unchecked") // Each is the codec of this very class.
    public static <T> Codec<T> of(Class<T> type) {
        Codec<?> builtIn = PlainTypes.declared(type);
        if (builtIn != null) {
            return (Codec<T>) builtIn;
        }
        Annotation mark = mark(type);
        if (mark != null) {
            return (Codec<T>) generated(type, mark);
        }
        if (type.isEnum()) {
            return (Codec<T>) enumCodec(type);
        }
        throw new NotTransferableException(type.getName()
                + " has no codec that can be found by its class. Mark it @Transferable and build, or pass a codec.");
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // A class that is an enum has constants of itself.
    private static Codec<?> enumCodec(Class<?> type) {
        return Codecs.enumOf((Enum[]) type.getEnumConstants());
    }

    private static @Nullable Annotation mark(Class<?> type) {
        for (Annotation each : type.getAnnotations()) {
            if (each.annotationType().getName().equals(MARK)) {
                return each;
            }
        }
        return null;
    }

    private static Codec<?> generated(Class<?> type, Annotation mark) {
        String packageName = type.getPackageName();
        String chosen = chosenName(mark);
        String simpleName = chosen.isEmpty() ? type.getSimpleName() + "Codec" : chosen;
        String name = packageName.isEmpty() ? simpleName : packageName + "." + simpleName;
        try {
            Field instance = Class.forName(name, true, type.getClassLoader()).getDeclaredField("INSTANCE");
            instance.setAccessible(true);
            return (Codec<?>) instance.get(null);
        } catch (ReflectiveOperationException | ClassCastException e) {
            throw new NotTransferableException(
                    type.getName() + " is marked @Transferable, but its codec " + name
                            + " is not there. Was it built with the annotation processor?",
                    e);
        } catch (RuntimeException e) {
            throw new NotTransferableException(
                    type.getName() + "'s codec " + name
                            + " is closed to this library: open its package to the module dev.runinprocess, or pass the codec.",
                    e);
        }
    }

    private static String chosenName(Annotation mark) {
        try {
            return (String) mark.annotationType().getMethod("codec").invoke(mark);
        } catch (IllegalAccessException | InvocationTargetException | NoSuchMethodException e) {
            throw new IllegalStateException("This library's parts are of different versions: " + e, e);
        }
    }

    /**
     * For values that tell their type themselves: boxes, strings, arrays of primitives, {@code java.time} and the other built-in types, and lists, sets and maps of such,
     * which arrive as those of {@link Codecs} do.
     */
    public static Codec<Object> any() {
        return AnyCodec.INSTANCE;
    }
}
