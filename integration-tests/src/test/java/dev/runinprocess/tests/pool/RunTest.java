package dev.runinprocess.tests.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runinprocess.Call;
import dev.runinprocess.PoolTask;
import dev.runinprocess.ProcessPool;
import dev.runinprocess.Progress;
import dev.runinprocess.failure.WorkerDiedException;
import dev.runinprocess.tests.testing.Await;
import dev.runinprocess.tests.testing.LeavesNothing;
import dev.runinprocess.tests.testing.Signals;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Calls of a map that go through a pool together: whatever happens to one happens to no other. */
@ExtendWith(LeavesNothing.class)
final class RunTest {
    private static final int STEPS = 60;
    private static final int SPECIAL_STEP = 20;

    @TempDir
    Path directory;

    private final List<Progress> told = new CopyOnWriteArrayList<>();

    /** All go to one worker at first. */
    private static List<Integer> inputs() {
        return IntStream.range(0, STEPS).boxed().toList();
    }

    private Function<Integer, Call<Integer>> steps(PoolTasks.Special special) {
        return number ->
                StepLauncher.call(directory, number, number == SPECIAL_STEP ? special : PoolTasks.Special.NOTHING);
    }

    private void assertThatEachRanOnce() {
        for (int number = 0; number < STEPS; number++) {
            assertThat(directory.resolve("step-" + number)).hasSize(1);
        }
    }

    private Progress last() {
        return told.get(told.size() - 1);
    }

    @Test
    void deathInTheMiddle_failsTheOneThatRan_andLosesNoResult() {
        try (ProcessPool pool = ProcessPool.of(1)) {
            assertThatThrownBy(() -> pool.withProgress(told::add).map(steps(PoolTasks.Special.HALT), inputs(), STEPS))
                    .isInstanceOf(WorkerDiedException.class)
                    .hasMessageContaining("PoolTasks.step");
        }

        assertThat(last().failed()).isEqualTo(1);
        assertThat(last().succeeded()).isEqualTo(STEPS - 1);
        assertThatEachRanOnce();
    }

    @Test
    void deathsInTheMiddle_ofIdempotentCalls_repeatOnlyThoseThatRan() throws Exception {
        for (int number : inputs()) {
            if (number % SPECIAL_STEP != 1) {
                Files.writeString(directory.resolve("step-" + number), "x");
            }
        }
        try (ProcessPool pool = ProcessPool.builder().workers(1).retries(1).start()) {
            List<Integer> results = pool.map(
                    number -> DieOnceLauncher.call(directory.resolve("step-" + number), number)
                            .idempotent(),
                    inputs(),
                    STEPS);

            assertThat(results).isEqualTo(inputs());
        }
        for (int number : inputs()) {
            assertThat(directory.resolve("step-" + number)).hasSize(2);
        }
    }

    /** Wherever the workers are. */
    @Test
    void deathsAmongTinyCalls_failOneEach() throws Exception {
        List<Integer> many = IntStream.range(0, 50_000).boxed().toList();
        try (ProcessPool pool = ProcessPool.of(2)) {
            for (int round = 1; round <= 3; round++) {
                told.clear();
                assertThat(pool.map(SquareLauncher::call, many)).hasSameSizeAs(many);
                long worker = pool.call(WorkerPidLauncher.call());
                PoolTask<List<Integer>> map = pool.withProgress(told::add).mapAsync(SquareLauncher::call, many);
                for (int spin = 0; spin < 100_000 * round && !map.isDone(); spin++) {
                    Thread.onSpinWait();
                }
                Signals.send("KILL", worker);

                try {
                    assertThat(map.get())
                            .isEqualTo(many.stream().map(x -> x * x).toList());
                } catch (WorkerDiedException died) {
                    assertThat(last().failed()).isEqualTo(1);
                }
                assertThat(last().succeeded() + last().failed()).isEqualTo(many.size());
                Await.end(worker);
            }
        }
    }

