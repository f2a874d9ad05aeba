package dev.runinprocess.tests.memory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runinprocess.codec.Codec;
import dev.runinprocess.codec.Payload;
import dev.runinprocess.codec.ValueReader;
import dev.runinprocess.codec.ValueWriter;
import dev.runinprocess.failure.NotTransferableException;
import dev.runinprocess.memory.MemoryOptions;
import dev.runinprocess.memory.SharedInt;
import dev.runinprocess.memory.SharedIntArray;
import dev.runinprocess.memory.SharedList;
import dev.runinprocess.memory.SharedMemory;
import dev.runinprocess.sync.ProcessLock;
import dev.runinprocess.sync.ProcessReentrantLock;
import dev.runinprocess.tests.testing.Conformance;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What Python's tests say of shared memory within one process. */
class SharedMemoryConformanceTest {
    private static final String NAME = "conformance-" + ProcessHandle.current().pid();

    @Test
    @Conformance("_TestSharedMemory.test_shared_memory_name_with_embedded_null")
    void name_withANullCharacter_isNoName() throws IOException {
        try (SharedMemory memory =
                SharedMemory.create(10, MemoryOptions.defaults().named(NAME))) {
            assertThatThrownBy(() -> SharedMemory.attach(memory.name() + "\0a"))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> MemoryOptions.defaults().named(memory.name() + "\0a"))
                    .isInstanceOf(IllegalArgumentException.class);
            SharedMemory.attach(NAME).close();
        }
    }

    @Test
    @Conformance("TestResourceTracker.test_too_long_name_resource")
    void name_thatIsTooLong_isRefused() {
        assertThatThrownBy(() -> MemoryOptions.defaults().named("n".repeat(512)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at most 200");
    }

    /** An attachment has the size that the memory has, and is not asked for one. Whoever created memory removes it by closing. */
    @Test
    @Conformance("_TestSharedMemory.test_shared_memory_basics")
    void basics() throws IOException {
        MemoryOptions named = MemoryOptions.defaults().named(NAME);
        SharedMemory memory = SharedMemory.create(512, named);
        assertThat(memory.name()).isEqualTo(NAME);
        assertThat(memory.size()).isEqualTo(512);
        assertThat(memory.buffer().capacity()).isEqualTo(512);
        assertThat(memory.toString()).contains(NAME, "512");
        memory.putByte(0, (byte) 42);
        try (SharedMemory other = SharedMemory.attach(NAME)) {
            assertThat(other.getByte(0)).isEqualTo((byte) 42);
            assertThat(other.size()).isEqualTo(512);
        }
        assertThatThrownBy(() -> SharedMemory.create(512, named)).isInstanceOf(FileAlreadyExistsException.class);
        assertThatThrownBy(() -> SharedMemory.attach("")).isInstanceOf(IllegalArgumentException.class);
        memory.unlink();
        assertThatThrownBy(memory::unlink).isInstanceOf(NoSuchFileException.class);
        memory.close();
        assertThatThrownBy(() -> SharedMemory.attach(NAME)).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    @Conformance("_TestSharedMemory.test_invalid_shared_memory_creation")
    void create_withoutASize_isRefused() {
        for (long bytes : new long[] {-1, 0}) {
            assertThatThrownBy(() -> SharedMemory.create(bytes)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    @Conformance("_TestSharedMemory.test_shared_memory_pickle_unpickle")
    void serialized_isAnotherHandleOfTheSameMemory() throws Exception {
        try (SharedMemory memory = SharedMemory.create(512)) {
            memory.put(0, "pickle".getBytes(UTF_8));
            for (SharedMemory other : List.of(
                    (SharedMemory) object(bytes(memory)),
                    read(SharedMemory.codec(), payload(SharedMemory.codec(), memory)))) {
                assertThat(other.name()).isEqualTo(memory.name());
                assertThat(text(other)).isEqualTo("pickle");
                other.put(0, "newval".getBytes(UTF_8));
                assertThat(text(memory)).isEqualTo("newval");
                memory.put(0, "oldval".getBytes(UTF_8));
                assertThat(text(other)).isEqualTo("oldval");
                memory.put(0, "pickle".getBytes(UTF_8));
                other.close();
            }
        }
    }

    @Test
    @Conformance("_TestSharedMemory.test_shared_memory_pickle_unpickle_dead_object")
    void serialized_andGone_cannotBeRead() throws Exception {
        SharedMemory memory = SharedMemory.create(512);
        byte[] bytes = bytes(memory);
        Payload payload = payload(SharedMemory.codec(), memory);
        memory.close();
        assertThatThrownBy(() -> object(bytes))
                .isInstanceOf(InvalidObjectException.class)
                .hasCauseInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> read(SharedMemory.codec(), payload))
                .isInstanceOf(NotTransferableException.class)
                .hasCauseInstanceOf(NoSuchFileException.class);
    }

    @Test
    @Conformance("_TestSharedMemory.test_shared_memory_ShareableList_basics")
    void list_basics() throws IOException {
        Object[] source = {"howdy", "HoWdY".getBytes(UTF_8), -273.154, 100, null, true, 42};
        try (SharedList list = SharedList.of(source)) {
            assertThat(list.toString()).contains(list.name(), "howdy", "-273.154");
            assertThatThrownBy(() -> list.get(7)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> list.set(7, 2)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThat(list.size()).isEqualTo(7);
            assertThat(list.indexOf(100)).isEqualTo(3);
            assertThat(list.indexOf("100")).isEqualTo(-1);
            assertThat(Arrays.deepEquals(list.toArray(), source)).isTrue();
            list.set(3, 42);
            assertThat(list.get(3)).isEqualTo(42);
            list.set(4, "some");
            assertThat(list.get(4)).isEqualTo("some");
            assertThatThrownBy(() -> list.set(4, "far too many"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("exceeds the available storage");
            list.set(0, "encodés");
            assertThatThrownBy(() -> list.set(0, "encodées")).hasMessageContaining("exceeds the available storage");
            assertThat(list.get(0)).isEqualTo("encodés");
            assertThat((byte[]) list.get(1)).isEqualTo("HoWdY".getBytes(UTF_8));
            assertThat(Collections.frequency(list, 42)).isEqualTo(2);

            try (SharedList copy =
                            SharedList.copyOf(list, MemoryOptions.defaults().named(NAME));
                    SharedList second = SharedList.attach(NAME)) {
                copy.set(6, -2);
                assertThat(list.get(6)).isEqualTo(42);
                assertThat(second.get(6)).isEqualTo(-2);
            }
        }
        try (SharedList empty = SharedList.of()) {
            assertThat(empty).isEmpty();
            assertThat(Collections.frequency(empty, null)).isZero();
            assertThat(empty.indexOf(null)).isEqualTo(-1);
        }
    }

    @Test
    @Conformance("_TestSharedMemory.test_shared_memory_ShareableList_pickling")
    void list_serialized_isAsShortForALongList() throws Exception {
        try (SharedList list = SharedList.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
                SharedList longer = SharedList.copyOf(Collections.nCopies(400, 7));
                SharedList other = (SharedList) object(bytes(list))) {
            assertThat(other).isNotSameAs(list).isEqualTo(list);
            other.set(0, -1);
            assertThat(list.get(0)).isEqualTo(-1);
            list.set(9, -9);
            assertThat(other.get(9)).isEqualTo(-9);
            int difference = longer.name().length() - list.name().length();
            assertThat(bytes(longer)).hasSize(bytes(list).length + difference);
            assertThat(payload(SharedList.codec(), longer).length())
                    .isEqualTo(payload(SharedList.codec(), list).length() + difference);
        }
    }

    @Test
    @Conformance("_TestSharedMemory.test_shared_memory_ShareableList_pickling_dead_object")
    void list_serializedAndGone_cannotBeRead() throws Exception {
        SharedList list = SharedList.of(0, 1, 2);
        byte[] bytes = bytes(list);
        list.close();
        assertThatThrownBy(() -> object(bytes)).hasCauseInstanceOf(NoSuchFileException.class);
    }

    @Test
    @Conformance("_TestArray.test_array_from_size")
    void array_fromASize_isZero_whateverWasThereBefore() {
        for (int round = 0; round < 3; round++) {
            try (SharedIntArray array = SharedIntArray.create(10)) {
                assertThat(array.toArray()).isEqualTo(new int[10]);
                array.set(0, new int[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9});
                assertThat(array.toArray()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
            }
        }
    }

    /** A made-up name tells where the segment is, and ends with its number. */
    @Test
    @Conformance("_TestSharedMemory.test_shared_memory_recreate")
    void create_whereAMadeUpNameIsTaken_takesTheNextOne() throws IOException {
        try (SharedMemory memory = SharedMemory.create(1)) {
            String[] parts = memory.name().split("-", -1);
            long next = Long.parseLong(parts[3]) + 1;
            Path base = Path.of(System.getProperty("runinprocess.sharedDirectory", "/dev/shm"));
            Path directory = base.resolve("runinprocess-" + parts[0] + "-" + parts[1]);
            Path taken = Files.createFile(directory.resolve("segment-" + parts[2] + "-" + next));
            try (SharedMemory another = SharedMemory.create(1)) {
                assertThat(another.name()).endsWith("-" + (next + 1));
            }
            Files.delete(taken);
        }
    }

    /** A value has a lock in any case; whoever wants none does not take it. */
    @Test
    @Conformance("_TestValue.test_getobj_getlock")
    void value_hasALockOfItsOwn_orTheOneGiven() {
        assertThat(SharedInt.create(5).lock()).isInstanceOf(ProcessLock.class);
        ProcessReentrantLock lock = ProcessReentrantLock.create();
        assertThat(SharedInt.create(5, lock).lock()).isSameAs(lock);
    }

    @Test
    @Conformance("_TestSharedCTypes.test_copy")
    void copy_keepsItsValues_whenTheOriginalChanges() {
        try (SharedMemory struct = SharedMemory.create(24);
                SharedMemory copy = SharedMemory.create(struct.size())) {
            struct.putInt(0, 2);
            struct.putDouble(8, 5);
            struct.putLong(16, 1L << 33);
            copy.put(0, struct.buffer());
            struct.put(0, new byte[24]);
            assertThat(copy.getInt(0)).isEqualTo(2);
            assertThat(copy.getDouble(8)).isEqualTo(5);
            assertThat(copy.getLong(16)).isEqualTo(1L << 33);
        }
    }

    /** There is no heap to be whole: each piece is a segment of its own. What was closed can neither be attached nor is it left. */
    @Test
    @Conformance("_TestHeap.test_heap")
    void manyPieces_ofRandomSizes_areGoneWhenClosed() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Deque<SharedMemory> alive = new ArrayDeque<>();
        for (int i = 0; i < 5000; i++) {
            long bytes = 1 + (long) Math.exp(random.nextGaussian() + Math.log(1000));
            SharedMemory memory = SharedMemory.create(bytes);
            memory.putByte(bytes - 1, (byte) i);
            alive.add(memory);
            if (alive.size() > 50) {
                SharedMemory oldest = alive.remove();
                oldest.close();
                assertThatThrownBy(() -> SharedMemory.attach(oldest.name()))
                        .as("seed=" + seed)
                        .isInstanceOf(NoSuchFileException.class);
            }
        }
        alive.forEach(SharedMemory::close);
    }

    @Test
    @Conformance("_TestHeap.test_free_from_gc")
    void unreachableHandles_underTheCollector_blockNobody() throws IOException {
        try (SharedMemory memory = SharedMemory.create(1)) {
            for (int i = 0; i < 10_000; i++) {
                SharedMemory.attach(memory.name()).putByte(0, (byte) i);
                if (i % 1000 == 0) {
                    System.gc();
                }
            }
            assertThat(memory.getByte(0)).isEqualTo((byte) 9999);
        }
    }

    private static String text(SharedMemory memory) {
        byte[] bytes = new byte[6];
        memory.get(0, bytes);
        return new String(bytes, UTF_8);
    }

    private static byte[] bytes(Object value) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        }
        return bytes.toByteArray();
    }

    private static Object object(byte[] bytes) throws IOException, ClassNotFoundException {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            return in.readObject();
        }
    }

    private static <T> Payload payload(Codec<T> codec, T value) {
        ValueWriter out = new ValueWriter();
        out.write(codec, value);
        return out.toPayload();
    }

    private static <T> T read(Codec<T> codec, Payload payload) {
        return new ValueReader(payload).read(codec);
    }
}
