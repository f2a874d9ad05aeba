package dev.runinprocess.channel;

import dev.runinprocess.codec.Codec;
import dev.runinprocess.codec.ValueWriter;
import dev.runinprocess.failure.ChannelClosedException;
import dev.runinprocess.internal.park.Attempt;
import dev.runinprocess.internal.park.Deadline;
import dev.runinprocess.internal.park.Wanted;
import java.util.AbstractQueue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What all queues between processes have in common: the methods of a {@link BlockingQueue}. How they behave when processes die is told at {@link ProcessQueue}. Safe for use by many
 * threads and processes.
 *
 * @param <E> the type of the elements
 */
public abstract sealed class ElementQueue<E> extends AbstractQueue<E>
        implements BlockingQueue<E>, Waitable, AutoCloseable permits ProcessQueue, JoinableProcessQueue {
    private final Codec<E> codec;
    private final SharedQueue queue;

    /** What is not in use at this moment of the memory that values go through. */
    private final Spare<ValueWriter> writers = new Spare<>(ValueWriter::lending);

    private final Spare<Incoming> records = new Spare<>(Incoming::new);

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
        ValueWriter writer = writers.take();
        boolean written = false;
        try {
            writer.write(codec, Objects.requireNonNull(element, "element"));
            try (Outgoing record = prepare(writer)) {
                written = queue.producers().write(record, patience);
            }
            return written;
        } finally {
            if (!written) {
                writer.lost();
            }
            writer.clear();
            writers.giveBack(writer);
        }
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
        List<Outgoing> outgoing = new ArrayList<>(elements.size());
        int written = 0;
        try {
            for (E element : elements) {
                ValueWriter writer = ValueWriter.lending();
                encoded.add(writer);
                writer.write(codec, Objects.requireNonNull(element, "element"));
            }
            for (ValueWriter writer : encoded) {
                outgoing.add(prepare(writer));
            }
            // If this fails, any of them may have been written before.
            written = encoded.size();
            written = queue.producers().write(outgoing, patience);
            return written;
        } finally {
            outgoing.forEach(Outgoing::close);
            encoded.subList(written, encoded.size()).forEach(ValueWriter::lost);
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
        return Objects.requireNonNull(read(QueuePatience.ENDLESS), "endless patience");
    }

    /** {@inheritDoc} Throws as {@link #take} does. */
    @Override
    public final @Nullable E poll(long time, TimeUnit unit) throws InterruptedException {
        return read(QueuePatience.until(Deadline.after(time, unit)));
    }

    /** {@inheritDoc} Throws as {@link #take} does, but for the interrupt. */
    @Override
    public final @Nullable E poll() {
        try {
            return read(QueuePatience.NONE);
        } catch (InterruptedException e) {
            throw new AssertionError("this waiting keeps interrupts for later", e);
        }
    }

    private @Nullable E read(QueuePatience patience) throws InterruptedException {
        Incoming record = records.take();
        try {
            return queue.consumers().read(record, patience) ? decode(record) : null;
        } finally {
            record.clear();
            records.giveBack(record);
        }
    }

    private E decode(Incoming record) {
        E element = record.open().read(codec);
        record.became(element);
        return element;
    }

    @Override
    public final @Nullable E peek() {
        Incoming record = new Incoming();
        return queue.consumers().copyFirst(record) ? record.open().read(codec) : null;
    }

    @Override
    public final int remainingCapacity() {
        return queue.state().isBounded()
                ? Math.max(0, queue.state().capacity() - queue.state().size())
                : Integer.MAX_VALUE;
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
        List<Incoming> taken;
        do {
            taken = readAtOnce(maxElements - drained, drained > 0);
            addAll(taken, target);
            drained += taken.size();
        } while (drained < maxElements && Consuming.isFull(taken));
        return drained;
    }

    private List<Incoming> readAtOnce(int limit, boolean isMore) {
        try {
            return queue.consumers().read(limit, QueuePatience.NONE);
        } catch (InterruptedException e) {
            throw new AssertionError("this waiting keeps interrupts for later", e);
        } catch (ChannelClosedException e) {
            if (isMore) {
                return List.of();
            }
            throw e;
        }
    }

    private void addAll(List<Incoming> taken, Collection<? super E> target) {
        RuntimeException failure = null;
        for (Incoming record : taken) {
            try {
                target.add(decode(record));
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

    @Override
    public final boolean isReady() {
        return queue.consumers().hasRecordOrEnd();
    }

    final Wanted wanted() {
        Consuming consumers = queue.consumers();
        return new Wanted(queue.notEmpty(), true, new Attempt() {
            @Override
            public boolean succeeds() {
                return consumers.hasRecordOrEnd();
            }

            @Override
            public boolean isPromising() {
                return consumers.hasRecordOrIsShut();
            }
        });
    }

    /** {@inheritDoc} Decodes none of them. */
    @Override
    public final void clear() {
        queue.consumers().clear();
    }

    @Override
    public final int size() {
        return queue.size();
    }

    /** The elements that are there now, in their order, but for large ones that are taken meanwhile. Removing is not supported. */
    @Override
    public final Iterator<E> iterator() {
        return new ElementIterator<>(codec, queue.consumers().copyAll());
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
        return queue.state().isShut();
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
