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

    /** Private classes as which the JDK writes java.time's values and enum sets; nobody could name them. */
    private static final String[] STAND_INS = {"java.time.Ser", "java.util.EnumSet$SerializationProxy"};

    /** The same for List.of, Set.of and Map.of, where some collection was named. */
    private static final String COLLECTION_STAND_IN = "java.util.CollSer";

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
        for (String standIn : STAND_INS) {
            if (element.getName().equals(standIn)) {
                return true;
            }
        }
        return collections && element.getName().equals(COLLECTION_STAND_IN);
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
