package dev.runinprocess.codec;

import java.math.BigInteger;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The classes that a serialized value may consist of: its type, those named beside it, the superclasses of both, arrays of
 * them, and a few of the JDK's that hold no behaviour of the program's.
 */
final class SerializableClasses {
    /** What numbers, strings and enums are made of, and what collections announce arrays of; of the last two no stream can make an instance. */
    private static final Class<?>[] VALUE_TYPES = {
        Boolean.class,
        Byte.class,
        Short.class,
        Character.class,
        Integer.class,
        Long.class,
        Float.class,
        Double.class,
        Number.class,
        BigInteger.class,
        String.class,
        Enum.class,
        Object.class,
        Map.Entry.class
    };

    /*
     * Classes that nobody names, since they are private or none of the user's business: those which the JDK writes instead of a value,
     * those which it then reads, and the locks that a ConcurrentHashMap once had. None does more than hold what is admitted anyway.
     */
    private static final String[] UNNAMED = {
        "java.time.Ser", "java.util.EnumSet$SerializationProxy", "java.util.RegularEnumSet", "java.util.JumboEnumSet"
    };
    private static final String[] UNNAMED_COLLECTIONS = {
        "java.util.CollSer",
        "java.util.ImmutableCollections$",
        "java.util.Collections$",
        "java.util.Arrays$ArrayList",
        "java.util.concurrent.ConcurrentHashMap$Segment",
        "java.util.concurrent.locks."
    };

    private final Class<?> type;
    private final Set<Class<?>> classes = new HashSet<>();
    private boolean collections;

    SerializableClasses(Class<?> type, Class<?>... allowed) {
        this.type = type;
        for (Class<?> valueType : VALUE_TYPES) {
            classes.add(valueType);
        }
        add(type);
        for (Class<?> other : allowed) {
            add(other);
        }
    }

    private void add(Class<?> named) {
        Class<?> next = element(named);
        collections |= Map.class.isAssignableFrom(next) || Collection.class.isAssignableFrom(next);
        while (next != null) {
            classes.add(next);
            next = next.getSuperclass();
        }
    }

    boolean contains(Class<?> candidate) {
        Class<?> element = element(candidate);
        if (element.isPrimitive() || classes.contains(element)) {
            return true;
        }
        return startsWithOneOf(UNNAMED, element.getName())
                || (collections && startsWithOneOf(UNNAMED_COLLECTIONS, element.getName()));
    }

    private static boolean startsWithOneOf(String[] beginnings, String name) {
        for (String beginning : beginnings) {
            if (name.startsWith(beginning)) {
                return true;
            }
        }
        return false;
    }

    private static Class<?> element(Class<?> type) {
        Class<?> element = type;
        while (element.isArray()) {
            element = element.getComponentType();
        }
        return element;
    }

    RuntimeException refusal(Class<?> refused) {
        String name = element(refused).getName();
        return Refusal.of("The class " + name + " is part of a serialized " + type.getName()
                + " and was not named, so it may not cross. If it may, write @UseJavaSerialization(value = "
                + type.getSimpleName() + ".class, allow = "
                + element(refused).getSimpleName() + ".class).");
    }
}
