package dev.runinprocess.memory;

import dev.runinprocess.codec.Codec;
import java.nio.LongBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;

/**
 * An array of {@code long} in shared memory, with the ordered operations of {@code AtomicLongArray}. What {@link SharedArray} says of speed, life, threads and processes holds.
 *
 * <p>In Python: {@code multiprocessing.Array} and {@code RawArray}.
 */
public final class SharedLongArray extends SharedArray {
    private static final long serialVersionUID = 1L;
    private static final int ELEMENT_BYTES = Long.BYTES;

    private transient LongBuffer first;

    private SharedLongArray(Part part) {
        super(part, ELEMENT_BYTES);
        this.first = firstElements().asLongBuffer();
    }

    /**
     * Makes an array of so many elements, at least one, in memory of its own.
     *
     * @throws dev.runinprocess.failure.OutOfSharedMemoryException if there is no room
     */
    public static SharedLongArray create(long length) {
        return new SharedLongArray(Part.create(length, ELEMENT_BYTES));
    }

    /**
     * Makes an array of so many elements, at least one, in memory of its own.
     *
     * @throws FileAlreadyExistsException if memory of that name exists
     * @throws dev.runinprocess.failure.OutOfSharedMemoryException if there is no room
     */
    public static SharedLongArray create(long length, MemoryOptions options) throws FileAlreadyExistsException {
        return new SharedLongArray(Part.create(length, ELEMENT_BYTES, options));
    }

    /** Makes an array with these elements, at least one, in memory of its own. */
    public static SharedLongArray of(long... elements) {
        SharedLongArray array = create(elements.length);
        array.set(0, elements);
        return array;
    }

    /**
     * Attaches to memory of a name, all of it, as far as whole elements go.
     *
     * @throws NoSuchFileException if there is none of that name
     */
    public static SharedLongArray attach(String name) throws NoSuchFileException {
        return new SharedLongArray(Part.attach(name, ELEMENT_BYTES));
    }

    /** Lays an array over a part of memory. The offset is in bytes, a multiple of 8; the length is in elements. */
    public static SharedLongArray over(SharedMemory memory, long offset, long length) {
        return new SharedLongArray(Part.over(memory, offset, length, ELEMENT_BYTES));
    }

    /** An element. */
    public long get(long index) {
        LongBuffer start = first;
        int near = (int) index;
        if (near == index && near >= 0 && near < start.limit()) {
            return start.get(near);
        }
        return chunk(index).getLong(place(index));
    }

    /** Sets an element. */
    public void set(long index, long value) {
        LongBuffer start = first;
        int near = (int) index;
        if (near == index && near >= 0 && near < start.limit()) {
            start.put(near, value);
        } else {
            chunk(index).putLong(place(index), value);
        }
    }

    /** Copies elements from here to a whole array on the heap. */
    public void get(long from, long[] target) {
        get(from, target, 0, target.length);
    }

    /** Copies elements from here to a part of an array on the heap. */
    public void get(long from, long[] target, int start, int count) {
        Objects.checkFromIndexSize(start, count, target.length);
        forRuns(
                from,
                count,
                (run, before) -> run.asLongBuffer().get(target, start + (int) before, run.remaining() / ELEMENT_BYTES));
    }

    /** Copies a whole array on the heap to here. */
    public void set(long from, long[] source) {
        set(from, source, 0, source.length);
    }

    /** Copies a part of an array on the heap to here. */
    public void set(long from, long[] source, int start, int count) {
        Objects.checkFromIndexSize(start, count, source.length);
        forRuns(
                from,
                count,
                (run, before) -> run.asLongBuffer().put(source, start + (int) before, run.remaining() / ELEMENT_BYTES));
    }

    /** A copy on the heap. */
    public long[] toArray() {
        return toArray(0, length());
    }

    /** A copy of a part on the heap, the second index not included. */
    public long[] toArray(long from, long to) {
        long[] copy = new long[heapLength(from, to)];
        get(from, copy);
        return copy;
    }

    /** Sets all elements. */
    public void fill(long value) {
        fill(0, length(), value);
    }

    /** Sets the elements of a part, the second index not included. */
    public void fill(long from, long to, long value) {
        forRuns(from, to - from, (run, before) -> fill(run.asLongBuffer(), value));
    }

    private static void fill(LongBuffer run, long value) {
        for (int i = 0; i < run.limit(); i++) {
            run.put(i, value);
        }
    }

    /** Copies elements to another array, or to another place of this one, also if the two overlap. */
    public void copyTo(long from, SharedLongArray target, long to, long count) {
        copyElements(from, target, to, count);
    }

    /** A part as a buffer, which stays usable when this is closed. */
    public LongBuffer buffer(long from, int count) {
        return view(from, count).asLongBuffer();
    }

    /** Reads an element, with the effects of a volatile read. */
    public long getVolatile(long index) {
        return (long) OrderedAccess.LONGS.getVolatile(chunk(index), place(index));
    }

    /** Writes an element, with the effects of a volatile write. */
    public void setVolatile(long index, long value) {
        OrderedAccess.LONGS.setVolatile(chunk(index), place(index), value);
    }

    /** Reads an element; nothing that this thread does later happens before. */
    public long getAcquire(long index) {
        return (long) OrderedAccess.LONGS.getAcquire(chunk(index), place(index));
    }

    /** Writes an element; everything that this thread did earlier happens before, for whoever reads the value by {@link #getAcquire}, in any process. */
    public void setRelease(long index, long value) {
        OrderedAccess.LONGS.setRelease(chunk(index), place(index), value);
    }

    /** Writes an element if it has the value expected, in one step, with the effects of a volatile read and write; tells whether it did. */
    public boolean compareAndSet(long index, long expected, long value) {
        return OrderedAccess.LONGS.compareAndSet(chunk(index), place(index), expected, value);
    }

    /** Writes an element and returns what it was, in one step, with the effects of a volatile read and write. */
    public long getAndSet(long index, long value) {
        return (long) OrderedAccess.LONGS.getAndSet(chunk(index), place(index), value);
    }

    /** Adds to an element and returns what it was, in one step, with the effects of a volatile read and write. */
    public long getAndAdd(long index, long delta) {
        return (long) OrderedAccess.LONGS.getAndAdd(chunk(index), place(index), delta);
    }

    /** Adds to an element and returns what it is, in one step, with the effects of a volatile read and write. */
    public long addAndGet(long index, long delta) {
        return getAndAdd(index, delta) + delta;
    }

    /** The way to another process: the handle goes, the elements stay where they are. */
    public static Codec<SharedLongArray> codec() {
        return ArrayCodec.INSTANCE;
    }

    @Override
    void dropFirst() {
        first = noElements().asLongBuffer();
    }

    private Object writeReplace() {
        return SerializedHandle.of(HandleKind.LONG_ARRAY, reference());
    }

    static final class ArrayCodec extends SharedArrayCodec<SharedLongArray> {
        static final ArrayCodec INSTANCE = new ArrayCodec();

        private ArrayCodec() {
            super(ELEMENT_BYTES);
        }

        @Override
        SharedLongArray over(Part part) {
            return new SharedLongArray(part);
        }
    }
}