    @Test
    void exceptionOfOne_isThatOfNoOther() {
        try (ProcessPool pool = ProcessPool.of(1)) {
            assertThatThrownBy(() -> pool.withProgress(told::add).map(steps(PoolTasks.Special.THROW), inputs(), STEPS))
                    .isInstanceOf(ExecutionException.class)
                    .hasRootCauseMessage("step " + SPECIAL_STEP);
        }

        assertThat(last().failed()).isEqualTo(1);
        assertThat(last().succeeded()).isEqualTo(STEPS - 1);
        assertThatEachRanOnce();
    }

    @Test
    void cancelInTheMiddle_interruptsTheOneThatRuns_andBeginsNoOther() throws Exception {
        try (ProcessPool pool = ProcessPool.of(1)) {
            long worker = pool.call(WorkerPidLauncher.call());
            PoolTask<List<Integer>> map = pool.mapAsync(steps(PoolTasks.Special.STAY), inputs(), STEPS);
            Await.file(directory.resolve("here"));

            map.cancel(true);

            Await.file(directory.resolve("interrupted"));
            assertThat(pool.call(WorkerPidLauncher.call())).isEqualTo(worker);
            Await.untilAsserted(() -> assertThat(pool.snapshot().unfinished()).isZero());
        }
        assertThat(directory.resolve("step-" + SPECIAL_STEP)).hasSize(1);
        assertThat(directory.resolve("step-" + (SPECIAL_STEP + 1))).doesNotExist();
    }

    @Test
    void cancelOfAMapWhoseRunWasParted_endsAllItsParts() throws Exception {
        try (ProcessPool pool = ProcessPool.of(2)) {
            PoolTask<List<Integer>> map = pool.mapAsync(
                    number -> StepLauncher.call(
                            directory,
                            number,
                            number == SPECIAL_STEP || number == SPECIAL_STEP + 1
                                    ? PoolTasks.Special.WAIT
                                    : PoolTasks.Special.NOTHING),
                    inputs(),
                    STEPS);
            // By the other worker, behind which the rest waits then.
            Await.file(directory.resolve("step-" + (SPECIAL_STEP + 1)));

            map.cancel(false);
            Files.createFile(directory.resolve("go"));

            assertThat(pool.call(SquareLauncher.call(3))).isEqualTo(9);
            assertThat(pool.call(SquareLauncher.call(4))).isEqualTo(16);
        }
        assertThat(directory.resolve("step-" + (STEPS - 1))).doesNotExist();
    }

    @Test
    void longCall_doesNotKeepTheRestOfItsRun() throws Exception {
        try (ProcessPool pool = ProcessPool.of(2)) {
            PoolTask<List<Integer>> map = pool.mapAsync(steps(PoolTasks.Special.WAIT), inputs(), STEPS);
            Await.file(directory.resolve("here"));

            Await.file(directory.resolve("step-" + (STEPS - 1)));

            Files.createFile(directory.resolve("go"));
            assertThat(map.get()).isEqualTo(inputs());
        }
        assertThatEachRanOnce();
    }

    /** Some are larger than a run's answer, and than the ring. */
    @Test
    void resultsOfAllSizes_comeInTheirOrder() throws Exception {
        List<Integer> lengths = List.of(1, 10_000, 3, 16_000, 500_000, 0, 7, 16_384, 5, 2_000, 2_000, 9, 40_000);
        try (ProcessPool pool = ProcessPool.of(1)) {
            List<byte[]> results = pool.map(ZerosLauncher::call, lengths, lengths.size());

            assertThat(results.stream().map(bytes -> bytes.length).toList()).isEqualTo(lengths);
        }
    }

    @Test
    void workers_areReplacedInTheMiddleOfARun() throws Exception {
        try (ProcessPool pool =
                ProcessPool.builder().workers(1).maxTasksPerChild(25).start()) {
            List<Long> pids = pool.map(number -> WorkerPidLauncher.call(), inputs(), STEPS);

            Map<Long, Long> tasks = pids.stream().collect(Collectors.groupingBy(pid -> pid, Collectors.counting()));
            assertThat(tasks.values()).containsExactlyInAnyOrder(25L, 25L, 10L);
        }
    }
}
