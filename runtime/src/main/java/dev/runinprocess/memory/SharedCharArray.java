package dev.runinprocess.memory;

import dev.runinprocess.codec.Codec;
import java.nio.CharBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;

/**
 * An array of {@code char} in shared memory. What {@link SharedArray} says of speed, life, threads and processes holds.
 *
 * <p>In Python: {@code multiprocessing.Array} and {@code RawArray}.
 */
public final class SharedCharArray extends SharedArray {
    private static final long serialVersionUID = 1L;
    private static final int ELEMENT_BYTES = Character.BYTES;

    private transient CharBuffer first;

    private SharedCharArray(Part part) {
        super(part, ELEMENT_BYTES);
        this.first = firstElements().asCharBuffer();
    }

    /**
     * Makes an array of so many elements, at least one, in memory of its own.
     *
     * @throws dev.runinprocess.failure.OutOfSharedMemoryException if there is no room
     */
    public static SharedCharArray create(long length) {
        return new SharedCharArray(Part.create(length, ELEMENT_BYTES));
    }

    /**
     * Makes an array of so many elements, at least one, in memory of its own.
     *
     * @throws FileAlreadyExistsException if memory of that name exists
     * @throws dev.runinprocess.failure.OutOfSharedMemoryException if there is no room
     */
    public static SharedCharArray create(long length, MemoryOptions options) throws FileAlreadyExistsException {
        return new SharedCharArray(Part.create(length, ELEMENT_BYTES, options));
    }

    /** Makes an array with these elements, at least one, in memory of its own. */
    public static SharedCharArray of(char... elements) {
        SharedCharArray array = create(elements.length);
        array.set(0, elements);
        return array;
    }

    /**
     * Attaches to memory of a name, all of it, as far as whole elements go.
     *
     * @throws NoSuchFileException if there is none of that name
     */
    public static SharedCharArray attach(String name) throws NoSuchFileException {
        return new SharedCharArray(Part.attach(name, ELEMENT_BYTES));
    }

    /** Lays an array over a part of memory. The offset is in bytes, a multiple of 2; the length is in elements. */
    public static SharedCharArray over(SharedMemory memory, long offset, long length) {
        return new SharedCharArray(Part.over(memory, offset, length, ELEMENT_BYTES));
    }

    /** An element. */
    public char get(long index) {
        CharBuffer start = first;
        int near = (int) index;
        if (near == index && near >= 0 && near < start.limit()) {
            return start.get(near);
        }
        return chunk(index).getChar(place(index));
    }

    /** Sets an element. */
    public void set(long index, char value) {
        CharBuffer start = first;
        int near = (int) index;
        if (near == index && near >= 0 && near < start.limit()) {
            start.put(near, value);
        } else {
            chunk(index).putChar(place(index), value);
        }
    }

    /** Copies elements from here to a whole array on the heap. */
    public void get(long from, char[] target) {
        get(from, target, 0, target.length);
    }

    /** Copies elements from here to a part of an array on the heap. */
    public void get(long from, char[] target, int start, int count) {
        Objects.checkFromIndexSize(start, count, target.length);
        forRuns(
                from,
                count,
                (run, before) -> run.asCharBuffer().get(target, start + (int) before, run.remaining() / ELEMENT_BYTES));
    }

    /** Copies a whole array on the heap to here. */
    public void set(long from, char[] source) {
        set(from, source, 0, source.length);
    }

    /** Copies a part of an array on the heap to here. */
    public void set(long from, char[] source, int start, int count) {
        Objects.checkFromIndexSize(start, count, source.length);
        forRuns(
                from,
                count,
                (run, before) -> run.asCharBuffer().put(source, start + (int) before, run.remaining() / ELEMENT_BYTES));
    }

    /** A copy on the heap. */
    public char[] toArray() {
        return toArray(0, length());
    }

    /** A copy of a part on the heap, the second index not included. */
    public char[] toArray(long from, long to) {
        char[] copy = new char[heapLength(from, to)];
        get(from, copy);
        return copy;
    }

    /** Sets all elements. */
    public void fill(char value) {
        fill(0, length(), value);
    }

    /** Sets the elements of a part, the second index not included. */
    public void fill(long from, long to, char value) {
        forRuns(from, to - from, (run, before) -> fill(run.asCharBuffer(), value));
    }

    private static void fill(CharBuffer run, char value) {
        for (int i = 0; i < run.limit(); i++) {
            run.put(i, value);
        }
    }

    /** Copies elements to another array, or to another place of this one, also if the two overlap. */
    public void copyTo(long from, SharedCharArray target, long to, long count) {
        copyElements(from, target, to, count);
    }

    /** A part as a buffer, which stays usable when this is closed. */
    public CharBuffer buffer(long from, int count) {
        return view(from, count).asCharBuffer();
    }

    /** The way to another process: the handle goes, the elements stay where they are. */
    public static Codec<SharedCharArray> codec() {
        return ArrayCodec.INSTANCE;
    }

    @Override
    void dropFirst() {
        first = noElements().asCharBuffer();
    }

    private Object writeReplace() {
        return SerializedHandle.of(HandleKind.CHAR_ARRAY, reference());
    }

    static final class ArrayCodec extends SharedArrayCodec<SharedCharArray> {
        static final ArrayCodec INSTANCE = new ArrayCodec();

        private ArrayCodec() {
            super(ELEMENT_BYTES);
        }

        @Override
        SharedCharArray over(Part part) {
            return new SharedCharArray(part);
        }
    }
}
