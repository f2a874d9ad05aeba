package dev.runinprocess.channel;

import dev.runinprocess.codec.Codec;
import dev.runinprocess.codec.TypeCodecs;
import dev.runinprocess.codec.ValueReader;
import dev.runinprocess.codec.ValueWriter;
import dev.runinprocess.internal.park.Deadline;
import dev.runinprocess.internal.shm.Address;
import dev.runinprocess.internal.shm.Place;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A queue between processes whose producers can wait until all elements are dealt with: Python's {@code multiprocessing.JoinableQueue}. Who has taken an element says
 * {@link #taskDone} when it is done with it; {@link #join} waits until the queue is empty and all that were taken are done with.
 *
 * <p>Elements that a process took are done with when it dies, so nobody waits for the dead; unless the queue is {@link #redelivering}: then others get what the dead process was not done
 * with. All else is as with {@link ProcessQueue}. Safe for use by many threads and processes.
 *
 * @param <E> the type of the elements
 */
public final class JoinableProcessQueue<E> extends ElementQueue<E> {
    private JoinableProcessQueue(Codec<E> codec, SharedQueue queue) {
        super(codec, queue);
    }

    /**
     * Creates an unbounded queue of elements that go by a codec.
     *
     * @throws dev.runinprocess.failure.OutOfSharedMemoryException if there is no room for it
     */
    public static <E> JoinableProcessQueue<E> of(Codec<E> codec) {
        return new JoinableProcessQueue<>(codec, SharedQueue.create().joinable());
    }

    /**
     * Creates an unbounded queue of elements of a built-in type, an enum, or a type marked {@code @Transferable}.
     *
     * @throws dev.runinprocess.failure.NotTransferableException if there is no codec for the type
     * @throws dev.runinprocess.failure.OutOfSharedMemoryException if there is no room for it
     */
    public static <E> JoinableProcessQueue<E> of(Class<E> type) {
        return of(TypeCodecs.of(type));
    }

    /** Creates an unbounded queue of elements of any built-in types, as {@link TypeCodecs#any} has them. */
    public static JoinableProcessQueue<Object> ofAny() {
        return of(TypeCodecs.any());
    }

    /** The way of handles to other processes of the session. */
    public static <E> Codec<JoinableProcessQueue<E>> codec(Codec<E> element) {
        return new HandleCodec<>(element);
    }

    /**
     * Bounds this queue, as {@link ProcessQueue#bounded} does.
     *
     * @return this queue
     * @throws IllegalArgumentException if the capacity is less than 1
     * @throws IllegalStateException if something was put already
     */
    public JoinableProcessQueue<E> bounded(int capacity) {
        queue().state().bound(capacity);
        return this;
    }

    /**
     * Lets this queue deliver again, for all handles, what a process had taken and was not done with when it died. Meant for the one who creates it.
     *
     * <p>Such elements come before all others, in the order in which they were first taken, to one consumer each; a process may have begun with them, so whoever gets them may do work twice that is not undone by death. They do not
     * count against a bound. To take an element costs a file in the session's shared memory, some ten microseconds, until it is done with; at most some 16,000 may be taken and not done with at a time.
     * After {@link #shutdown} they are still given out, but nobody waits for them; {@link #shutdownNow} and {@link #clear} forget those that have come back.
     *
     * @return this queue
     * @throws IllegalStateException if something was put already
     */
    public JoinableProcessQueue<E> redelivering() {
        queue().state().redeliver();
        return this;
    }

    /**
     * Says that one element that this process took is dealt with: the first of those that the calling thread took; or if it has none, that which another thread of this process took first. Which
     * one it is matters only for a queue that is {@link #redelivering}; there, threads that deal with what another took say {@link #taskDone(Object)}. An element that came and could not be decoded is to be dealt with, too.
     *
     * @throws IllegalStateException if this process has said so of all elements that it took
     */
    public void taskDone() {
        done(null);
    }

    /**
     * Says that an element that this process took is dealt with; which thread took it does not matter.
     *
     * @param element what this process got from the queue, or its equal
     * @throws IllegalStateException if this process has said so of all elements that it took, or if the queue is {@link #redelivering} and this is none of them
     */
    public void taskDone(E element) {
        done(Objects.requireNonNull(element, "element"));
    }

    private void done(@Nullable Object element) {
        if (!queue().finishing().done(element)) {
            throw new IllegalStateException(
                    "taskDone was called more often than this process took elements, or for one that it did not take.");
        }
    }

    /** Waits until all elements that were put are dealt with: done with by who took them, taken along by the dead, or forgotten by {@link #shutdownNow} or {@link #clear}. */
    public void join() throws InterruptedException {
        boolean unused = queue().finishing().awaitAllDone(Deadline.NEVER);
    }

    /**
     * As {@link #join}, with a limit.
     *
     * @return false if the time was over before
     */
    public boolean join(Duration time) throws InterruptedException {
        return queue().finishing().awaitAllDone(Deadline.after(time));
    }

    private static final class HandleCodec<E> implements Codec<JoinableProcessQueue<E>> {
        private final Codec<E> element;

        HandleCodec(Codec<E> element) {
            this.element = element;
        }

        @Override
        public void write(ValueWriter out, JoinableProcessQueue<E> value) {
            Address.write(out, value.queue().place());
            ElementMark.write(out, value.elementCodec());
        }

        @Override
        public JoinableProcessQueue<E> read(ValueReader in) {
            Place place = Address.read(in, "JoinableProcessQueue");
            ElementMark.check(in, element, "JoinableProcessQueue");
            return new JoinableProcessQueue<>(element, new SharedQueue(place).joinable());
        }
    }
}
