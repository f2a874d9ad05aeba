package dev.runinprocess.memory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runinprocess.codec.ValueReader;
import dev.runinprocess.codec.ValueWriter;
import dev.runinprocess.failure.NotTransferableException;
import dev.runinprocess.failure.OutOfSharedMemoryException;
import dev.runinprocess.internal.session.ProcessContext;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes in shared memory. */
final class SharedMemoryTest {
    private final List<SharedMemory> made = new ArrayList<>();

    private SharedMemory create(long bytes) {
        return kept(SharedMemory.create(bytes));
    }

    private SharedMemory create(long bytes, MemoryOptions options) throws FileAlreadyExistsException {
        return kept(SharedMemory.create(bytes, options));
    }

    private SharedMemory kept(SharedMemory memory) {
        made.add(memory);
        return memory;
    }

    @AfterEach
    void close() {
        made.forEach(SharedMemory::close);
    }

    private static String newName() {
        return "test-" + ProcessHandle.current().pid() + "-" + System.nanoTime();
    }

    @Test
    void create_hasItsSize_zeros_andATextForm() {
        SharedMemory memory = create(1000);
        assertThat(memory.size()).isEqualTo(1000);
        byte[] bytes = new byte[1000];
        memory.get(0, bytes);
        assertThat(bytes).containsOnly(0);
        assertThat(memory).hasToString("SharedMemory[name=" + memory.name() + ", size=1000]");
    }

