package dev.runinprocess.codec;

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
        String.class,
        Enum.class,
        Object.class,
        Map.Entry.class
    };

    /*
     * Private classes that nobody could name: those which the JDK writes instead of a value, and those which it then reads.
     * None of the latter lets itself be read directly.
     */
    private static final String[] PRIVATE = {
        "java.time.Ser", "java.util.EnumSet$SerializationProxy", "java.util.RegularEnumSet", "java.util.JumboEnumSet"
    };
    private static final String[] PRIVATE_COLLECTIONS = {"java.util.CollSer", "java.util.ImmutableCollections$"};

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
        return startsWithOneOf(PRIVATE, element.getName())
                || (collections && startsWithOneOf(PRIVATE_COLLECTIONS, element.getName()));
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
