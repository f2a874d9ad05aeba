package dev.runinprocess.channel;

import dev.runinprocess.codec.Codec;
import dev.runinprocess.codec.TypeCodecs;
import dev.runinprocess.codec.ValueReader;
import dev.runinprocess.codec.ValueWriter;
import dev.runinprocess.internal.shm.Address;
import dev.runinprocess.internal.shm.Place;

/**
 * A queue between processes: Python's {@code multiprocessing.Queue}, as a {@link java.util.concurrent.BlockingQueue}. Any number of processes and threads put elements in and take
 * them out, first in, first out.
 *
 * <p>An element is encoded by the thread that puts it, before anything else happens: one that cannot cross fails its caller, and the queue is as it was. From the return of {@link #put} on
 * it is in shared memory, so its process may end at once. An element is taken by exactly one consumer, and decoded by it. When a process dies, at whatever instruction, each element is
 * either in the queue or was taken by somebody, maybe by the dead; nobody else notices.
 *
 * <p>What a thread did before it put an element happens-before what another does after it took that element. Per producer, elements keep their order. Waiting can be interrupted and timed, and
 * costs no processor time. Operations that do not wait for room or elements wait a tenth of a second at most, for a stopped process that is at the same end, before they find nothing.
 *
 * <p>Interior removal ({@link #remove(Object)}, an iterator's {@code remove}) is not supported. Iterators see the elements that were there when they began. There are no nulls.
 *
 * <p>Unbounded unless {@link #bounded} was called: it grows until the session's shared memory is full, which fails the put. Its memory goes with the session. Handles may be passed to any
 * process of the session; two handles of one queue are equal, whatever is in it. Safe for use by many threads and processes.
 *
 * @param <E> the type of the elements
 */
public final class ProcessQueue<E> extends ElementQueue<E> {
    private ProcessQueue(Codec<E> codec, SharedQueue queue) {
        super(codec, queue);
    }

    /**
     * Creates an unbounded queue of elements that go by a codec.
     *
     * @throws dev.runinprocess.failure.OutOfSharedMemoryException if there is no room for it
     */
    public static <E> ProcessQueue<E> of(Codec<E> codec) {
        return new ProcessQueue<>(codec, SharedQueue.create());
    }

    /**
     * Creates an unbounded queue of elements of a built-in type, an enum, or a type marked {@code @Transferable}.
     *
     * @throws dev.runinprocess.failure.NotTransferableException if there is no codec for the type
     * @throws dev.runinprocess.failure.OutOfSharedMemoryException if there is no room for it
     */
    public static <E> ProcessQueue<E> of(Class<E> type) {
        return of(TypeCodecs.of(type));
    }

    /** Creates an unbounded queue of elements of any built-in types, as {@link TypeCodecs#any} has them. */
    public static ProcessQueue<Object> ofAny() {
        return of(TypeCodecs.any());
    }

    /** The way of handles to other processes of the session. */
    public static <E> Codec<ProcessQueue<E>> codec(Codec<E> element) {
        return new HandleCodec<>(element);
    }

    /**
     * Bounds this queue, for all handles: with so many elements in it, who puts waits. Meant for the one who creates it.
     *
     * @return this queue
     * @throws IllegalArgumentException if the capacity is less than 1
     * @throws IllegalStateException if something was put already
     */
    public ProcessQueue<E> bounded(int capacity) {
        queue().state().bound(capacity);
        return this;
    }

    private static final class HandleCodec<E> implements Codec<ProcessQueue<E>> {
        private final Codec<E> element;

        HandleCodec(Codec<E> element) {
            this.element = element;
        }

        @Override
        public void write(ValueWriter out, ProcessQueue<E> value) {
            Address.write(out, value.queue().place());
            ElementMark.write(out, value.elementCodec());
        }

        @Override
        public ProcessQueue<E> read(ValueReader in) {
            Place place = Address.read(in, "ProcessQueue");
            ElementMark.check(in, element, "ProcessQueue");
            return new ProcessQueue<>(element, new SharedQueue(place));
        }
    }
}
