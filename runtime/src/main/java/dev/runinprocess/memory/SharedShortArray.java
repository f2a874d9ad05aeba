package dev.runinprocess.memory;

import dev.runinprocess.codec.Codec;
import java.nio.ShortBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;

/**
 * An array of {@code short} in shared memory. What {@link SharedArray} says of speed, life, threads and processes holds.
 *
 * <p>In Python: {@code multiprocessing.Array} and {@code RawArray}.
 */
public final class SharedShortArray extends SharedArray {
    private static final long serialVersionUID = 1L;
    private static final int ELEMENT_BYTES = Short.BYTES;

    private transient ShortBuffer first;

    private SharedShortArray(Part part) {
        super(part, ELEMENT_BYTES);
        this.first = firstElements().asShortBuffer();
    }

    /**
     * Makes an array of so many elements, at least one, in memory of its own.
     *
     * @throws dev.runinprocess.failure.OutOfSharedMemoryException if there is no room
     */
    public static SharedShortArray create(long length) {
        return new SharedShortArray(Part.create(length, ELEMENT_BYTES));
    }

    /**
     * Makes an array of so many elements, at least one, in memory of its own.
     *
     * @throws FileAlreadyExistsException if memory of that name exists
     * @throws dev.runinprocess.failure.OutOfSharedMemoryException if there is no room
     */
    public static SharedShortArray create(long length, MemoryOptions options) throws FileAlreadyExistsException {
        return new SharedShortArray(Part.create(length, ELEMENT_BYTES, options));
    }

    /** Makes an array with these elements, at least one, in memory of its own. */
    public static SharedShortArray of(short... elements) {
        SharedShortArray array = create(elements.length);
        array.set(0, elements);
        return array;
    }

    /**
     * Attaches to memory of a name, all of it, as far as whole elements go.
     *
     * @throws NoSuchFileException if there is none of that name
     */
    public static SharedShortArray attach(String name) throws NoSuchFileException {
        return new SharedShortArray(Part.attach(name, ELEMENT_BYTES));
    }

    /** Lays an array over a part of memory. The offset is in bytes, a multiple of 2; the length is in elements. */
    public static SharedShortArray over(SharedMemory memory, long offset, long length) {
        return new SharedShortArray(Part.over(memory, offset, length, ELEMENT_BYTES));
    }

    /** An element. */
    public short get(long index) {
        ShortBuffer start = first;
        int near = (int) index;
        if (near == index && near >= 0 && near < start.limit()) {
            return start.get(near);
        }
        return chunk(index).getShort(place(index));
    }

    /** Sets an element. */
    public void set(long index, short value) {
        ShortBuffer start = first;
        int near = (int) index;
        if (near == index && near >= 0 && near < start.limit()) {
            start.put(near, value);
        } else {
            chunk(index).putShort(place(index), value);
        }
    }

    /** Copies elements from here to a whole array on the heap. */
    public void get(long from, short[] target) {
        get(from, target, 0, target.length);
    }

    /** Copies elements from here to a part of an array on the heap. */
    public void get(long from, short[] target, int start, int count) {
        Objects.checkFromIndexSize(start, count, target.length);
        forRuns(
                from,
                count,
                (run, before) ->
                        run.asShortBuffer().get(target, start + (int) before, run.remaining() / ELEMENT_BYTES));
    }

    /** Copies a whole array on the heap to here. */
    public void set(long from, short[] source) {
        set(from, source, 0, source.length);
    }

    /** Copies a part of an array on the heap to here. */
    public void set(long from, short[] source, int start, int count) {
        Objects.checkFromIndexSize(start, count, source.length);
        forRuns(
                from,
                count,
                (run, before) ->
                        run.asShortBuffer().put(source, start + (int) before, run.remaining() / ELEMENT_BYTES));
    }

    /** A copy on the heap. */
    public short[] toArray() {
        return toArray(0, length());
    }

    /** A copy of a part on the heap, the second index not included. */
    public short[] toArray(long from, long to) {
        short[] copy = new short[heapLength(from, to)];
        get(from, copy);
        return copy;
    }

    /** Sets all elements. */
    public void fill(short value) {
        fill(0, length(), value);
    }

    /** Sets the elements of a part, the second index not included. */
    public void fill(long from, long to, short value) {
        forRuns(from, to - from, (run, before) -> fill(run.asShortBuffer(), value));
    }

    private static void fill(ShortBuffer run, short value) {
        for (int i = 0; i < run.limit(); i++) {
            run.put(i, value);
        }
    }

    /** Copies elements to another array, or to another place of this one, also if the two overlap. */
    public void copyTo(long from, SharedShortArray target, long to, long count) {
        copyElements(from, target, to, count);
    }

    /** A part as a buffer, which stays usable when this is closed. */
    public ShortBuffer buffer(long from, int count) {
        return view(from, count).asShortBuffer();
    }

    /** The way to another process: the handle goes, the elements stay where they are. */
    public static Codec<SharedShortArray> codec() {
        return ArrayCodec.INSTANCE;
    }

    @Override
    void dropFirst() {
        first = noElements().asShortBuffer();
    }

    private Object writeReplace() {
        return SerializedHandle.of(HandleKind.SHORT_ARRAY, reference());
    }

    static final class ArrayCodec extends SharedArrayCodec<SharedShortArray> {
        static final ArrayCodec INSTANCE = new ArrayCodec();

        private ArrayCodec() {
            super(ELEMENT_BYTES);
        }

        @Override
        SharedShortArray over(Part part) {
            return new SharedShortArray(part);
        }
    }
}
