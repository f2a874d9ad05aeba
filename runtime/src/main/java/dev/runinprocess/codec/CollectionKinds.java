package dev.runinprocess.codec;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.PriorityQueue;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.PriorityBlockingQueue;
import org.jspecify.annotations.Nullable;

/** The implementations that collections are read into. */
@SuppressWarnings("unchecked") // the factories bind C to the implementation created or to a supertype of it
final class CollectionKinds {
    private CollectionKinds() {}

    static final class InArrayList<E, C extends Collection<E>> extends CollectionCodec<E, C> {
        InArrayList(Codec<E> element) {
            super(element);
        }

        @Override
        C create(int expectedSize) {
            return (C) new ArrayList<E>(expectedSize);
        }
    }

    static final class InLinkedList<E, C extends Collection<E>> extends CollectionCodec<E, C> {
        InLinkedList(Codec<E> element) {
            super(element);
        }

        @Override
        @SuppressWarnings("JdkObsolete") // the one implementation of List, Queue and Deque, and it holds nulls
        C create(int expectedSize) {
            return (C) new LinkedList<E>();
        }

        @Override
        void check(C value) {
            if (value instanceof PriorityQueue
                    || value instanceof PriorityBlockingQueue
                    || value instanceof DelayQueue) {
                throw Refusal.of("The order of a " + value.getClass().getName()
                        + " would be lost: it would arrive as a queue that is first in, first out."
                        + " Send its elements as a list, or register a codec.");
            }
        }
    }

    static final class InArrayDeque<E, C extends Collection<E>> extends CollectionCodec<E, C> {
        InArrayDeque(Codec<E> element) {
            super(element);
        }

        @Override
        C create(int expectedSize) {
            return (C) new ArrayDeque<E>(expectedSize);
        }
    }

    /** Serves {@code HashSet}, too: that is what keeps the iteration order. */
    static final class InLinkedHashSet<E, C extends Collection<E>> extends CollectionCodec<E, C> {
        InLinkedHashSet(Codec<E> element) {
            super(element);
        }

        @Override
        C create(int expectedSize) {
            return (C) new LinkedHashSet<E>(MapCodec.hashCapacity(expectedSize));
        }
    }

    static final class InTreeSet<E, C extends SortedSet<E>> extends CollectionCodec<E, C> {
        InTreeSet(Codec<E> element) {
            super(element);
        }

        @Override
        C create(int expectedSize) {
            return (C) new TreeSet<E>();
        }

        @Override
        void check(C value) {
            checkNaturalOrder(value, value.comparator());
        }
    }

    static final class InEnumSet<E extends Enum<E>> extends CollectionCodec<E, EnumSet<E>> {
        private final Class<E> type;

        InEnumSet(Class<E> type) {
            super(new EnumCodec<>(type.getEnumConstants()));
            this.type = type;
        }

        @Override
        EnumSet<E> create(int expectedSize) {
            return EnumSet.noneOf(type);
        }
    }

    /** Throws unless a sorted collection or map goes by the natural order of its elements or keys. */
    static void checkNaturalOrder(Object value, @Nullable Comparator<?> comparator) {
        if (comparator != null && comparator != Comparator.naturalOrder()) {
            throw Refusal.of(
                    "The " + value.getClass().getName() + " is sorted by a comparator ("
                            + comparator.getClass().getName()
                            + "), which is code and cannot cross. Send a list or a LinkedHashMap, which keep the order, or register a codec.");
        }
    }
}
