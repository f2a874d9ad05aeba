package dev.runinprocess.tests.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.runinprocess.PoolTask;
import dev.runinprocess.ProcessPool;
import dev.runinprocess.failure.PoolBrokenException;
import dev.runinprocess.failure.WorkerDiedException;
import dev.runinprocess.tests.testing.Await;
import dev.runinprocess.tests.testing.LeavesNothing;
import dev.runinprocess.tests.testing.Signals;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SIGKILL for a worker, whatever it is doing. */
@ExtendWith(LeavesNothing.class)
final class WorkerDeathTest {
    private static final byte[] MANY = new byte[30_000_000];

    @Test
    void deathOfAnIdleWorker_isMadeGood() throws Exception {
        try (ProcessPool pool = ProcessPool.of(1)) {
            long first = pool.call(WorkerPidLauncher.call());

            Signals.send("KILL", first);
            Await.end(first);

            assertThat(pool.call(WorkerPidLauncher.call())).isNotEqualTo(first);
        }
    }

    @Test
    void deathOfAWorkerThatReceives_leavesTheTaskToAnother() throws Exception {
        try (ProcessPool pool = ProcessPool.of(1)) {
            long first = pool.call(WorkerPidLauncher.call());
            Signals.send("STOP", first);
            PoolTask<byte[]> task = pool.submit(EchoLauncher.call(MANY));
            Await.until("the rest of it waits for room", WorkerDeathTest::isSomethingHalfSent);

            Signals.send("KILL", first);

            assertThat(task.get()).isEqualTo(MANY);
        }
    }

    private static boolean isSomethingHalfSent() {
        return Thread.getAllStackTraces().values().stream()
                .flatMap(Arrays::stream)
                .anyMatch(frame -> frame.getMethodName().equals("sleepUntilRoom"));
    }

    @ParameterizedTest
    @ValueSource(strings = {Staged.DECODING, Staged.ENCODING})
    void deathOfAWorkerThatDecodesOrEncodes_failsTheTask(String stage, @TempDir Path directory) throws Exception {
        Path marker = directory.resolve("marker");
        try (ProcessPool pool = ProcessPool.of(1)) {
            long worker = pool.call(WorkerPidLauncher.call());
            PoolTask<Staged> doomed = pool.submit(PassOnLauncher.call(new Staged(stage, marker)));
            PoolTask<Integer> next = pool.submit(SquareLauncher.call(3));
            Await.file(marker);

            Signals.send("KILL", worker);

            assertThatThrownBy(doomed::get)
                    .isInstanceOf(WorkerDiedException.class)
                    .hasMessageContaining("PoolTasks.passOn")
                    .hasMessageContaining("9 (SIGKILL)")
                    .hasMessageContaining("pid=" + worker);
            assertThat(next.get()).isEqualTo(9);
        }
    }

    /** Wherever it is in sending: the task has failed, or has its result; and no other has suffered. */
    @Test
    void deathOfAWorkerThatSends_failsTheTaskOrNone() throws Exception {
        try (ProcessPool pool = ProcessPool.of(1)) {
            for (int round = 0; round < 10; round++) {
                long worker = pool.call(WorkerPidLauncher.call());
                PoolTask<byte[]> large = pool.submit(EchoLauncher.call(MANY));
                PoolTask<Integer> next = pool.submit(SquareLauncher.call(round));
                for (int spin = 0; spin < 200_000 * round && !large.isDone(); spin++) {
                    Thread.onSpinWait();
                }
                Signals.send("KILL", worker);

                try {
                    assertThat(large.get()).isEqualTo(MANY);
                } catch (WorkerDiedException died) {
                    assertThat(died.task()).isEqualTo("PoolTasks.echo");
                }
                assertThat(next.get()).isEqualTo(round * round);
            }
        }
    }

