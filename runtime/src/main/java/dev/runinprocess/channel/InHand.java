package dev.runinprocess.channel;

import dev.runinprocess.internal.shm.Place;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the threads of this process have taken from one queue and are not done with, in the order of their taking. Safe for use by many threads. */
final class InHand {
    /** One for each queue, whichever handle of it is used. */
    private static final ConcurrentHashMap<Place, InHand> ALL = new ConcurrentHashMap<>();

    private final List<Taken> taken = new ArrayList<>();

    /** A record that was taken. */
    static final class Taken {
        private final long number;
        private final int cell;
        private final Thread thread;
        private volatile @Nullable Object element;

        Taken(long number, int cell) {
            this.number = number;
            this.cell = cell;
            this.thread = Thread.currentThread();
        }

        long number() {
            return number;
        }

        int cell() {
            return cell;
        }

        /** Says what it was decoded to. */
        void became(@Nullable Object value) {
            element = value;
        }
    }

    static InHand of(Place queue) {
        return ALL.computeIfAbsent(queue, place -> new InHand());
    }

    synchronized void add(Taken one) {
        taken.add(one);
    }

    /** Takes out the one that the calling thread took first, or else any thread; null if there is none. */
    synchronized @Nullable Taken removeFirst() {
        Thread self = Thread.currentThread();
        Taken own = remove(one -> one.thread == self);
        return own == null ? remove(one -> true) : own;
    }

    /** Takes out the one that was decoded to this very object, or else to an equal one; null if there is none. */
    synchronized @Nullable Taken remove(Object element) {
        Taken same = remove((Taken one) -> one.element == element);
        return same == null ? remove((Taken one) -> element.equals(one.element)) : same;
    }

    private @Nullable Taken remove(Predicate<Taken> wanted) {
        for (Iterator<Taken> all = taken.iterator(); all.hasNext(); ) {
            Taken one = all.next();
            if (wanted.test(one)) {
                all.remove();
                return one;
            }
        }
        return null;
    }
}
