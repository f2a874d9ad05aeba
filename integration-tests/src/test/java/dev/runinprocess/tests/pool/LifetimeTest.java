package dev.runinprocess.tests.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runinprocess.PoolSnapshot;
import dev.runinprocess.PoolTask;
import dev.runinprocess.ProcessOptions;
import dev.runinprocess.ProcessPool;
import dev.runinprocess.failure.WorkerDiedException;
import dev.runinprocess.tests.testing.Await;
import dev.runinprocess.tests.testing.LeavesNothing;
import dev.runinprocess.tests.testing.Leftovers;
import dev.runinprocess.tests.testing.ParentProgram;
import dev.runinprocess.tests.testing.RunningProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** How long pools and their workers live, and what they are about meanwhile. */
@ExtendWith(LeavesNothing.class)
final class LifetimeTest {
    @Test
    void workers_areReplacedAfterTheirTasks() throws Exception {
        try (ProcessPool pool =
                ProcessPool.builder().workers(2).maxTasksPerChild(2).start()) {
            Set<Long> pids = new HashSet<>();
            for (int i = 0; i < 20; i++) {
                pids.add(pool.call(WorkerPidLauncher.call()));
            }
            assertThat(pids).hasSizeGreaterThanOrEqualTo(10);
            List<Integer> inputs = IntStream.range(0, 21).boxed().toList();
            assertThat(pool.map(SquareLauncher::call, inputs, 5))
                    .isEqualTo(inputs.stream().map(x -> x * x).toList());
        }
    }

    @Test
    void workerThatTakesTooMuchMemory_isReplaced() throws Exception {
        try (ProcessPool pool = ProcessPool.builder().workers(1).memoryLimit(1).start()) {
            long first = pool.call(WorkerPidLauncher.call());
            Await.until("another worker", () -> pool.call(WorkerPidLauncher.call()) != first);
        }
    }

    @Test
    void idleWorkers_endAndComeBack() throws Exception {
        try (ProcessPool pool = ProcessPool.builder()
                .workers(2)
                .idleShutdown(Duration.ofMillis(50))
                .start()) {
            assertThat(pool.call(SquareLauncher.call(2))).isEqualTo(4);
            Await.until("all have ended", () -> pool.snapshot().workers().isEmpty());

            assertThat(pool.map(SquareLauncher::call, List.of(1, 2, 3))).containsExactly(1, 4, 9);
        }
    }

    @Test
    void boundedPool_makesWhoSubmitsWait(@TempDir Path directory) throws Exception {
        Path go = directory.resolve("go");
        try (ProcessPool pool = ProcessPool.builder().workers(1).queueBound(1).start()) {
            PoolTask<Integer> running = pool.submit(GoOnAtLauncher.call(directory.resolve("here"), go, 1));
            Await.file(directory.resolve("here"));
            PoolTask<Integer> waiting = pool.submit(SquareLauncher.call(2));
            List<PoolTask<Integer>> late = new ArrayList<>();
            Thread third = new Thread(() -> late.add(pool.submit(SquareLauncher.call(3))));
            third.start();
            Await.until("it waits for room", () -> third.getState() == Thread.State.WAITING);

            Files.createFile(go);
            third.join();

            assertThat(running.get()).isEqualTo(1);
            assertThat(waiting.get()).isEqualTo(4);
            assertThat(late.get(0).get()).isEqualTo(9);
        }
    }

    @Test
    void largeResultAndArgument_cross() throws Exception {
        byte[] bytes = new byte[100_000_000];
        for (int i = 0; i < bytes.length; i += 4096) {
            bytes[i] = (byte) (i >> 12);
        }
        try (ProcessPool pool = ProcessPool.of(1)) {
            assertThat(Arrays.equals(pool.call(EchoLauncher.call(bytes)), bytes))
                    .isTrue();
        }
    }

