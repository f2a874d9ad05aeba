package dev.runinprocess.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class FifoSupplyTest {
    @TempDir
    private Path directory;

    private FifoSupply supply;

    @BeforeEach
    void create() {
        supply = new FifoSupply(directory);
    }

    @Test
    void take_givesAFifoForThisUserOnly() throws IOException {
        try (Fifo fifo = supply.take()) {
            Path path = Path.of(fifo.path());
            assertThat(path).hasParent(directory);
            assertThat(Files.readAttributes(path, "unix:mode").get("mode"))
                    .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.INTEGER)
                    .satisfies(mode -> assertThat(mode & 0170000).isEqualTo(0010000));
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void take_again_givesAnother() throws IOException {
        List<Fifo> taken = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            taken.add(supply.take());
        }
        assertThat(taken.stream().map(Fifo::path)).doesNotHaveDuplicates();
        taken.forEach(Fifo::close);
    }

    @Test
    void take_byManyThreads_givesEachItsOwn() throws Exception {
        Set<String> paths = ConcurrentHashMap.newKeySet();
        Callable<Boolean> take = () -> {
            try (Fifo fifo = supply.take()) {
                return paths.add(fifo.path());
            }
        };
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Boolean>> takes =
                    Stream.generate(() -> take).limit(60).toList();
            for (Future<Boolean> first : threads.invokeAll(takes)) {
                assertThat(first.get()).isTrue();
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void take_afterSomebodyRemovedFifosMadeAhead_givesOneThatIsThere() throws IOException {
        supply.take().close();
        try (Stream<Path> madeAhead = Files.list(directory)) {
            assertThat(madeAhead.filter(FifoSupplyTest::delete)).isNotEmpty();
        }

        try (Fifo fifo = supply.take()) {
            assertThat(Path.of(fifo.path())).exists();
        }
    }

    private static boolean delete(Path file) {
        return file.toFile().delete();
    }

    @Test
    void take_byAnInterruptedThread_works_andKeepsTheInterrupt() throws IOException {
        Thread.currentThread().interrupt();
        supply.take().close();
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void take_inADirectoryThatIsGone_fails_andWorksOnceItIsBack() throws IOException {
        Path gone = directory.resolve("gone");
        FifoSupply homeless = new FifoSupply(gone);

        assertThatThrownBy(homeless::take)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("mkfifo")
                .hasMessageContaining(gone.toString());

        Files.createDirectory(gone);
        homeless.take().close();
    }
}
