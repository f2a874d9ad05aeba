package dev.runinprocess.internal.shm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runinprocess.failure.OutOfSharedMemoryException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of shared memory. */
final class SegmentFileTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource
    void create_makesAPrivateFileOfZeros(Pages pages) throws IOException {
        Path file = directory.resolve("segment");
        SegmentFile.create(file, 100_001, pages);

        assertThat(Files.size(file)).isEqualTo(100_001);
        assertThat(Files.readAllBytes(file)).containsOnly(0);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(files()).containsExactly(file);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 64 * 1024, 64 * 1024 + 1, 1024 * 1024})
    void create_reserved_hasAllItsBytes(long bytes) throws IOException {
        Path file = directory.resolve("segment");
        SegmentFile.create(file, bytes, Pages.RESERVED);
        assertThat(Files.size(file)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void create_withoutBytes_isRefused(long bytes) {
        assertThatThrownBy(() -> SegmentFile.create(directory.resolve("segment"), bytes, Pages.SPARSE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("bytes=" + bytes);
        assertThat(files()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void create_andMap_onAnInterruptedThread_workAndKeepTheInterrupt(Pages pages) throws IOException {
        Path file = directory.resolve("segment");
        Thread.currentThread().interrupt();
        try {
            SegmentFile.create(file, 100_001, pages);
            assertThat(SegmentFile.map(file, 0, 100_001).capacity()).isEqualTo(100_001);
            assertThat(SegmentFile.mapAll(file).bytes()).isEqualTo(100_001);
            assertThat(SegmentFile.createMapped(directory.resolve("other"), 5_000, pages)
                            .bytes())
                    .isEqualTo(5_000);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(files()).hasSize(2);
    }

    @Test
    void create_underATakenName_leavesTheOtherAlone() throws IOException {
        Path file = Files.writeString(directory.resolve("segment"), "mine");
        assertThatThrownBy(() -> SegmentFile.create(file, 10, Pages.RESERVED))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(file).hasContent("mine");
        assertThat(files()).containsExactly(file);
    }

    @ParameterizedTest
    @EnumSource
    void createMapped_underATakenName_leavesTheOtherAlone(Pages pages) throws IOException {
        Path file = Files.writeString(directory.resolve("segment"), "mine");
        assertThatThrownBy(() -> SegmentFile.createMapped(file, 10, pages))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(file).hasContent("mine");
        assertThat(files()).containsExactly(file);
    }

    @ParameterizedTest
    @EnumSource
    void createMapped_whatCannotBe_leavesNothing(Pages pages) {
        assertThatThrownBy(() -> SegmentFile.createMapped(directory.resolve("segment"), Long.MAX_VALUE, pages))
                .isInstanceOf(OutOfSharedMemoryException.class);
        assertThatThrownBy(() -> SegmentFile.createMapped(directory.resolve("segment"), 0, pages))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(files()).isEmpty();
    }

    @Test
    void create_byManyAtOnce_succeedsForOne() throws Exception {
        Path file = directory.resolve("segment");
        Callable<Boolean> attempt = () -> {
            try {
                SegmentFile.create(file, 4096, Pages.RESERVED);
                return true;
            } catch (FileAlreadyExistsException e) {
                return false;
            }
        };
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            int made = 0;
            for (Future<Boolean> each : threads.invokeAll(
                    IntStream.range(0, 100).mapToObj(i -> attempt).toList())) {
                made += each.get() ? 1 : 0;
            }
            assertThat(made).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
        assertThat(files()).containsExactly(file);
    }

    @Test
    void create_withoutRoom_saysSoAndLeavesNothing() {
        assertThatThrownBy(() -> SegmentFile.create(directory.resolve("segment"), 1L << 50, Pages.RESERVED))
                .isInstanceOfSatisfying(OutOfSharedMemoryException.class, e -> {
                    assertThat(e.directory()).isEqualTo(directory);
                    assertThat(e.bytesWanted()).isEqualTo(1L << 50);
                    assertThat(e.bytesFree()).isPositive().isLessThan(1L << 50);
                })
                .hasMessageContaining(directory.toString())
                .hasMessageContaining("bytesWanted=1125899906842624, bytesFree=")
                .hasMessageContaining("-Druninprocess.sharedDirectory");
        assertThat(files()).isEmpty();
    }

    @Test
    void create_inADirectoryThatDoesNotExist_isNoLackOfRoom() {
        assertThatThrownBy(() -> SegmentFile.create(directory.resolve("gone/segment"), 1, Pages.RESERVED))
                .isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void map_showsThePartInBothMappings_alsoWhenTheFileIsGone() throws IOException {
        Path file = directory.resolve("segment");
        SegmentFile.create(file, 3000, Pages.SPARSE);
        ByteBuffer whole = SegmentFile.map(file, 0, 3000);
        ByteBuffer part = SegmentFile.map(file, 1000, 2000);
        assertThat(whole.order()).isEqualTo(ByteOrder.nativeOrder());

        part.putLong(8, 42);
        Files.delete(file);
        assertThat(whole.getLong(1008)).isEqualTo(42);
        assertThat(part.capacity()).isEqualTo(2000);
    }

    @Test
    void map_beyondTheEnd_isRefusedAndLengthensNothing() throws IOException {
        Path file = directory.resolve("segment");
        SegmentFile.create(file, 3000, Pages.SPARSE);
        assertThatThrownBy(() -> SegmentFile.map(file, 1, 3000))
                .isInstanceOf(EOFException.class)
                .hasMessageContaining("bytes=3000, expected=3001");
        assertThat(Files.size(file)).isEqualTo(3000);
    }

    @Test
    void map_followsNoLink() throws IOException {
        Path file = directory.resolve("segment");
        SegmentFile.create(file, 1, Pages.SPARSE);
        Path link = Files.createSymbolicLink(directory.resolve("link"), file);
        assertThatThrownBy(() -> SegmentFile.map(link, 0, 1)).isInstanceOf(IOException.class);
    }

    private List<Path> files() {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