    @Test
    void manyTinyTasks_takeNoMoreMemoryThanFew(@TempDir Path directory) {
        try (RunningProgram program = ParentProgram.of(TinyTasksProgram.class, directory)
                .option("-Xmx24m")
                .argument(300_000)
                .start()) {
            assertThat(program.awaitExit()).isZero();
            assertThat(program.stdout()).contains("sum 44999850000");
        }
        Leftovers.in(directory).assertNone();
    }

    @Test
    void snapshot_tellsOfEachWorker(@TempDir Path directory) throws Exception {
        Path here = directory.resolve("here");
        Path go = directory.resolve("go");
        try (ProcessPool pool = ProcessPool.builder().name("mill").workers(2).start()) {
            Await.until(
                    "all are ready",
                    () -> pool.snapshot().workers().stream()
                            .allMatch(worker -> worker.state() == PoolSnapshot.State.IDLE));
            PoolTask<Integer> task = pool.submit(GoOnAtLauncher.call(here, go, 1));
            Await.untilAsserted(() -> assertThat(here).isNotEmptyFile());

            PoolSnapshot snapshot = pool.snapshot();

            assertThat(snapshot.name()).isEqualTo("mill");
            assertThat(snapshot.unfinished()).isEqualTo(1);
            assertThat(snapshot.workers()).hasSize(2);
            assertThat(snapshot.workers())
                    .filteredOn(worker -> worker.state() == PoolSnapshot.State.BUSY)
                    .singleElement()
                    .satisfies(worker -> {
                        assertThat(worker.pid()).isEqualTo(Long.parseLong(Files.readString(here)));
                        assertThat(worker.task()).hasValue("PoolTasks.goOnAt");
                        assertThat(worker.name()).startsWith("mill-worker-");
                        assertThat(worker.residentBytes().orElseThrow()).isGreaterThan(1_000_000);
                    });
            Files.createFile(go);
            task.get();
            assertThat(pool.snapshot().done()).isEqualTo(1);
            assertThat(pool.call(ThreadNameLauncher.call())).contains("PoolTasks.threadName()");
        }
    }

