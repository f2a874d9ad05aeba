package dev.runinprocess.tests.stress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.ProcessOptions;
import dev.runinprocess.ProcessPool;
import dev.runinprocess.RunInProcess;
import dev.runinprocess.tests.testing.LeavesNothing;
import java.io.File;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Property: pools give each task's result once and leave nothing behind, however many tasks there are, however often workers are replaced, and however large results are.
 *
 * <p>Command: {@code mvn -Pstress -pl integration-tests -am verify -Dtest=PoolStressTest -Dsurefire.failIfNoSpecifiedTests=false}; {@code -Dtest.recycled=}, {@code -Dtest.tiny=},
 * {@code -Dtest.workers=} for other numbers.
 */
@Tag("stress")
@ExtendWith(LeavesNothing.class)
@Timeout(value = 25, unit = TimeUnit.MINUTES)
final class PoolStressTest {
    private static final int LARGE_BYTES = 100 * 1000 * 1000;
    private static final long MEBIBYTE = 1 << 20;

    @RunInProcess
    static long triple(long number) {
        return 3 * number;
    }

    /** This JVM's, and no other's: process ids are used again. */
    private static final UUID IDENTITY = UUID.randomUUID();

    @RunInProcess
    static UUID whoAmI() {
        return IDENTITY;
    }

    @RunInProcess
    static byte[] large(int bytes, byte with) {
        byte[] result = new byte[bytes];
        Arrays.fill(result, with);
        return result;
    }

    @Test
    void workersReplacedAfterTwoTasks_leaveNothing_andLoseNoTask() throws Exception {
        int tasks = Integer.getInteger("test.recycled", 10_000);
        long filesBefore = openFiles();
        try (ProcessPool pool =
                ProcessPool.builder().workers(4).maxTasksPerChild(2).start()) {
            List<UUID> answers = pool.map(
                    i -> WhoAmILauncher.call(),
                    IntStream.range(0, tasks).boxed().toList(),
                    1);

            assertThat(answers).hasSize(tasks);
            Set<UUID> workers = new HashSet<>(answers);
            assertThat(workers.size()).isGreaterThanOrEqualTo(tasks / 2);
        }
        assertThat(openFiles()).isLessThan(filesBefore + 50);
    }

    @Test
    void millionTinyTasks_leaveTheParentsHeapAsItWas() {
        int tasks = Integer.getInteger("test.tiny", 1_000_000);
        Iterable<Long> inputs =
                () -> IntStream.range(0, tasks).mapToObj(i -> (long) i).iterator();
        try (ProcessPool pool = ProcessPool.of(2);
                Stream<Long> results = pool.stream(TripleLauncher::call, inputs)) {
            long[] next = {0};
            long[] early = {0};
            results.forEach(result -> {
                assertThat(result).isEqualTo(3 * next[0]++);
                if (next[0] == tasks / 10) {
                    early[0] = usedAfterCollection();
                }
            });
            assertThat(next[0]).isEqualTo(tasks);
            assertThat(usedAfterCollection()).isLessThan(early[0] + 8 * MEBIBYTE);
        }
    }

    @Test
    void resultsOfAHundredMegabytes_comeWhole() throws Exception {
        try (ProcessPool pool = ProcessPool.of(2)) {
            for (byte with = 1; with <= 4; with++) {
                byte[] result = pool.call(LargeLauncher.call(LARGE_BYTES, with));
                assertThat(result.length).isEqualTo(LARGE_BYTES);
                assertThat(result[LARGE_BYTES - 1]).isEqualTo(with);
                assertThat(result[LARGE_BYTES / 2]).isEqualTo(with);
            }
        }
    }

    @Test
    void poolOfManyWorkers_doesItsWork() throws Exception {
        int workers = Integer.getInteger("test.workers", 200);
        List<Long> numbers = IntStream.range(0, 1000).mapToObj(i -> (long) i).toList();
        try (ProcessPool pool = ProcessPool.builder()
                .workers(workers)
                .options(ProcessOptions.defaults().maxHeap("16m").jvmArgs("-XX:+UseSerialGC"))
                .start()) {
            assertThat(pool.map(TripleLauncher::call, numbers))
                    .isEqualTo(numbers.stream().map(i -> 3 * i).toList());
        }
    }

    private static long usedAfterCollection() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static long openFiles() {
        String[] files = new File("/proc/self/fd").list();
        return files == null ? 0 : files.length;
    }
}
