package dev.runinprocess.memory;

import dev.runinprocess.codec.Codec;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;

/**
 * An array of {@code boolean} in shared memory, one byte each. What {@link SharedArray} says of speed, life, threads and processes holds.
 *
 * <p>In Python: {@code multiprocessing.Array} and {@code RawArray}.
 */
public final class SharedBooleanArray extends SharedArray {
    private static final long serialVersionUID = 1L;
    private static final int ELEMENT_BYTES = Byte.BYTES;

    private transient ByteBuffer first;

    private SharedBooleanArray(Part part) {
        super(part, ELEMENT_BYTES);
        this.first = firstElements();
    }

    /**
     * Makes an array of so many elements, at least one, in memory of its own.
     *
     * @throws dev.runinprocess.failure.OutOfSharedMemoryException if there is no room
     */
    public static SharedBooleanArray create(long length) {
        return new SharedBooleanArray(Part.create(length, ELEMENT_BYTES));
    }

    /**
     * Makes an array of so many elements, at least one, in memory of its own.
     *
     * @throws FileAlreadyExistsException if memory of that name exists
     * @throws dev.runinprocess.failure.OutOfSharedMemoryException if there is no room
     */
    public static SharedBooleanArray create(long length, MemoryOptions options) throws FileAlreadyExistsException {
        return new SharedBooleanArray(Part.create(length, ELEMENT_BYTES, options));
    }

    /** Makes an array with these elements, at least one, in memory of its own. */
    public static SharedBooleanArray of(boolean... elements) {
        SharedBooleanArray array = create(elements.length);
        array.set(0, elements);
        return array;
    }

    /**
     * Attaches to memory of a name, all of it, as far as whole elements go.
     *
     * @throws NoSuchFileException if there is none of that name
     */
    public static SharedBooleanArray attach(String name) throws NoSuchFileException {
        return new SharedBooleanArray(Part.attach(name, ELEMENT_BYTES));
    }

    /** Lays an array over a part of memory. Offset and length are in bytes. */
    public static SharedBooleanArray over(SharedMemory memory, long offset, long length) {
        return new SharedBooleanArray(Part.over(memory, offset, length, ELEMENT_BYTES));
    }

    /** An element. */
    public boolean get(long index) {
        ByteBuffer start = first;
        int near = (int) index;
        if (near == index && near >= 0 && near < start.limit()) {
            return start.get(near) != 0;
        }
        return chunk(index).get(place(index)) != 0;
    }

    /** Sets an element. */
    public void set(long index, boolean value) {
        ByteBuffer start = first;
        int near = (int) index;
        if (near == index && near >= 0 && near < start.limit()) {
            start.put(near, toByte(value));
        } else {
            chunk(index).put(place(index), toByte(value));
        }
    }

    /** Copies elements from here to a whole array on the heap. */
    public void get(long from, boolean[] target) {
        get(from, target, 0, target.length);
    }

    /** Copies elements from here to a part of an array on the heap. */
    public void get(long from, boolean[] target, int start, int count) {
        Objects.checkFromIndexSize(start, count, target.length);
        forRuns(from, count, (run, before) -> get(run, target, start + (int) before));
    }

    private static void get(ByteBuffer run, boolean[] target, int start) {
        for (int i = 0; i < run.limit(); i++) {
            target[start + i] = run.get(i) != 0;
        }
    }

    /** Copies a whole array on the heap to here. */
    public void set(long from, boolean[] source) {
        set(from, source, 0, source.length);
    }

    /** Copies a part of an array on the heap to here. */
    public void set(long from, boolean[] source, int start, int count) {
        Objects.checkFromIndexSize(start, count, source.length);
        forRuns(from, count, (run, before) -> set(run, source, start + (int) before));
    }

    private static void set(ByteBuffer run, boolean[] source, int start) {
        for (int i = 0; i < run.limit(); i++) {
            run.put(i, toByte(source[start + i]));
        }
    }

    /** A copy on the heap. */
    public boolean[] toArray() {
        return toArray(0, length());
    }

    /** A copy of a part on the heap, the second index not included. */
    public boolean[] toArray(long from, long to) {
        boolean[] copy = new boolean[heapLength(from, to)];
        get(from, copy);
        return copy;
    }

    /** Sets all elements. */
    public void fill(boolean value) {
        fill(0, length(), value);
    }

    /** Sets the elements of a part, the second index not included. */
    public void fill(long from, long to, boolean value) {
        forRuns(from, to - from, (run, before) -> fill(run, toByte(value)));
    }

    private static void fill(ByteBuffer run, byte value) {
        for (int i = 0; i < run.limit(); i++) {
            run.put(i, value);
        }
    }

    /** Copies elements to another array, or to another place of this one, also if the two overlap. */
    public void copyTo(long from, SharedBooleanArray target, long to, long count) {
        copyElements(from, target, to, count);
    }

    /** The way to another process: the handle goes, the elements stay where they are. */
    public static Codec<SharedBooleanArray> codec() {
        return ArrayCodec.INSTANCE;
    }

    private static byte toByte(boolean value) {
        return (byte) (value ? 1 : 0);
    }

    @Override
    void dropFirst() {
        first = noElements();
    }

    private Object writeReplace() {
        return SerializedHandle.of(HandleKind.BOOLEAN_ARRAY, reference());
    }

    static final class ArrayCodec extends SharedArrayCodec<SharedBooleanArray> {
        static final ArrayCodec INSTANCE = new ArrayCodec();

        private ArrayCodec() {
            super(ELEMENT_BYTES);
        }

        @Override
        SharedBooleanArray over(Part part) {
            return new SharedBooleanArray(part);
        }
    }
}
