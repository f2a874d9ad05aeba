package dev.runinprocess.tests.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runinprocess.PoolTask;
import dev.runinprocess.ProcessPool;
import dev.runinprocess.failure.WorkerDiedException;
import dev.runinprocess.tests.testing.Await;
import dev.runinprocess.tests.testing.LeavesNothing;
import dev.runinprocess.tests.testing.Signals;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What a pool does with the tasks it is given. */
@ExtendWith(LeavesNothing.class)
final class ProcessPoolTest {
    @Test
    void call_returnsTheResult() throws Exception {
        try (ProcessPool pool = ProcessPool.of(2)) {
            assertThat(pool.call(SquareLauncher.call(5))).isEqualTo(25);
            assertThat(pool.call(SquareLauncher.with().x(3).call())).isEqualTo(9);
            assertThat(pool.call(WorkerPidLauncher.call()))
                    .isNotEqualTo(ProcessHandle.current().pid());
        }
    }

    @Test
    void call_throwsWhatTheMethodThrew() throws Exception {
        try (ProcessPool pool = ProcessPool.of(1)) {
            assertThatThrownBy(() -> pool.call(ParseLauncher.call("a")))
                    .isInstanceOf(ExecutionException.class)
                    .hasStackTraceContaining("ProcessPoolTest")
                    .cause()
                    .isInstanceOf(NumberFormatException.class)
                    .hasMessage("For input string: \"a\"")
                    .hasStackTraceContaining("PoolTasks.parse");
            assertThat(pool.call(ParseLauncher.call("1"))).isEqualTo(1);
        }
    }

    @Test
    void map_returnsResultsInOrder() throws Exception {
        List<Integer> inputs = IntStream.range(0, 1000).boxed().toList();
        List<Integer> squares = inputs.stream().map(x -> x * x).toList();
        try (ProcessPool pool = ProcessPool.of(3)) {
            assertThat(pool.map(SquareLauncher::call, inputs)).isEqualTo(squares);
            assertThat(pool.map(SquareLauncher::call, inputs, 1)).isEqualTo(squares);
            assertThat(pool.map(SquareLauncher::call, inputs, 7)).isEqualTo(squares);
            assertThat(pool.map(x -> MultiplyLauncher.call(x, 2), inputs))
                    .isEqualTo(inputs.stream().map(x -> x * 2).toList());
            assertThat(pool.map(SquareLauncher::call, List.of())).isEmpty();
        }
    }

    @Test
    void submit_runsCallbacksThatUseThePool() throws Exception {
        try (ProcessPool pool = ProcessPool.of(1)) {
            CompletableFuture<Integer> chain = pool.submit(SquareLauncher.call(2))
                    .thenApply(four -> {
                        try {
                            return pool.call(SquareLauncher.call(four));
                        } catch (ExecutionException | InterruptedException e) {
                            throw new IllegalStateException(e);
                        }
                    });
            assertThat(chain.get()).isEqualTo(16);
        }
    }

    @Test
    void stream_givesResultsOfEndlessInputs() {
        try (ProcessPool pool = ProcessPool.of(2)) {
            Iterable<Integer> endless = () -> IntStream.iterate(0, x -> x + 1).iterator();
            try (var squares = pool.stream(SquareLauncher::call, endless)) {
                assertThat(squares.limit(500))
                        .containsExactlyElementsOf(
                                IntStream.range(0, 500).mapToObj(x -> x * x).toList());
            }
            try (var squares = pool.streamUnordered(SquareLauncher::call, endless)) {
                assertThat(squares.limit(50)).hasSize(50).doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void workerThatDies_failsItsTaskAndNoOther(@TempDir Path directory) throws Exception {
        Path here = directory.resolve("here");
        try (ProcessPool pool = ProcessPool.of(1)) {
            PoolTask<Void> doomed = pool.submit(StayLauncher.call(here));
            List<PoolTask<Integer>> others = IntStream.range(0, 20)
                    .mapToObj(x -> pool.submit(SquareLauncher.call(x)))
                    .toList();
            Await.untilAsserted(() -> assertThat(here).isNotEmptyFile());
            Signals.send("KILL", Long.parseLong(Files.readString(here)));

            assertThatThrownBy(doomed::get).isInstanceOfSatisfying(WorkerDiedException.class, died -> {
                assertThat(died.task()).isEqualTo("PoolTasks.stay");
                assertThat(died.argumentNames()).containsExactly("here");
                assertThat(died.signal()).hasValue(9);
            });
            for (int x = 0; x < 20; x++) {
                assertThat(others.get(x).get()).isEqualTo(x * x);
            }
        }
    }

    @Test
    void closedPool_takesNoMoreTasks() {
        ProcessPool pool = ProcessPool.of(1);
        pool.close();
        pool.close();

        assertThat(pool.isTerminated()).isTrue();
        assertThatThrownBy(() -> pool.submit(SquareLauncher.call(1)))
                .isInstanceOf(RejectedExecutionException.class)
                .hasMessageContaining("is closed");
    }
}
