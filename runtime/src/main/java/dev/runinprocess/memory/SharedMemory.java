package dev.runinprocess.memory;

import dev.runinprocess.codec.Codec;
import dev.runinprocess.codec.ValueReader;
import dev.runinprocess.codec.ValueWriter;
import dev.runinprocess.failure.NotTransferableException;
import dev.runinprocess.internal.shm.Chunks;
import dev.runinprocess.internal.shm.Segment;
import dev.runinprocess.internal.shm.Segments;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;

/**
 * A piece of memory that several processes see: what one writes, the others read. Any size, up to what the system has; offsets are in bytes. Numbers have
 * the byte order of the machine and may lie at any offset.
 *
 * <p><b>Other processes</b> get it as an argument, as a result or as a part of one; each then holds a handle of its own to the same memory. A program that is
 * not related to this one, of the same user and with the same shared directory, attaches by {@link #name}.
 *
 * <p><b>Life.</b> Closing what {@code create} returned removes the memory's name: nobody can attach from then on, and whoever has attached goes on
 * undisturbed. Closing any other handle removes nothing. Memory that nobody closed goes with the tree of processes that it was made in,
 * however that ends. The pages themselves are given back when no process has a handle or a view of them that it can reach; that is for the garbage collector
 * to find, since unmapping what a thread may be reading would kill the process.
 *
 * <p><b>If another process dies</b>, even by {@code SIGKILL} while it writes, the memory stays, with as much as was written.
 *
 * <p><b>Threads and processes.</b> Safe for use by many, as an array is: single reads and writes are no synchronisation and order nothing. A number of up to eight bytes at a
 * multiple of its size is written at once, others may be seen half written. What a process wrote before it started a child, or before that child's result was
 * sent, the other side of that sees. For anything finer use a lock of {@code dev.runinprocess.sync}, or the ordered operations of
 * {@link SharedIntArray} and {@link SharedLongArray}.
 *
 * <p>After {@link #close} reads and writes through this handle throw an {@link IllegalStateException}; a thread that is in a loop of them at that
 * moment may go on for a while, unharmed. Views and arrays that were made before stay usable.
 *
 * <p>In Python: {@code multiprocessing.shared_memory.SharedMemory}.
 */
public final class SharedMemory implements SharedHandle, Serializable {
    private static final long serialVersionUID = 1L;

    private static final ByteBuffer NOTHING = ByteBuffer.allocateDirect(0);

    private final transient Segment segment;

    /* The first chunk, by itself, because that is what the compiler can turn a loop over memory into a loop over an array with. */
    private transient ByteBuffer first;

    SharedMemory(Segment segment) {
        this.segment = segment;
        this.first = segment.chunks().chunk(0);
    }

