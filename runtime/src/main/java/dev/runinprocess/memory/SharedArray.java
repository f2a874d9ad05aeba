package dev.runinprocess.memory;

import dev.runinprocess.internal.shm.Chunks;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;

/**
 * An array of numbers in shared memory, of one primitive type, indexed by {@code long}. Elements start as zero.
 *
 * <p><b>Speed.</b> A loop over an {@code int} index, of an array of up to 1 GiB, is compiled to what a loop over an array on the heap is compiled to. With a {@code long}
 * index a step costs up to three times as much, and beyond 1 GiB two to five times; copying runs to and from arrays, or loops over {@code buffer}, cost
 * nothing extra.
 *
 * <p><b>Life.</b> An array that was made by itself owns its memory and closes as {@link SharedMemory} does. One laid over memory
 * is a view of it: it stays usable when the memory is closed, and closing it leaves the memory alone. After {@link #close} reads and writes
 * throw an {@link IllegalStateException}.
 *
 * <p><b>Threads and processes.</b> As for {@link SharedMemory}: no synchronisation, no order, but each element is written at once. If a process dies, the
 * elements that it wrote stay written.
 */
public abstract sealed class SharedArray implements SharedHandle, Serializable
        permits SharedBooleanArray,
                SharedByteArray,
                SharedCharArray,
                SharedDoubleArray,
                SharedFloatArray,
                SharedIntArray,
                SharedLongArray,
                SharedShortArray {
    private static final long serialVersionUID = 1L;

    private final transient SharedMemory memory;
    private final transient boolean ownsMemory;
    private final transient long offset;
    private final transient int shift;
    private final transient long length;
    private transient Chunks chunks;
    private transient volatile boolean closed;

    /** What an array is made of: memory, and the part of it that its elements take. */
    record Part(SharedMemory memory, boolean owned, long offset, long length) {
        static Part create(long length, int elementBytes) {
            try {
                return create(length, elementBytes, MemoryOptions.defaults());
            } catch (FileAlreadyExistsException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** New memory for so many elements. */
        static Part create(long length, int elementBytes, MemoryOptions options) throws FileAlreadyExistsException {
            if (length < 1 || length > Long.MAX_VALUE / elementBytes) {
                throw new IllegalArgumentException("A shared array has at least one element: length=" + length);
            }
            return new Part(SharedMemory.create(length * elementBytes, options), true, 0, length);
        }

        /** All elements that memory of a name has. */
        static Part attach(String name, int elementBytes) throws NoSuchFileException {
            SharedMemory memory = SharedMemory.attach(name);
            return new Part(memory, true, 0, memory.size() / elementBytes);
        }

        /** Part of somebody's memory. */
        static Part over(SharedMemory memory, long offset, long length, int elementBytes) {
            return checked(new Part(memory, false, offset, length), elementBytes);
        }

        /** Part of memory whose handle has come with the array's. */
        static Part arrived(SharedMemory memory, SharedReference reference, int elementBytes) {
            return checked(new Part(memory, true, reference.offset(), reference.length()), elementBytes);
        }

        private static Part checked(Part part, int elementBytes) {
            if (part.offset % elementBytes != 0) {
                throw new IllegalArgumentException("Elements lie at multiples of their size: offset=" + part.offset
                        + ", elementBytes=" + elementBytes);
            }
            if (part.length < 0 || part.length > Long.MAX_VALUE / elementBytes) {
                throw new IndexOutOfBoundsException("No array has such a length: length=" + part.length);
            }
            return part;
        }
    }

    SharedArray(Part part, int elementBytes) {
        this.chunks = part.memory.check(part.offset, part.length * elementBytes);
        this.memory = part.memory;
        this.ownsMemory = part.owned;
        this.offset = part.offset;
        this.length = part.length;
        this.shift = Integer.numberOfTrailingZeros(elementBytes);
    }

    /** How many elements it has. */
    public final long length() {
        return length;
    }

    /** The memory that it lies in; for an array that was made by itself, that array's own. */
    public final SharedMemory memory() {
        return memory;
    }

    /** What an unrelated program attaches to its memory by, see {@link SharedMemory#name}. */
    @Override
    public final String name() {
        return memory.name();
    }

    /** Whether {@link #close} was called. */
    @Override
    public final boolean isClosed() {
        return closed;
    }

    /** Lets go of it; if it was made by itself, its memory closes as {@link SharedMemory#close} says. Further calls do nothing. */
    @Override
    public final void close() {
        closed = true;
        chunks = Chunks.NONE;
        dropFirst();
        if (ownsMemory) {
            memory.close();
        }
    }

    /** Forgets the buffer that makes access fast. */
    abstract void dropFirst();

    /** The elements that lie in the same chunk as the first of them. */
    final ByteBuffer firstElements() {
        return length == 0 ? noElements() : chunks.part(offset, length << shift);
    }

    static ByteBuffer noElements() {
        return ByteBuffer.allocateDirect(0);
    }

    /** The chunk of an element. */
    final ByteBuffer chunk(long index) {
        return check(index, 1).chunk(offset + (index << shift));
    }

    /** The place of an element in its chunk. */
    final int place(long index) {
        return Chunks.place(offset + (index << shift));
    }

    /** What is done to a run of elements; the second argument tells how many elements came before. */
    interface RunAction {
        void accept(ByteBuffer run, long before);
    }

    /** Does something to elements, one run after the other. */
    final void forRuns(long from, long count, RunAction action) {
        Chunks memory = check(from, count);
        long done = 0;
        while (done < count) {
            ByteBuffer run = memory.part(offset + ((from + done) << shift), (count - done) << shift);
            long elements = run.remaining() >> shift;
            action.accept(run, done);
            done += elements;
        }
    }

    /** The memory, if this is open and the elements are in it. */
    final Chunks check(long from, long count) {
        Chunks memory = chunks;
        if (from < 0 || count < 0 || from > length - count || memory == Chunks.NONE) {
            throw refusal(from, count);
        }
        return memory;
    }

    private RuntimeException refusal(long from, long count) {
        if (chunks == Chunks.NONE) {
            return new IllegalStateException(this + " is closed.");
        }
        return new IndexOutOfBoundsException(
                "Not all of this is in " + this + ": index=" + from + (count == 1 ? "" : ", count=" + count));
    }

    /** A number of elements that an array on the heap can have. */
    final int heapLength(long from, long to) {
        check(from, to - from);
        if (to - from > Integer.MAX_VALUE - 8) {
            throw new IndexOutOfBoundsException("Too many elements for an array on the heap: count=" + (to - from));
        }
        return (int) (to - from);
    }

    /** Elements as one buffer of bytes. */
    final ByteBuffer view(long from, int count) {
        Chunks elements = check(from, count);
        try {
            return count == 0
                    ? noElements()
                    : memory.segment().view(elements, offset + (from << shift), Math.multiplyExact(count, 1 << shift));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Copies elements to an array of the same type; right also where the two overlap. */
    final void copyElements(long from, SharedArray target, long to, long count) {
        Chunks source = check(from, count);
        Chunks destination = target.check(to, count);
        // Two handles of one memory have it at two addresses, which hides an overlap.
        boolean same = memory.segment().id().equals(target.memory.segment().id());
        source.copy(
                offset + (from << shift), same ? source : destination, target.offset + (to << shift), count << shift);
    }

    final SharedReference reference() {
        if (closed) {
            throw SharedMemory.refusal(this);
        }
        return memory.reference(offset, length);
    }

    @Override
    public final String toString() {
        return getClass().getSimpleName() + "[name=" + name() + ", length=" + length + (closed ? ", closed]" : "]");
    }
}
