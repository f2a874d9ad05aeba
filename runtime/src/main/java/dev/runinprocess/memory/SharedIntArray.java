package dev.runinprocess.memory;

import dev.runinprocess.codec.Codec;
import java.nio.IntBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;

/**
 * An array of {@code int} in shared memory, with the ordered operations of {@code AtomicIntegerArray}. What {@link SharedArray} says of speed, life, threads and processes holds.
 *
 * <p>In Python: {@code multiprocessing.Array} and {@code RawArray}.
 */
public final class SharedIntArray extends SharedArray {
    private static final long serialVersionUID = 1L;
    private static final int ELEMENT_BYTES = Integer.BYTES;

    private transient IntBuffer first;

    private SharedIntArray(Part part) {
        super(part, ELEMENT_BYTES);
        this.first = firstElements().asIntBuffer();
    }

    /**
     * Makes an array of so many elements, at least one, in memory of its own.
     *
     * @throws dev.runinprocess.failure.OutOfSharedMemoryException if there is no room
     */
    public static SharedIntArray create(long length) {
        return new SharedIntArray(Part.create(length, ELEMENT_BYTES));
    }

    /**
     * Makes an array of so many elements, at least one, in memory of its own.
     *
     * @throws FileAlreadyExistsException if memory of that name exists
     * @throws dev.runinprocess.failure.OutOfSharedMemoryException if there is no room
     */
    public static SharedIntArray create(long length, MemoryOptions options) throws FileAlreadyExistsException {
        return new SharedIntArray(Part.create(length, ELEMENT_BYTES, options));
    }

    /** Makes an array with these elements, at least one, in memory of its own. */
    public static SharedIntArray of(int... elements) {
        SharedIntArray array = create(elements.length);
        array.set(0, elements);
        return array;
    }

    /**
     * Attaches to memory of a name, all of it, as far as whole elements go.
     *
     * @throws NoSuchFileException if there is none of that name
     */
    public static SharedIntArray attach(String name) throws NoSuchFileException {
        return new SharedIntArray(Part.attach(name, ELEMENT_BYTES));
    }

    /** Lays an array over a part of memory. The offset is in bytes, a multiple of 4; the length is in elements. */
    public static SharedIntArray over(SharedMemory memory, long offset, long length) {
        return new SharedIntArray(Part.over(memory, offset, length, ELEMENT_BYTES));
    }

    /** An element. */
    public int get(long index) {
        IntBuffer start = first;
        int near = (int) index;
        if (near == index && near >= 0 && near < start.limit()) {
            return start.get(near);
        }
        return chunk(index).getInt(place(index));
    }

    /** Sets an element. */
    public void set(long index, int value) {
        IntBuffer start = first;
        int near = (int) index;
        if (near == index && near >= 0 && near < start.limit()) {
            start.put(near, value);
        } else {
            chunk(index).putInt(place(index), value);
        }
    }

    /** Copies elements from here to a whole array on the heap. */
    public void get(long from, int[] target) {
        get(from, target, 0, target.length);
    }

    /** Copies elements from here to a part of an array on the heap. */
    public void get(long from, int[] target, int start, int count) {
        Objects.checkFromIndexSize(start, count, target.length);
        forRuns(
                from,
                count,
                (run, before) -> run.asIntBuffer().get(target, start + (int) before, run.remaining() / ELEMENT_BYTES));
    }

    /** Copies a whole array on the heap to here. */
    public void set(long from, int[] source) {
        set(from, source, 0, source.length);
    }

    /** Copies a part of an array on the heap to here. */
    public void set(long from, int[] source, int start, int count) {
        Objects.checkFromIndexSize(start, count, source.length);
        forRuns(
                from,
                count,
                (run, before) -> run.asIntBuffer().put(source, start + (int) before, run.remaining() / ELEMENT_BYTES));
    }

    /** A copy on the heap. */
    public int[] toArray() {
        return toArray(0, length());
    }

    /** A copy of a part on the heap, the second index not included. */
    public int[] toArray(long from, long to) {
        int[] copy = new int[heapLength(from, to)];
        get(from, copy);
        return copy;
    }

    /** Sets all elements. */
    public void fill(int value) {
        fill(0, length(), value);
    }

    /** Sets the elements of a part, the second index not included. */
    public void fill(long from, long to, int value) {
        forRuns(from, to - from, (run, before) -> fill(run.asIntBuffer(), value));
    }

    private static void fill(IntBuffer run, int value) {
        for (int i = 0; i < run.limit(); i++) {
            run.put(i, value);
        }
    }

    /** Copies elements to another array, or to another place of this one, also if the two overlap. */
    public void copyTo(long from, SharedIntArray target, long to, long count) {
        copyElements(from, target, to, count);
    }

    /** A part as a buffer, which stays usable when this is closed. */
    public IntBuffer buffer(long from, int count) {
        return view(from, count).asIntBuffer();
    }

    /** Reads an element, with the effects of a volatile read. */
    public int getVolatile(long index) {
        return (int) OrderedAccess.INTS.getVolatile(chunk(index), place(index));
    }

    /** Writes an element, with the effects of a volatile write. */
    public void setVolatile(long index, int value) {
        OrderedAccess.INTS.setVolatile(chunk(index), place(index), value);
    }

    /** Reads an element; nothing that this thread does later happens before. */
    public int getAcquire(long index) {
        return (int) OrderedAccess.INTS.getAcquire(chunk(index), place(index));
    }

    /** Writes an element; everything that this thread did earlier happens before, for whoever reads the value by {@link #getAcquire}, in any process. */
    public void setRelease(long index, int value) {
        OrderedAccess.INTS.setRelease(chunk(index), place(index), value);
    }

    /** Writes an element if it has the value expected, in one step, with the effects of a volatile read and write; tells whether it did. */
    public boolean compareAndSet(long index, int expected, int value) {
        return OrderedAccess.INTS.compareAndSet(chunk(index), place(index), expected, value);
    }

    /** Writes an element and returns what it was, in one step, with the effects of a volatile read and write. */
    public int getAndSet(long index, int value) {
        return (int) OrderedAccess.INTS.getAndSet(chunk(index), place(index), value);
    }

    /** Adds to an element and returns what it was, in one step, with the effects of a volatile read and write. */
    public int getAndAdd(long index, int delta) {
        return (int) OrderedAccess.INTS.getAndAdd(chunk(index), place(index), delta);
    }

    /** Adds to an element and returns what it is, in one step, with the effects of a volatile read and write. */
    public int addAndGet(long index, int delta) {
        return getAndAdd(index, delta) + delta;
    }

    /** The way to another process: the handle goes, the elements stay where they are. */
    public static Codec<SharedIntArray> codec() {
        return ArrayCodec.INSTANCE;
    }

    @Override
    void dropFirst() {
        first = noElements().asIntBuffer();
    }

    private Object writeReplace() {
        return SerializedHandle.of(HandleKind.INT_ARRAY, reference());
    }

    static final class ArrayCodec extends SharedArrayCodec<SharedIntArray> {
        static final ArrayCodec INSTANCE = new ArrayCodec();

        private ArrayCodec() {
            super(ELEMENT_BYTES);
        }

        @Override
        SharedIntArray over(Part part) {
            return new SharedIntArray(part);
        }
    }
}