    @Test
    void numbers_areReadAsTheyWereWritten_atAnyOffset() {
        SharedMemory memory = create(100);
        for (int offset = 0; offset < 9; offset++) {
            memory.putByte(offset, (byte) -3);
            assertThat(memory.getByte(offset)).isEqualTo((byte) -3);
            memory.putShort(offset, (short) -300);
            assertThat(memory.getShort(offset)).isEqualTo((short) -300);
            memory.putChar(offset, 'ß');
            assertThat(memory.getChar(offset)).isEqualTo('ß');
            memory.putInt(offset, -70_000);
            assertThat(memory.getInt(offset)).isEqualTo(-70_000);
            memory.putLong(offset, 1L << 40);
            assertThat(memory.getLong(offset)).isEqualTo(1L << 40);
            memory.putFloat(offset, 1.5f);
            assertThat(memory.getFloat(offset)).isEqualTo(1.5f);
            memory.putDouble(offset, Math.PI);
            assertThat(memory.getDouble(offset)).isEqualTo(Math.PI);
        }
        memory.putLong(92, 42);
        assertThat(memory.getLong(92)).isEqualTo(42);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 93, 100, 1L << 32, 1L << 62, Long.MAX_VALUE, Long.MIN_VALUE})
    void access_outside_isRefused(long offset) {
        SharedMemory memory = create(100);
        assertThatThrownBy(() -> memory.getLong(offset))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessageContaining("offset=" + offset)
                .hasMessageContaining("size=100");
        assertThatThrownBy(() -> memory.putLong(offset, 1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> memory.get(offset, new byte[8])).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> memory.put(offset, new byte[8])).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> memory.buffer(offset, 8)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void bulkCopies_moveWhatTheySay() {
        SharedMemory memory = create(100);
        memory.put(10, "hello, world".getBytes(UTF_8), 7, 5);
        byte[] target = new byte[7];
        memory.get(10, target, 1, 5);
        assertThat(new String(target, UTF_8)).isEqualTo("\0world\0");

        ByteBuffer source = ByteBuffer.wrap("abcdef".getBytes(UTF_8), 2, 3);
        memory.put(50, source);
        assertThat(source.hasRemaining()).isFalse();
        assertThat(source.limit()).isEqualTo(5);
        ByteBuffer copy = ByteBuffer.allocate(3);
        memory.get(50, copy);
        assertThat(new String(copy.array(), UTF_8)).isEqualTo("cde");
    }

    @Test
    void buffer_isTheMemoryItself_alsoAfterClose() {
        SharedMemory memory = create(100);
        ByteBuffer whole = memory.buffer();
        ByteBuffer part = memory.buffer(10, 20);
        assertThat(whole.order()).isEqualTo(ByteOrder.nativeOrder());
        assertThat(part.order()).isEqualTo(ByteOrder.nativeOrder());
        memory.close();

        part.putInt(4, 77);
        assertThat(whole.getInt(14)).isEqualTo(77);
        assertThat(part.capacity()).isEqualTo(20);
    }

    @Test
    void attach_byName_seesTheSameBytes() throws IOException {
        String name = newName();
        SharedMemory memory = create(512, MemoryOptions.defaults().named(name));
        SharedMemory other = kept(SharedMemory.attach(name));
        memory.putInt(100, 5);
        assertThat(other.getInt(100)).isEqualTo(5);
        assertThat(other.size()).isEqualTo(512);
        assertThat(other.name()).isEqualTo(name).isEqualTo(memory.name());
    }

    @Test
    void attach_byAMadeUpName_seesTheSameBytes() throws IOException {
        SharedMemory memory = create(512);
        SharedMemory other = kept(SharedMemory.attach(memory.name()));
        other.putInt(100, 5);
        assertThat(memory.getInt(100)).isEqualTo(5);
    }

    @Test
    void close_ofWhatWasAttached_removesNothing() throws IOException {
        SharedMemory memory = create(512, MemoryOptions.defaults().named(newName()));
        SharedMemory.attach(memory.name()).close();
        SharedMemory other = kept(SharedMemory.attach(memory.name()));
        assertThat(other.isClosed()).isFalse();
    }

    @Test
    void close_ofWhatWasCreated_removesItForNewcomersOnly() throws IOException {
        SharedMemory memory = create(512, MemoryOptions.defaults().named(newName()));
        SharedMemory other = kept(SharedMemory.attach(memory.name()));
        memory.putInt(0, 9);
        memory.close();
        memory.close();

        assertThat(memory.isClosed()).isTrue();
        assertThat(memory.toString()).endsWith(", closed]");
        assertThatThrownBy(() -> SharedMemory.attach(memory.name()))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessageContaining(memory.name());
        assertThat(other.getInt(0)).isEqualTo(9);
        other.putInt(0, 10);
        assertThat(other.buffer().getInt(0)).isEqualTo(10);
    }

    @Test
    void access_afterClose_isRefused() {
        SharedMemory memory = create(512);
        memory.close();
        assertThatThrownBy(() -> memory.getInt(0))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
        assertThatThrownBy(() -> memory.putInt(0, 1)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> memory.get(0, new byte[1])).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(memory::buffer).isInstanceOf(IllegalStateException.class);
        assertThat(memory.size()).isEqualTo(512);
    }

    @Test
    void unlink_removesTheNameOnce_byWhomever() throws IOException {
        SharedMemory memory = create(512, MemoryOptions.defaults().named(newName()));
        SharedMemory other = kept(SharedMemory.attach(memory.name()));
        other.unlink();
        assertThatThrownBy(() -> SharedMemory.attach(memory.name())).isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(memory::unlink).isInstanceOf(NoSuchFileException.class);
        memory.putInt(0, 4);
        assertThat(other.getInt(0)).isEqualTo(4);
    }

    @Test
    void create_ofATakenName_isRefused_untilItIsFree() throws IOException {
        MemoryOptions named = MemoryOptions.defaults().named(newName());
        SharedMemory memory = create(10, named);
        assertThatThrownBy(() -> SharedMemory.create(10, named))
                .isInstanceOf(FileAlreadyExistsException.class)
                .hasMessageContaining(memory.name());
        memory.close();
        assertThat(create(20, named).size()).isEqualTo(20);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "../x",
                "a/b",
                "/dev/shm/x",
                "a\0b",
                "-a",
                "1a",
                ".hidden",
                "ä",
                "a b",
                "a\n",
                "~a"
            })
    void names_thatCouldBeSomethingElse_areRefused(String name) {
        assertThatThrownBy(() -> MemoryOptions.defaults().named(name)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SharedMemory.attach(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("starts with a letter");
    }

    @Test
    void names_mayBeLong_butNotTooLong() throws IOException {
        String longest = "n".repeat(200);
        create(1, MemoryOptions.defaults().named(longest));
        assertThat(kept(SharedMemory.attach(longest)).size()).isEqualTo(1);
        assertThatThrownBy(() -> MemoryOptions.defaults().named(longest + "n"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void create_withoutBytes_isRefused(long bytes) {
        assertThatThrownBy(() -> SharedMemory.create(bytes))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("bytes=" + bytes);
    }

    @Test
    void create_withoutRoom_saysSo() {
        assertThatThrownBy(() -> SharedMemory.create(1L << 50)).isInstanceOf(OutOfSharedMemoryException.class);
    }

    @Test
    void sparse_severalGigabytes_haveAllTheirOffsets() throws IOException {
        long bytes = 5L << 30;
        SharedMemory memory = create(bytes, MemoryOptions.defaults().sparse());
        SharedMemory other = kept(SharedMemory.attach(memory.name()));
        long[] offsets = {0, (1L << 30) - 8, (1L << 30) - 3, 1L << 30, (1L << 31) - 1, (1L << 32) + 5, bytes - 8};
        for (long offset : offsets) {
            memory.putLong(offset, offset + 1);
            assertThat(other.getLong(offset)).isEqualTo(offset + 1);
        }
        assertThatThrownBy(() -> memory.getLong(bytes - 7)).isInstanceOf(IndexOutOfBoundsException.class);

        byte[] straddling = new byte[100];
        straddling[0] = 1;
        straddling[99] = 2;
        memory.put((1L << 31) - 50, straddling);
        byte[] copy = new byte[100];
        other.get((1L << 31) - 50, copy);
        assertThat(copy).isEqualTo(straddling);
        ByteBuffer view = other.buffer((1L << 31) - 50, 100);
        assertThat(view.get(99)).isEqualTo((byte) 2);
        view.put(98, (byte) 3);
        assertThat(memory.getByte((1L << 31) + 48)).isEqualTo((byte) 3);
        assertThatThrownBy(memory::buffer)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("too large for one buffer");
        assertThat(memory.buffer(1L << 30, Integer.MAX_VALUE).capacity()).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void file_isForThisUserOnly() throws IOException {
        SharedMemory memory = create(10);
        Path file = fileOf(memory);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directoryOf(memory))))
                .isEqualTo("rwx------");
    }

    /** The made-up name tells where it is. */
    private static Path directoryOf(SharedMemory memory) {
        String[] parts = memory.name().split("-", -1);
        return ProcessContext.current().sharedBase().resolve("runinprocess-" + parts[0] + "-" + parts[1]);
    }

    private static Path fileOf(SharedMemory memory) {
        String[] parts = memory.name().split("-", -1);
        return directoryOf(memory).resolve("segment-" + parts[2] + "-" + parts[3]);
    }

    @Test
    void createAndClose_manyTimes_leavesNoFile() throws IOException {
        Path directory = directoryOf(create(1));
        List<Path> before = filesIn(directory);
        for (int i = 0; i < 5000; i++) {
            SharedMemory.create(1 + i % 10_000).close();
        }
        assertThat(filesIn(directory)).hasSameSizeAs(before);
    }

    private static List<Path> filesIn(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        }
    }

    @Test
    void close_whileAnotherThreadReads_endsThatByAnException() throws Exception {
        SharedMemory memory = create(1 << 16);
        CountDownLatch reading = new CountDownLatch(1);
        AtomicReference<Throwable> end = new AtomicReference<>();
        Thread reader = new Thread(() -> {
            try {
                for (int round = 0; ; round++) {
                    for (int i = 0; i < 1 << 16; i += 8) {
                        memory.getLong(i);
                    }
                    if (round == 100) {
                        reading.countDown();
                    }
                }
            } catch (IllegalStateException e) {
                end.set(e);
            }
        });
        reader.start();
        reading.await();
        memory.close();
        System.gc();
        reader.join();
        assertThat(end.get()).hasMessageContaining("closed");
    }

    @Test
    void codec_givesAnotherHandleOfTheSameMemory() {
        SharedMemory memory = create(100);
        SharedMemory other = kept(sent(memory));
        other.putInt(0, 3);
        assertThat(memory.getInt(0)).isEqualTo(3);
        assertThat(other.name()).isEqualTo(memory.name());
        other.close();
        assertThat(kept(sent(memory)).size()).isEqualTo(100);
    }

    @Test
    void codec_refusesWhatIsClosed_atBothEnds() {
        SharedMemory memory = create(100);
        ValueWriter out = new ValueWriter();
        out.write(SharedMemory.codec(), memory);
        memory.close();
        assertThatThrownBy(() -> sent(memory))
                .isInstanceOf(NotTransferableException.class)
                .hasMessageContaining("is closed");
        assertThatThrownBy(() -> new ValueReader(out.toPayload()).read(SharedMemory.codec()))
                .isInstanceOf(NotTransferableException.class)
                .hasMessageContaining("was gone before its handle arrived")
                .hasCauseInstanceOf(NoSuchFileException.class);
    }

    private static SharedMemory sent(SharedMemory memory) {
        ValueWriter out = new ValueWriter();
        out.write(SharedMemory.codec(), memory);
        return new ValueReader(out.toPayload()).read(SharedMemory.codec());
    }
}