    @Test
    void exitInATask_failsItWithTheCode() throws Exception {
        try (ProcessPool pool = ProcessPool.of(2)) {
            WorkerDiedException died =
                    catchThrowableOfType(WorkerDiedException.class, () -> pool.call(ExitLauncher.call(7)));

            assertThat(died.exitCode()).isEqualTo(7);
            assertThat(died.report().exitedItself()).isTrue();
            assertThat(pool.call(SquareLauncher.call(4))).isEqualTo(16);
        }
    }

    /** Tiny tasks are sent ahead; each is done once all the same, but the ones that die. */
    @Test
    void deathAmongTinyTasks_losesNoneAndRepeatsNone(@TempDir Path directory) throws Exception {
        int tasks = 300;
        try (ProcessPool pool = ProcessPool.of(2)) {
            List<PoolTask<Void>> all = new ArrayList<>();
            for (int i = 0; i < tasks; i++) {
                Path file = directory.resolve("task-" + i);
                all.add(
                        i % 50 == 17
                                ? pool.submit(CountAndHaltLauncher.call(file))
                                : pool.submit(CountLauncher.call(file)));
            }
            int died = 0;
            for (PoolTask<Void> task : all) {
                try {
                    task.get();
                } catch (WorkerDiedException e) {
                    died++;
                }
            }
            assertThat(died).isEqualTo(6);
            for (int i = 0; i < tasks; i++) {
                assertThat(directory.resolve("task-" + i)).hasSize(1);
            }
        }
    }

    @Test
    void idempotentCall_isDoneAgain(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("file");
        try (ProcessPool pool = ProcessPool.builder().workers(1).retries(1).start()) {
            assertThat(pool.call(DieOnceLauncher.call(file, 5).idempotent())).isEqualTo(5);
            Files.delete(file);
            assertThatThrownBy(() -> pool.call(DieOnceLauncher.call(file, 5))).isInstanceOf(WorkerDiedException.class);
        }
    }

    @Test
    void initializerThatThrows_endsThePool() {
        try (ProcessPool pool = ProcessPool.builder()
                .workers(2)
                .initializer(FailLauncher.call("no licence"))
                .start()) {
            PoolTask<Integer> task = pool.submit(SquareLauncher.call(1));

            assertThatThrownBy(task::get)
                    .isInstanceOf(ExecutionException.class)
                    .cause()
                    .isInstanceOf(PoolBrokenException.class)
                    .hasMessageContaining("no licence")
                    .hasCauseInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> pool.submit(SquareLauncher.call(1))).isInstanceOf(PoolBrokenException.class);
        }
    }

    @Test
    void initializerThatEndsTheProcess_endsThePool() {
        try (ProcessPool pool = ProcessPool.builder()
                .workers(1)
                .initializer(ExitLauncher.call(3))
                .start()) {
            PoolTask<Integer> task = pool.submit(SquareLauncher.call(1));

            assertThatThrownBy(task::get)
                    .cause()
                    .isInstanceOf(PoolBrokenException.class)
                    .hasMessageContaining("exitCode=3");
        }
    }

    @Test
    void initializerThatFailsOnce_costsAStart(@TempDir Path directory) throws Exception {
        try (ProcessPool pool = ProcessPool.builder()
                .workers(1)
                .initializer(DieOnceLauncher.call(directory.resolve("file"), 0))
                .start()) {
            assertThat(pool.call(SquareLauncher.call(5))).isEqualTo(25);
        }
    }

    @Test
    void manyWorkersDyingAtOnce_areReplaced() throws Exception {
        try (ProcessPool pool = ProcessPool.of(3)) {
            List<PoolTask<Integer>> doomed = IntStream.range(0, 6)
                    .mapToObj(i -> pool.submit(ExitLauncher.call(i)))
                    .toList();
            for (PoolTask<Integer> task : doomed) {
                assertThatThrownBy(task::get).isInstanceOf(WorkerDiedException.class);
            }
            assertThat(pool.map(SquareLauncher::call, List.of(1, 2, 3))).containsExactly(1, 4, 9);
        }
    }
}
