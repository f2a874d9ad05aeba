package dev.runinprocess.tests.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runinprocess.PoolTask;
import dev.runinprocess.ProcessPool;
import dev.runinprocess.Progress;
import dev.runinprocess.tests.testing.Await;
import dev.runinprocess.tests.testing.LeavesNothing;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What a listener is told of a pool's tasks. */
@ExtendWith(LeavesNothing.class)
final class ProgressListenerTest {
    private final List<Progress> told = new CopyOnWriteArrayList<>();

    @Test
    void map_hasToldAllWhenItReturns() throws Exception {
        try (ProcessPool pool = ProcessPool.of(2)) {
            List<Integer> inputs = IntStream.range(0, 500).boxed().toList();
            pool.map(SquareLauncher::call, inputs);
            assertThat(told).isEmpty();

            pool.withProgress(told::add).map(SquareLauncher::call, inputs);

            assertThat(last().succeeded()).isEqualTo(500);
            assertThat(last().isComplete()).isTrue();
        }
    }

    @Test
    void map_withFailures_countsThemApart() {
        try (ProcessPool pool = ProcessPool.of(2)) {
            assertThatThrownBy(
                            () -> pool.withProgress(told::add).map(x -> FailOnLauncher.call(3, x), List.of(1, 2, 3, 4)))
                    .isInstanceOf(ExecutionException.class);

            assertThat(last().succeeded()).isEqualTo(3);
            assertThat(last().failed()).isEqualTo(1);
        }
    }

    @Test
    void listener_isToldWhileATaskRuns_howManyHaveEnded(@TempDir Path directory) throws Exception {
        Path go = directory.resolve("go");
        try (ProcessPool pool = ProcessPool.of(1)) {
            ProcessPool watched = pool.withProgress(told::add);
            watched.call(SquareLauncher.call(1));
            PoolTask<Integer> slow = watched.submit(GoOnAtLauncher.call(directory.resolve("here"), go, 7));
            Await.until(
                    "the listener is told of one that has ended and one that has not",
                    () -> told.stream()
                            .anyMatch(progress -> progress.ended() == 1
                                    && progress.total().orElse(0) == 2
                                    && progress.timeLeft().isPresent()));
            Files.createFile(go);
            assertThat(slow.get()).isEqualTo(7);
            assertThat(last().isComplete()).isTrue();
        }
    }

    @Test
    void stream_ofUnknownLength_hasATotalAtItsEnd() {
        try (ProcessPool pool = ProcessPool.of(2)) {
            Iterable<Integer> inputs = () -> IntStream.range(0, 50).iterator();
            try (Stream<Integer> squares = pool.withProgress(told::add).stream(SquareLauncher::call, inputs)) {
                assertThat(squares).hasSize(50);
            }
            assertThat(last().succeeded()).isEqualTo(50);
            assertThat(last().isComplete()).isTrue();
        }
    }

    @Test
    void streamThatIsClosed_leavesOutWhatNobodyWants() {
        try (ProcessPool pool = ProcessPool.of(2)) {
            Iterable<Integer> endless = () -> IntStream.iterate(0, x -> x + 1).iterator();
            try (Stream<Integer> squares =
                    pool.withProgress(told::add).streamUnordered(SquareLauncher::call, endless)) {
                assertThat(squares.limit(5)).hasSize(5);
            }
            assertThat(last().failed()).isZero();
            assertThat(last().isComplete()).isTrue();
        }
    }

    @Test
    void cancelledTask_countsNoMore(@TempDir Path directory) throws Exception {
        try (ProcessPool pool = ProcessPool.of(1)) {
            ProcessPool watched = pool.withProgress(told::add);
            Path here = directory.resolve("here");
            PoolTask<Void> stays = watched.submit(StayLauncher.call(here));
            Await.file(here);
            stays.cancel(true);

            watched.call(SquareLauncher.call(1));

            assertThat(last().succeeded()).isEqualTo(1);
            assertThat(last().isComplete()).isTrue();
        }
    }

    @Test
    void listenerThatThrows_failsNoTask() throws Exception {
        try (ProcessPool pool = ProcessPool.of(1)) {
            ProcessPool watched = pool.withProgress(progress -> {
                throw new IllegalStateException("a listener's own failure");
            });
            assertThat(watched.map(SquareLauncher::call, List.of(1, 2))).containsExactly(1, 4);
        }
    }

    @Test
    void rejectedMap_leavesNothingToWaitFor() {
        ProcessPool pool = ProcessPool.of(1);
        pool.close();

        assertThatThrownBy(() -> pool.withProgress(told::add).map(SquareLauncher::call, List.of(1, 2, 3)))
                .isInstanceOf(RejectedExecutionException.class);

        assertThat(pool.isTerminated()).isTrue();
    }

    private Progress last() {
        return told.get(told.size() - 1);
    }
}
