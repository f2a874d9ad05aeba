package dev.runinprocess.memory;

import dev.runinprocess.codec.Codec;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;

/**
 * An array of {@code byte} in shared memory. What {@link SharedArray} says of speed, life, threads and processes holds.
 *
 * <p>In Python: {@code multiprocessing.Array} and {@code RawArray}.
 */
public final class SharedByteArray extends SharedArray {
    private static final long serialVersionUID = 1L;
    private static final int ELEMENT_BYTES = Byte.BYTES;

    private transient ByteBuffer first;

    private SharedByteArray(Part part) {
        super(part, ELEMENT_BYTES);
        this.first = firstElements();
    }

    /**
     * Makes an array of so many elements, at least one, in memory of its own.
     *
     * @throws dev.runinprocess.failure.OutOfSharedMemoryException if there is no room
     */
    public static SharedByteArray create(long length) {
        return new SharedByteArray(Part.create(length, ELEMENT_BYTES));
    }

    /**
     * Makes an array of so many elements, at least one, in memory of its own.
     *
     * @throws FileAlreadyExistsException if memory of that name exists
     * @throws dev.runinprocess.failure.OutOfSharedMemoryException if there is no room
     */
    public static SharedByteArray create(long length, MemoryOptions options) throws FileAlreadyExistsException {
        return new SharedByteArray(Part.create(length, ELEMENT_BYTES, options));
    }

    /** Makes an array with these elements, at least one, in memory of its own. */
    public static SharedByteArray of(byte... elements) {
        SharedByteArray array = create(elements.length);
        array.set(0, elements);
        return array;
    }

    /**
     * Attaches to memory of a name, all of it, as far as whole elements go.
     *
     * @throws NoSuchFileException if there is none of that name
     */
    public static SharedByteArray attach(String name) throws NoSuchFileException {
        return new SharedByteArray(Part.attach(name, ELEMENT_BYTES));
    }

    /** Lays an array over a part of memory. Offset and length are in bytes. */
    public static SharedByteArray over(SharedMemory memory, long offset, long length) {
        return new SharedByteArray(Part.over(memory, offset, length, ELEMENT_BYTES));
    }

    /** An element. */
    public byte get(long index) {
        ByteBuffer start = first;
        int near = (int) index;
        if (near == index && near >= 0 && near < start.limit()) {
            return start.get(near);
        }
        return chunk(index).get(place(index));
    }

    /** Sets an element. */
    public void set(long index, byte value) {
        ByteBuffer start = first;
        int near = (int) index;
        if (near == index && near >= 0 && near < start.limit()) {
            start.put(near, value);
        } else {
            chunk(index).put(place(index), value);
        }
    }

    /** Copies elements from here to a whole array on the heap. */
    public void get(long from, byte[] target) {
        get(from, target, 0, target.length);
    }

    /** Copies elements from here to a part of an array on the heap. */
    public void get(long from, byte[] target, int start, int count) {
        Objects.checkFromIndexSize(start, count, target.length);
        forRuns(from, count, (run, before) -> run.get(target, start + (int) before, run.remaining()));
    }

    /** Copies a whole array on the heap to here. */
    public void set(long from, byte[] source) {
        set(from, source, 0, source.length);
    }

    /** Copies a part of an array on the heap to here. */
    public void set(long from, byte[] source, int start, int count) {
        Objects.checkFromIndexSize(start, count, source.length);
        forRuns(from, count, (run, before) -> run.put(source, start + (int) before, run.remaining()));
    }

    /** A copy on the heap. */
    public byte[] toArray() {
        return toArray(0, length());
    }

    /** A copy of a part on the heap, the second index not included. */
    public byte[] toArray(long from, long to) {
        byte[] copy = new byte[heapLength(from, to)];
        get(from, copy);
        return copy;
    }

    /** Sets all elements. */
    public void fill(byte value) {
        fill(0, length(), value);
    }

    /** Sets the elements of a part, the second index not included. */
    public void fill(long from, long to, byte value) {
        forRuns(from, to - from, (run, before) -> fill(run, value));
    }

    private static void fill(ByteBuffer run, byte value) {
        for (int i = 0; i < run.limit(); i++) {
            run.put(i, value);
        }
    }

    /** Copies elements to another array, or to another place of this one, also if the two overlap. */
    public void copyTo(long from, SharedByteArray target, long to, long count) {
        copyElements(from, target, to, count);
    }

    /** A part as a buffer, which stays usable when this is closed. */
    public ByteBuffer buffer(long from, int count) {
        return view(from, count);
    }

    /** The way to another process: the handle goes, the elements stay where they are. */
    public static Codec<SharedByteArray> codec() {
        return ArrayCodec.INSTANCE;
    }

    @Override
    void dropFirst() {
        first = noElements();
    }

    private Object writeReplace() {
        return SerializedHandle.of(HandleKind.BYTE_ARRAY, reference());
    }

    static final class ArrayCodec extends SharedArrayCodec<SharedByteArray> {
        static final ArrayCodec INSTANCE = new ArrayCodec();

        private ArrayCodec() {
            super(ELEMENT_BYTES);
        }

        @Override
        SharedByteArray over(Part part) {
            return new SharedByteArray(part);
        }
    }
}
