package dev.runinprocess.channel;

import dev.runinprocess.codec.Codec;
import dev.runinprocess.codec.ValueWriter;
import dev.runinprocess.failure.ChannelClosedException;
import dev.runinprocess.internal.park.Deadline;
import java.util.AbstractQueue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What all queues between processes have in common: the methods of a {@link BlockingQueue}. How they behave when processes die is told at {@link ProcessQueue}. Safe for use by many
 * threads and processes.
 *
 * @param <E> the type of the elements
 */
public abstract sealed class ElementQueue<E> extends AbstractQueue<E> implements BlockingQueue<E>, AutoCloseable
        permits ProcessQueue, JoinableProcessQueue {
    private final Codec<E> codec;
    private final SharedQueue queue;

    /** One writer that is not in use, which saves its buffer. */
    private final AtomicReference<@Nullable ValueWriter> spare = new AtomicReference<>();

    ElementQueue(Codec<E> codec, SharedQueue queue) {
        this.codec = Objects.requireNonNull(codec, "codec");
        this.queue = queue;
    }

    final Codec<E> elementCodec() {
        return codec;
    }

    final SharedQueue queue() {
        return queue;
    }

    /**
     * {@inheritDoc}
     *
     * @throws dev.runinprocess.failure.NotTransferableException if the element cannot cross; the queue is as it was
     * @throws dev.runinprocess.failure.OutOfSharedMemoryException if there is no room for it; the queue is as it was
     * @throws ChannelClosedException if the queue was shut down
     */
    @Override
    public final void put(E element) throws InterruptedException {
        boolean unused = write(element, QueuePatience.ENDLESS);
    }

    /** {@inheritDoc} Throws as {@link #put} does. */
    @Override
    public final boolean offer(E element, long time, TimeUnit unit) throws InterruptedException {
        return write(element, QueuePatience.until(Deadline.after(time, unit)));
    }

    /** {@inheritDoc} Throws as {@link #put} does, but for the interrupt. */
    @Override
    public final boolean offer(E element) {
        try {
            return write(element, QueuePatience.NONE);
        } catch (InterruptedException e) {
            throw new AssertionError("this waiting keeps interrupts for later", e);
        }
    }

    private boolean write(E element, QueuePatience patience) throws InterruptedException {
        ValueWriter writer = spare.getAndSet(null);
        if (writer == null) {
            writer = new ValueWriter();
        }
        writer.write(codec, Objects.requireNonNull(element, "element"));
        boolean written;
        try (Outgoing record = prepare(writer)) {
            written = queue.write(record, patience);
        }
        writer.clear();
        spare.lazySet(writer);
        return written;
    }

    private Outgoing prepare(ValueWriter writer) {
        return Outgoing.of(writer, queue.place().commons().directory());
    }

    /**
     * Puts elements in their order, waiting for room, for the price of one: other producers' elements may come between only where this one waits.
     *
     * @throws dev.runinprocess.failure.NotTransferableException if an element cannot cross; none was put
     * @throws dev.runinprocess.failure.OutOfSharedMemoryException if there is no room; those before the one without room may have been put
     * @throws ChannelClosedException if the queue was shut down; some may have been put before
     */
    public final void putAll(Collection<? extends E> elements) throws InterruptedException {
        int unused = writeAll(elements, QueuePatience.ENDLESS);
    }

    /**
     * As {@link #putAll}, for as many as there is room for.
     *
     * @return how many were put
     */
    public final int offerAll(Collection<? extends E> elements) {
        try {
            return writeAll(elements, QueuePatience.NONE);
        } catch (InterruptedException e) {
            throw new AssertionError("this waiting keeps interrupts for later", e);
        }
    }

    private int writeAll(Collection<? extends E> elements, QueuePatience patience) throws InterruptedException {
        if (elements == this) {
            throw new IllegalArgumentException("a queue cannot be put into itself");
        }
        List<ValueWriter> encoded = new ArrayList<>(elements.size());
        for (E element : elements) {
            ValueWriter writer = new ValueWriter();
            writer.write(codec, Objects.requireNonNull(element, "element"));
            encoded.add(writer);
        }
        List<Outgoing> records = new ArrayList<>(encoded.size());
        try {
            for (ValueWriter writer : encoded) {
                records.add(prepare(writer));
            }
            return queue.write(records, patience);
        } finally {
            records.forEach(Outgoing::close);
        }
    }

    /**
     * {@inheritDoc}
     *
     * @throws ChannelClosedException if the queue was shut down, and is empty
     * @throws dev.runinprocess.failure.NotTransferableException if the element came, but cannot be decoded; it is taken
     */
    @Override
    public final E take() throws InterruptedException {
        return Objects.requireNonNull(decode(queue.read(QueuePatience.ENDLESS)), "endless patience");
    }

    /** {@inheritDoc} Throws as {@link #take} does. */
    @Override
    public final @Nullable E poll(long time, TimeUnit unit) throws InterruptedException {
        return decode(queue.read(QueuePatience.until(Deadline.after(time, unit))));
    }

    /** {@inheritDoc} Throws as {@link #take} does, but for the interrupt. */
    @Override
    public final @Nullable E poll() {
        try {
            return decode(queue.read(QueuePatience.NONE));
        } catch (InterruptedException e) {
            throw new AssertionError("this waiting keeps interrupts for later", e);
        }
    }

    private @Nullable E decode(@Nullable Incoming record) {
        return record == null ? null : record.open().read(codec);
    }

    @Override
    public final @Nullable E peek() {
        return decode(queue.copyFirst());
    }

    @Override
    public final int remainingCapacity() {
        return queue.isBounded() ? Math.max(0, queue.capacity() - size()) : Integer.MAX_VALUE;
    }

    @Override
    public final int drainTo(Collection<? super E> target) {
        return drainTo(target, Integer.MAX_VALUE);
    }

    /**
     * {@inheritDoc} Costs one lock for all, except that large ones come by the dozen. One that cannot be decoded, or added, does not keep back the others; its exception is
     * thrown after those were added.
     */
    @Override
    public final int drainTo(Collection<? super E> target, int maxElements) {
        Objects.requireNonNull(target, "target");
        if (target == this) {
            throw new IllegalArgumentException("a queue cannot be drained into itself");
        }
        if (maxElements <= 0) {
            return 0;
        }
        int drained = 0;
        List<Incoming> records;
        do {
            records = readAtOnce(maxElements - drained, drained > 0);
            addAll(records, target);
            drained += records.size();
        } while (drained < maxElements && SharedQueue.isFull(records));
        return drained;
    }

    private List<Incoming> readAtOnce(int limit, boolean isMore) {
        try {
            return queue.read(limit, QueuePatience.NONE);
        } catch (InterruptedException e) {
            throw new AssertionError("this waiting keeps interrupts for later", e);
        } catch (ChannelClosedException e) {
            if (isMore) {
                return List.of();
            }
            throw e;
        }
    }

    private void addAll(List<Incoming> records, Collection<? super E> target) {
        RuntimeException failure = null;
        for (Incoming record : records) {
            try {
                target.add(record.open().read(codec));
            } catch (RuntimeException e) {
                if (failure == null) {
                    failure = e;
                } else {
                    failure.addSuppressed(e);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    /** {@inheritDoc} Decodes none of them. */
    @Override
    public final void clear() {
        queue.clear();
    }

    @Override
    public final int size() {
        return queue.size();
    }

    /** The elements that are there now, in their order. Removing is not supported. */
    @Override
    public final Iterator<E> iterator() {
        Iterator<Incoming> records = queue.copyAll().iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return records.hasNext();
            }

            @Override
            public E next() {
                return records.next().open().read(codec);
            }
        };
    }

    /**
     * Not supported: elements are taken from one end.
     *
     * @throws UnsupportedOperationException always
     */
    @Override
    public final boolean remove(@Nullable Object element) {
        throw new UnsupportedOperationException("a queue between processes gives its elements in their order only");
    }

    /**
     * Takes no more elements, for all processes. Those that are there are given out, and after them, {@link #take} and {@code poll} throw
     * {@link ChannelClosedException}; so does whoever waits.
     */
    public final void shutdown() {
        queue.shutDown(false);
    }

    /** As {@link #shutdown}, and forgets the elements that are there. */
    public final void shutdownNow() {
        queue.shutDown(true);
    }

    /** Whether it takes no more elements. */
    public final boolean isShutdown() {
        return queue.isShut();
    }

    /** As {@link #shutdown}. */
    @Override
    public final void close() {
        shutdown();
    }

    /** Whether the other is a handle of the same queue. */
    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof ElementQueue<?> that && that.queue.place().equals(queue.place());
    }

    @Override
    public final int hashCode() {
        return Long.hashCode(queue.place().address());
    }

    @Override
    public final String toString() {
        return getClass().getSimpleName() + "[size=" + size() + (isShutdown() ? ", shut down]" : "]");
    }
}