    @Test
    void flightRecorder_isToldOfTasksAndWorkers(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("recording.jfr");
        try (Recording recording = new Recording()) {
            recording.enable("dev.runinprocess.PoolTask");
            recording.enable("dev.runinprocess.PoolCodec");
            recording.enable("dev.runinprocess.PoolWorkerLaunch");
            recording.enable("dev.runinprocess.PoolWorkerDeath");
            recording.start();
            try (ProcessPool pool =
                    ProcessPool.builder().name("seen").workers(1).start()) {
                assertThat(pool.call(SquareLauncher.call(3))).isEqualTo(9);
                assertThatThrownBy(() -> pool.call(ExitLauncher.call(3))).isInstanceOf(WorkerDiedException.class);
            }
            recording.dump(file);
        }
        List<RecordedEvent> events = RecordingFile.readAllEvents(file).stream()
                .filter(event -> event.getEventType().getName().startsWith("dev.runinprocess."))
                .toList();
        assertThat(events)
                .filteredOn(event -> event.getEventType().getName().equals("dev.runinprocess.PoolTask"))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.getString("pool")).isEqualTo("seen");
                    assertThat(event.getString("task")).isEqualTo("PoolTasks.square");
                    assertThat(event.getDuration("run")).isPositive();
                    assertThat(event.getDuration("queueWait")).isPositive();
                });
        assertThat(events)
                .extracting(event -> event.getEventType().getName())
                .contains(
                        "dev.runinprocess.PoolCodec",
                        "dev.runinprocess.PoolWorkerLaunch",
                        "dev.runinprocess.PoolWorkerDeath");
    }

    /** Recordings that never end are usual, and must not make tiny tasks slow. */
    @Test
    void flightRecorder_isToldOfManySmallTasksAtOnce(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("recording.jfr");
        int number = 5000;
        try (Recording recording = new Recording()) {
            recording.enable("dev.runinprocess.PoolTask");
            recording.enable("dev.runinprocess.PoolCodec");
            recording.start();
            try (ProcessPool pool = ProcessPool.of(1)) {
                assertThat(pool.map(
                                SquareLauncher::call,
                                IntStream.range(0, number).boxed().toList()))
                        .hasSize(number);
            }
            recording.dump(file);
        }
        List<RecordedEvent> events = RecordingFile.readAllEvents(file);
        List<Integer> tasks = events.stream()
                .filter(event -> event.getEventType().getName().equals("dev.runinprocess.PoolTask"))
                .map(event -> event.getInt("tasks"))
                .toList();
        assertThat(tasks).hasSizeLessThan(number / 10);
        assertThat(tasks.stream().mapToInt(each -> each).sum()).isEqualTo(number);
        assertThat(events)
                .filteredOn(event -> event.getEventType().getName().equals("dev.runinprocess.PoolCodec"))
                .hasSizeBetween(2, number / 10);
    }

    @Test
    void executorService_takesCalls() throws Exception {
        try (ProcessPool pool = ProcessPool.of(2)) {
            ExecutorService executor = pool.asExecutorService();
            assertThat(executor.submit(SquareLauncher.call(3)).get()).isEqualTo(9);
            assertThat(executor.invokeAny(List.of(SquareLauncher.call(4), SquareLauncher.call(4))))
                    .isEqualTo(16);
            assertThat(executor.invokeAll(List.of(SquareLauncher.call(5)))
                            .get(0)
                            .get())
                    .isEqualTo(25);
            assertThatThrownBy(() -> executor.submit(() -> 1))
                    .isInstanceOf(RejectedExecutionException.class)
                    .hasMessageContaining("Submit a Call");
            assertThatThrownBy(() -> executor.execute(() -> {})).isInstanceOf(RejectedExecutionException.class);
        }
    }

    @Test
    void nestedPools_shareABudget() throws Exception {
        try (ProcessPool pool = ProcessPool.builder()
                .workers(2)
                .options(ProcessOptions.defaults().maxHeap("64m"))
                .start()) {
            int processors = Runtime.getRuntime().availableProcessors();
            int budget = Math.max(8, 4 * processors);

            int nested = pool.call(NestLauncher.call(2 * budget, 100));

            assertThat(nested).isBetween(1, budget - 2);
            assertThat(pool.map(x -> NestLauncher.call(x, 10), List.of(1, 2, 3)))
                    .allMatch(workers -> workers >= 1);
        }
    }

    @Test
    void poolThatIsNeverClosed_letsTheProgramEnd(@TempDir Path directory) {
        try (RunningProgram program = unclosed("idle", directory)) {
            assertThat(program.awaitExit()).isZero();
            assertThat(program.stdout()).contains("[1, 4, 9]");
        }
        Leftovers.in(directory).assertNone();
    }

    @Test
    void poolThatIsNeverClosed_doesItsTasksFirst(@TempDir Path directory) throws Exception {
        try (RunningProgram program = unclosed("busy", directory)) {
            program.awaitLine("main returns");
            Files.createFile(directory.resolve("go"));

            assertThat(program.awaitExit()).isZero();

            assertThat(program.stdout()).contains("result 43");
            assertThat(directory.resolve("count")).hasSize(10);
        }
        Leftovers.in(directory).assertNone();
    }

    @Test
    void exitOfTheProgram_endsTasks(@TempDir Path directory) {
        try (RunningProgram program = unclosed("exit", directory)) {
            assertThat(program.awaitExit()).isEqualTo(4);
        }
        Leftovers.in(directory).assertNone();
    }

    private static RunningProgram unclosed(String kind, Path directory) {
        return ParentProgram.of(UnclosedProgram.class, directory)
                .argument(kind)
                .argument(directory)
                .start();
    }
}