    /**
     * Makes memory of so many bytes, all zero, with its pages reserved.
     *
     * @throws IllegalArgumentException if the size is not positive
     * @throws dev.runinprocess.failure.OutOfSharedMemoryException if there is no room
     */
    public static SharedMemory create(long bytes) {
        try {
            return create(bytes, MemoryOptions.defaults());
        } catch (FileAlreadyExistsException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Makes memory of so many bytes, all zero. Of several programs that make memory of one name at the same time, one succeeds.
     *
     * @throws IllegalArgumentException if the size is not positive
     * @throws FileAlreadyExistsException if memory of that name exists
     * @throws dev.runinprocess.failure.OutOfSharedMemoryException if there is no room
     */
    public static SharedMemory create(long bytes, MemoryOptions options) throws FileAlreadyExistsException {
        if (bytes < 1) {
            throw new IllegalArgumentException("Shared memory has at least one byte: bytes=" + bytes);
        }
        try {
            return new SharedMemory(Segments.create(options.name().orElse(null), bytes, options.pages()));
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Attaches to memory that a program of this user has made and not closed.
     *
     * @param name what {@link #name} said there, or what it was named
     * @throws IllegalArgumentException if it cannot be a name
     * @throws NoSuchFileException if there is none of that name
     */
    public static SharedMemory attach(String name) throws NoSuchFileException {
        try {
            return new SharedMemory(Segments.attach(name));
        } catch (IOException e) {
            throw rethrow(e);
        }
    }

    static UncheckedIOException rethrow(IOException failure) throws NoSuchFileException {
        if (failure instanceof NoSuchFileException gone) {
            throw gone;
        }
        return new UncheckedIOException(failure);
    }

    /** What {@link #attach} finds it by: the name it was given, or else one that was made up. */
    @Override
    public String name() {
        String name = segment.name();
        return name == null ? segment.id().toString() : name;
    }

    /** How many bytes it has. */
    public long size() {
        return segment.bytes();
    }

    /** Reads a byte at any offset. */
    public byte getByte(long offset) {
        ByteBuffer start = first;
        int at = (int) offset;
        if (at == offset && at >= 0 && at <= start.limit() - Byte.BYTES) {
            return start.get(at);
        }
        return chunk(offset, Byte.BYTES).get(Chunks.place(offset));
    }

    /** Writes a byte at any offset. */
    public void putByte(long offset, byte value) {
        ByteBuffer start = first;
        int at = (int) offset;
        if (at == offset && at >= 0 && at <= start.limit() - Byte.BYTES) {
            start.put(at, value);
        } else {
            chunk(offset, Byte.BYTES).put(Chunks.place(offset), value);
        }
    }

    /** Reads a short at any offset. */
    public short getShort(long offset) {
        ByteBuffer start = first;
        int at = (int) offset;
        if (at == offset && at >= 0 && at <= start.limit() - Short.BYTES) {
            return start.getShort(at);
        }
        return chunk(offset, Short.BYTES).getShort(Chunks.place(offset));
    }

    /** Writes a short at any offset. */
    public void putShort(long offset, short value) {
        ByteBuffer start = first;
        int at = (int) offset;
        if (at == offset && at >= 0 && at <= start.limit() - Short.BYTES) {
            start.putShort(at, value);
        } else {
            chunk(offset, Short.BYTES).putShort(Chunks.place(offset), value);
        }
    }

    /** Reads a char at any offset. */
    public char getChar(long offset) {
        ByteBuffer start = first;
        int at = (int) offset;
        if (at == offset && at >= 0 && at <= start.limit() - Character.BYTES) {
            return start.getChar(at);
        }
        return chunk(offset, Character.BYTES).getChar(Chunks.place(offset));
    }

    /** Writes a char at any offset. */
    public void putChar(long offset, char value) {
        ByteBuffer start = first;
        int at = (int) offset;
        if (at == offset && at >= 0 && at <= start.limit() - Character.BYTES) {
            start.putChar(at, value);
        } else {
            chunk(offset, Character.BYTES).putChar(Chunks.place(offset), value);
        }
    }

    /** Reads an int at any offset. */
    public int getInt(long offset) {
        ByteBuffer start = first;
        int at = (int) offset;
        if (at == offset && at >= 0 && at <= start.limit() - Integer.BYTES) {
            return start.getInt(at);
        }
        return chunk(offset, Integer.BYTES).getInt(Chunks.place(offset));
    }

    /** Writes an int at any offset. */
    public void putInt(long offset, int value) {
        ByteBuffer start = first;
        int at = (int) offset;
        if (at == offset && at >= 0 && at <= start.limit() - Integer.BYTES) {
            start.putInt(at, value);
        } else {
            chunk(offset, Integer.BYTES).putInt(Chunks.place(offset), value);
        }
    }

    /** Reads a long at any offset. */
    public long getLong(long offset) {
        ByteBuffer start = first;
        int at = (int) offset;
        if (at == offset && at >= 0 && at <= start.limit() - Long.BYTES) {
            return start.getLong(at);
        }
        return chunk(offset, Long.BYTES).getLong(Chunks.place(offset));
    }

    /** Writes a long at any offset. */
    public void putLong(long offset, long value) {
        ByteBuffer start = first;
        int at = (int) offset;
        if (at == offset && at >= 0 && at <= start.limit() - Long.BYTES) {
            start.putLong(at, value);
        } else {
            chunk(offset, Long.BYTES).putLong(Chunks.place(offset), value);
        }
    }

    /** Reads a float at any offset. */
    public float getFloat(long offset) {
        ByteBuffer start = first;
        int at = (int) offset;
        if (at == offset && at >= 0 && at <= start.limit() - Float.BYTES) {
            return start.getFloat(at);
        }
        return chunk(offset, Float.BYTES).getFloat(Chunks.place(offset));
    }

    /** Writes a float at any offset. */
    public void putFloat(long offset, float value) {
        ByteBuffer start = first;
        int at = (int) offset;
        if (at == offset && at >= 0 && at <= start.limit() - Float.BYTES) {
            start.putFloat(at, value);
        } else {
            chunk(offset, Float.BYTES).putFloat(Chunks.place(offset), value);
        }
    }

    /** Reads a double at any offset. */
    public double getDouble(long offset) {
        ByteBuffer start = first;
        int at = (int) offset;
        if (at == offset && at >= 0 && at <= start.limit() - Double.BYTES) {
            return start.getDouble(at);
        }
        return chunk(offset, Double.BYTES).getDouble(Chunks.place(offset));
    }

    /** Writes a double at any offset. */
    public void putDouble(long offset, double value) {
        ByteBuffer start = first;
        int at = (int) offset;
        if (at == offset && at >= 0 && at <= start.limit() - Double.BYTES) {
            start.putDouble(at, value);
        } else {
            chunk(offset, Double.BYTES).putDouble(Chunks.place(offset), value);
        }
    }

    /** Copies bytes from here into an array. */
    public void get(long offset, byte[] target) {
        get(offset, ByteBuffer.wrap(target));
    }

    /** Copies bytes from here into a part of an array. */
    public void get(long offset, byte[] target, int start, int length) {
        get(offset, ByteBuffer.wrap(target, start, length));
    }

    /** Copies as many bytes as the buffer has room for, and moves its position. */
    public void get(long offset, ByteBuffer target) {
        long from = offset;
        Chunks memory = check(from, target.remaining());
        while (target.hasRemaining()) {
            ByteBuffer part = memory.part(from, target.remaining());
            from += part.remaining();
            target.put(part);
        }
    }

    /** Copies an array to here. */
    public void put(long offset, byte[] source) {
        put(offset, ByteBuffer.wrap(source));
    }

    /** Copies a part of an array to here. */
    public void put(long offset, byte[] source, int start, int length) {
        put(offset, ByteBuffer.wrap(source, start, length));
    }

    /** Copies what remains of the buffer, and moves its position. */
    public void put(long offset, ByteBuffer source) {
        long to = offset;
        Chunks memory = check(to, source.remaining());
        int end = source.limit();
        while (source.position() < end) {
            ByteBuffer part = memory.part(to, end - source.position());
            source.limit(source.position() + part.remaining());
            to += part.remaining();
            part.put(source);
            source.limit(end);
        }
    }

    /**
     * All of it as a buffer, in the byte order of the machine. It stays usable when this is closed.
     *
     * @throws IllegalStateException if it has more bytes than a buffer can, which is {@link Integer#MAX_VALUE}: take parts
     */
    public ByteBuffer buffer() {
        if (size() > Integer.MAX_VALUE) {
            throw new IllegalStateException(this + " is too large for one buffer. Use buffer(offset, length).");
        }
        return buffer(0, (int) size());
    }

    /** A part of it as a buffer, in the byte order of the machine. It stays usable when this is closed. */
    public ByteBuffer buffer(long offset, int length) {
        Chunks memory = check(offset, length);
        if (length == 0) {
            return NOTHING.duplicate();
        }
        try {
            return segment.view(memory, offset, length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ByteBuffer chunk(long offset, int bytes) {
        Chunks memory = check(offset, bytes);
        return memory.chunk(offset);
    }

    /** The memory, if this is open and the bytes are in it. */
    Chunks check(long offset, long bytes) {
        Chunks memory = segment.chunks();
        if (offset < 0 || bytes < 0 || offset > size() - bytes || memory == Chunks.NONE) {
            throw refusal(offset, bytes);
        }
        return memory;
    }

    private RuntimeException refusal(long offset, long bytes) {
        if (segment.chunks() == Chunks.NONE) {
            return new IllegalStateException(this + " is closed.");
        }
        return new IndexOutOfBoundsException(
                "Not all of this is in " + this + ": offset=" + offset + ", bytes=" + bytes);
    }

    /** Whether {@link #close} was called. */
    @Override
    public boolean isClosed() {
        return segment.isClosed();
    }

    /**
     * Lets go of it, and, if it was made here, takes its name away. Further calls do nothing.
     */
    @Override
    public void close() {
        first = NOTHING;
        Segments.close(segment);
    }

    /**
     * Takes its name away, as closing it would where it was made: for memory that came from a process that has ended, as a child's result does. Whoever has
     * attached goes on undisturbed.
     *
     * @throws NoSuchFileException if it was taken away before
     */
    public void unlink() throws NoSuchFileException {
        try {
            Segments.unlink(segment);
        } catch (IOException e) {
            throw rethrow(e);
        }
    }

    /** The way to another process: the handle goes, the memory stays where it is. */
    public static Codec<SharedMemory> codec() {
        return MemoryCodec.INSTANCE;
    }

    SharedReference reference(long offset, long length) {
        if (segment.isClosed()) {
            throw refusal(this);
        }
        return new SharedReference(segment.id().toString(), segment.name(), offset, length);
    }

    static NotTransferableException refusal(Object closed) {
        return new NotTransferableException(closed + " is closed, so no other process can be given it.");
    }

    Segment segment() {
        return segment;
    }

    /** By {@code java.io}, too, only the handle goes; where it is read, the memory must still be there. */
    private Object writeReplace() {
        return SerializedHandle.of(HandleKind.MEMORY, reference(0, size()));
    }

    @Override
    public String toString() {
        return "SharedMemory[name=" + name() + ", size=" + size() + (isClosed() ? ", closed]" : "]");
    }

    private static final class MemoryCodec implements Codec<SharedMemory> {
        private static final MemoryCodec INSTANCE = new MemoryCodec();

        @Override
        public void write(ValueWriter out, SharedMemory value) {
            value.reference(0, value.size()).write(out);
        }

        @Override
        public SharedMemory read(ValueReader in) {
            return SharedReference.read(in).attachOrRefuse();
        }
    }
}
