package dev.runinprocess.tests.pool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.ProcessPool;
import dev.runinprocess.RunInProcess;
import dev.runinprocess.tests.testing.LeavesNothing;
import dev.runinprocess.tests.testing.Leftovers;
import dev.runinprocess.tests.testing.ParentProgram;
import dev.runinprocess.tests.testing.RunningProgram;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Many tasks, many workers one after the other, large results. {@code PoolStressTest} does the same with more of each. */
@ExtendWith(LeavesNothing.class)
final class VolumeTest {
    private static final int TASKS = 100_000;
    private static final int BYTES = 1 << 10;
    private static final int LARGE_BYTES = 100_000_000;

    @RunInProcess
    static byte[] fill(int bytes, byte with) {
        byte[] result = new byte[bytes];
        Arrays.fill(result, with);
        return result;
    }

    /** Streams more than its heap would hold if something of each task stayed. */
    static final class Streaming {
        private Streaming() {}

        public static void main(String[] args) {
            Iterable<Integer> inputs = () -> IntStream.range(0, TASKS).iterator();
            try (ProcessPool pool = ProcessPool.of(2);
                    Stream<byte[]> results = pool.streamUnordered(i -> FillLauncher.call(BYTES, (byte) 1), inputs)) {
                System.out.println(results.mapToLong(bytes -> bytes.length).sum());
            }
        }
    }

    @Test
    void manyTasks_needNoMoreOfTheParentsMemoryThanFew(@TempDir Path directory) {
        try (RunningProgram program =
                ParentProgram.of(Streaming.class, directory).option("-Xmx24m").start()) {
            assertThat(program.awaitExit()).as(program.toString()).isZero();
            assertThat(program.stdout()).isEqualTo((long) TASKS * BYTES + "\n");
        }
        Leftovers.in(directory).assertNone();
    }

    @Test
    void workersReplacedAfterTwoTasks_loseNone() throws Exception {
        List<Integer> tasks = IntStream.range(0, 20).boxed().toList();
        try (ProcessPool pool =
                ProcessPool.builder().workers(2).maxTasksPerChild(2).start()) {
            List<Long> workers = pool.map(i -> WorkerPidLauncher.call(), tasks, 1);
            assertThat(workers).hasSameSizeAs(tasks);
            assertThat(new HashSet<>(workers)).hasSizeGreaterThanOrEqualTo(10);
        }
    }

    @Test
    void workersThatAreGone_leaveNoFileOpenHere() throws Exception {
        List<Integer> tasks = IntStream.range(0, 40).boxed().toList();
        try (ProcessPool pool =
                ProcessPool.builder().workers(2).maxTasksPerChild(2).start()) {
            pool.map(SquareLauncher::call, tasks, 1);
            // Those of the workers that are there, and of some that have just gone.
            assertThat(openBells()).hasSizeLessThan(8);
        }
    }

    private static List<Path> openBells() throws IOException {
        List<Path> bells = new ArrayList<>();
        try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(Path.of("/proc/self/fd"))) {
            for (Path descriptor : descriptors) {
                if (Files.isSymbolicLink(descriptor)) {
                    bells.add(Files.readSymbolicLink(descriptor));
                }
            }
        }
        bells.removeIf(file -> !file.toString().contains("/bell-"));
        return bells;
    }

    @Test
    void resultOfAHundredMegabytes_comesWhole() throws Exception {
        try (ProcessPool pool = ProcessPool.of(1)) {
            byte[] result = pool.call(FillLauncher.call(LARGE_BYTES, (byte) 7));
            assertThat(result.length).isEqualTo(LARGE_BYTES);
            assertThat(result[0]).isEqualTo((byte) 7);
            assertThat(result[LARGE_BYTES - 1]).isEqualTo((byte) 7);
        }
    }
}
