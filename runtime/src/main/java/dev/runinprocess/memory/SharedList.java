package dev.runinprocess.memory;

import dev.runinprocess.codec.Codec;
import dev.runinprocess.codec.ValueReader;
import dev.runinprocess.codec.ValueWriter;
import java.io.Serializable;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * A list of fixed length in shared memory, of values of different types: null, {@code Boolean}, {@code Byte}, {@code Short}, {@code Character}, {@code Integer},
 * {@code Long}, {@code Float}, {@code Double}, {@code String} and {@code byte[]}.
 *
 * <p>An element can be replaced by one of another type. A text or byte array can be as long as the one that was there when the list was made, counted in bytes
 * (of UTF-8) and rounded up to a multiple of eight; eight are there in any case. Elements come as copies; arrays are compared by content.
 *
 * <p><b>Life</b> and <b>other processes</b> are as for {@link SharedMemory}.
 *
 * <p><b>Threads and processes.</b> An element is not replaced in one step: whoever reads it meanwhile may get half of it, and if a process dies
 * in the middle that is what stays. So guard the list by a lock of {@code dev.runinprocess.sync} if anybody writes.
 *
 * <p>In Python: {@code multiprocessing.shared_memory.ShareableList}.
 */
public final class SharedList extends AbstractList<@Nullable Object>
        implements RandomAccess, SharedHandle, Serializable {
    private static final long serialVersionUID = 1L;

    private final transient SharedMemory memory;
    private final transient int size;

    private SharedList(SharedMemory memory) {
        this.memory = memory;
        long size = memory.size() < SharedListLayout.firstSlot(0)
                        || memory.getLong(SharedListLayout.MAGIC_AT) != SharedListLayout.MAGIC
                ? -1
                : memory.getLong(SharedListLayout.COUNT_AT);
        if (size < 0 || size > Integer.MAX_VALUE || SharedListLayout.firstSlot((int) size) > memory.size()) {
            throw new IllegalArgumentException("There is no shared list in " + memory + ".");
        }
        this.size = (int) size;
    }

    /**
     * Makes a list of these elements.
     *
     * @throws IllegalArgumentException if an element is of another type
     * @throws dev.runinprocess.failure.OutOfSharedMemoryException if there is no room
     */
    public static SharedList of(@Nullable Object... elements) {
        return copyOf(Arrays.asList(elements));
    }

    /** As {@link #of}, of a list's elements. */
    public static SharedList copyOf(List<? extends @Nullable Object> elements) {
        List<SlotValue> values = encoded(elements);
        return fill(SharedMemory.create(bytesFor(values)), values);
    }

    /**
     * As {@link #of}, of a list's elements, in memory with a name.
     *
     * @throws FileAlreadyExistsException if memory of that name exists
     */
    public static SharedList copyOf(List<? extends @Nullable Object> elements, MemoryOptions options)
            throws FileAlreadyExistsException {
        List<SlotValue> values = encoded(elements);
        return fill(SharedMemory.create(bytesFor(values), options), values);
    }

    private static List<SlotValue> encoded(List<? extends @Nullable Object> elements) {
        List<SlotValue> values = new ArrayList<>();
        for (Object element : elements) {
            values.add(SlotValue.of(element));
        }
        return values;
    }

    private static long bytesFor(List<SlotValue> values) {
        long bytes = SharedListLayout.firstSlot(values.size());
        for (SlotValue value : values) {
            bytes += SharedListLayout.SLOT_HEADER_BYTES + SharedListLayout.capacityFor(value.bytes().length);
        }
        return bytes;
    }

    private static SharedList fill(SharedMemory memory, List<SlotValue> values) {
        long slot = SharedListLayout.firstSlot(values.size());
        for (int i = 0; i < values.size(); i++) {
            SlotValue value = values.get(i);
            memory.putLong(SharedListLayout.slotAt(i), slot);
            write(memory, slot, value);
            slot += SharedListLayout.SLOT_HEADER_BYTES + SharedListLayout.capacityFor(value.bytes().length);
        }
        memory.putLong(SharedListLayout.slotAt(values.size()), slot);
        memory.putLong(SharedListLayout.COUNT_AT, values.size());
        memory.putLong(SharedListLayout.MAGIC_AT, SharedListLayout.MAGIC);
        return new SharedList(memory);
    }

    private static void write(SharedMemory memory, long slot, SlotValue value) {
        memory.put(slot + SharedListLayout.SLOT_HEADER_BYTES, value.bytes());
        memory.putLong(slot, SharedListLayout.header(value.kind(), value.bytes().length));
    }

    /**
     * Attaches to a list in memory of that name.
     *
     * @throws NoSuchFileException if there is none of that name
     * @throws IllegalArgumentException if something else is in that memory
     */
    public static SharedList attach(String name) throws NoSuchFileException {
        return new SharedList(SharedMemory.attach(name));
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public @Nullable Object get(int index) {
        Objects.checkIndex(index, size);
        long slot = memory.getLong(SharedListLayout.slotAt(index));
        long header = memory.getLong(slot);
        byte[] bytes = new byte[(int) Math.min(Math.max(0, SharedListLayout.bytes(header)), capacity(index, slot))];
        memory.get(slot + SharedListLayout.SLOT_HEADER_BYTES, bytes);
        return new SlotValue(SharedListLayout.kind(header), bytes).value();
    }

    /**
     * Replaces an element.
     *
     * @return the former one
     * @throws IllegalArgumentException if it is longer than the room that there is for this element, or of a type that cannot be in a list; nothing has changed
     *     then
     */
    @Override
    public @Nullable Object set(int index, @Nullable Object value) {
        Object former = get(index);
        SlotValue encoded = SlotValue.of(value);
        long slot = memory.getLong(SharedListLayout.slotAt(index));
        long capacity = capacity(index, slot);
        if (encoded.bytes().length > capacity) {
            throw new IllegalArgumentException("The value exceeds the available storage: index=" + index + ", bytes="
                    + encoded.bytes().length + ", capacity=" + capacity);
        }
        write(memory, slot, encoded);
        return former;
    }

    private long capacity(int index, long slot) {
        return memory.getLong(SharedListLayout.slotAt(index + 1)) - slot - SharedListLayout.SLOT_HEADER_BYTES;
    }

    @Override
    public int indexOf(@Nullable Object value) {
        for (int i = 0; i < size; i++) {
            if (Objects.deepEquals(get(i), value)) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public int lastIndexOf(@Nullable Object value) {
        for (int i = size - 1; i >= 0; i--) {
            if (Objects.deepEquals(get(i), value)) {
                return i;
            }
        }
        return -1;
    }

    /** The memory that it lies in. */
    public SharedMemory memory() {
        return memory;
    }

    @Override
    public String name() {
        return memory.name();
    }

    @Override
    public boolean isClosed() {
        return memory.isClosed();
    }

    @Override
    public void close() {
        memory.close();
    }

    /** The way to another process: the handle goes, the elements stay where they are. */
    public static Codec<SharedList> codec() {
        return ListCodec.INSTANCE;
    }

    static SharedList attach(SharedReference reference) throws NoSuchFileException {
        return new SharedList(reference.attach());
    }

    private Object writeReplace() {
        return SerializedHandle.of(HandleKind.LIST, memory.reference(0, memory.size()));
    }

    @Override
    public String toString() {
        String content = isClosed() ? "closed" : Arrays.deepToString(toArray());
        return "SharedList[name=" + name() + ", " + content + "]";
    }

    private static final class ListCodec implements Codec<SharedList> {
        private static final ListCodec INSTANCE = new ListCodec();

        @Override
        public void write(ValueWriter out, SharedList value) {
            value.memory.reference(0, value.memory.size()).write(out);
        }

        @Override
        public SharedList read(ValueReader in) {
            return new SharedList(SharedReference.read(in).attachOrRefuse());
        }
    }
}
