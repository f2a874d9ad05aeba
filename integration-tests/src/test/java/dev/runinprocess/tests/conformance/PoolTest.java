package dev.runinprocess.tests.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.runinprocess.PoolSnapshot;
import dev.runinprocess.PoolTask;
import dev.runinprocess.ProcessOptions;
import dev.runinprocess.ProcessPool;
import dev.runinprocess.failure.LaunchException;
import dev.runinprocess.failure.NotTransferableException;
import dev.runinprocess.memory.SharedInt;
import dev.runinprocess.tests.testing.Await;
import dev.runinprocess.tests.testing.Conformance;
import dev.runinprocess.tests.testing.LeavesNothing;
import dev.runinprocess.tests.testing.Leftovers;
import dev.runinprocess.tests.testing.ParentProgram;
import dev.runinprocess.tests.testing.RunningProgram;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What CPython's tests assert of pools. */
@ExtendWith(LeavesNothing.class)
final class PoolTest {
    private static List<Integer> range(int end) {
        return IntStream.range(0, end).boxed().toList();
    }

    private static List<Integer> squares(int end) {
        return range(end).stream().map(x -> x * x).toList();
    }

    /** As many inputs as are given, and then an exception. */
    private static Iterable<Integer> failingAfter(int inputs) {
        return () -> new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public Integer next() {
                if (next == inputs) {
                    throw new NoSuchElementException("the inputs failed");
                }
                return next++;
            }
        };
    }

    @Test
    @Conformance("_TestPool.test_apply")
    void call_takesArgumentsByPositionAndByName() throws Exception {
        try (ProcessPool pool = ProcessPool.of(4)) {
            assertThat(pool.call(SqrLauncher.call(5))).isEqualTo(25);
            assertThat(pool.call(SqrLauncher.with().x(3).call())).isEqualTo(9);
        }
    }

    @Test
    @Conformance("_TestPool.test_map")
    @Conformance("_TestPool.test_starmap")
    @Conformance("_TestPool.test_starmap_async")
    @Conformance("_TestPool.test_map_async")
    void map_returnsResultsInTheOrderOfTheInputs() throws Exception {
        try (ProcessPool pool = ProcessPool.of(4)) {
            assertThat(pool.map(SqrLauncher::call, range(10))).isEqualTo(squares(10));
            assertThat(pool.map(SqrLauncher::call, range(100), 20)).isEqualTo(squares(100));
            assertThat(pool.mapAsync(SqrLauncher::call, range(10)).get()).isEqualTo(squares(10));
            assertThat(pool.map(x -> MulLauncher.call(x, 9 - x), range(10)))
                    .isEqualTo(range(10).stream().map(x -> x * (9 - x)).toList());
            List<Integer> products = range(100).stream().map(x -> x * (99 - x)).toList();
            assertThat(pool.map(x -> MulLauncher.call(x, 99 - x), range(100), 20))
                    .isEqualTo(products);
            assertThat(pool.mapAsync(x -> MulLauncher.call(x, 99 - x), range(100))
                            .get())
                    .isEqualTo(products);
        }
    }

    @Test
    @Conformance("_TestPool.test_map_async_callbacks")
    @Conformance("_TestPoolWorkerErrors.test_async_error_callback")
    void callbacks_areCalledOnce() throws Exception {
        try (ProcessPool pool = ProcessPool.of(2)) {
            AtomicInteger calls = new AtomicInteger();
            CompletableFuture<List<Integer>> good = pool.mapAsync(ParseIntLauncher::call, List.of("1"))
                    .whenComplete((result, thrown) -> calls.incrementAndGet());
            assertThat(good.get()).containsExactly(1);
            assertThat(calls).hasValue(1);

            List<Throwable> errors = new ArrayList<>();
            CompletableFuture<List<Integer>> bad = pool.mapAsync(ParseIntLauncher::call, List.of("a"))
                    .whenComplete((result, thrown) -> errors.add(thrown));
            assertThatThrownBy(bad::get).hasCauseInstanceOf(NumberFormatException.class);
            assertThat(errors).singleElement().isInstanceOf(NumberFormatException.class);
        }
    }

    @Test
    @Conformance("_TestPool.test_map_unplicklable")
    void argumentsThatCannotBeEncoded_failTheCaller() throws Exception {
        try (ProcessPool pool = ProcessPool.of(2)) {
            assertThatThrownBy(() -> pool.map(EncodeLauncher::call, List.of(new Stubborn(1), new Stubborn(2))))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("cannot be encoded");
            assertThat(pool.map(SqrLauncher::call, range(10))).isEqualTo(squares(10));
        }
    }

    @Test
    @Conformance("_TestPool.test_map_chunksize")
    @Conformance("_TestPool.test_empty_iterable")
    void emptyInputs_giveEmptyResults() throws Exception {
        try (ProcessPool pool = ProcessPool.of(1)) {
            assertThat(pool.mapAsync(SqrLauncher::call, List.<Integer>of(), 1).get(100, TimeUnit.MILLISECONDS))
                    .isEmpty();
            assertThat(pool.map(SqrLauncher::call, List.<Integer>of())).isEmpty();
            assertThat(pool.stream(SqrLauncher::call, List.<Integer>of())).isEmpty();
            assertThat(pool.streamUnordered(SqrLauncher::call, List.<Integer>of()))
                    .isEmpty();
        }
    }

    @Test
    @Conformance("_TestPool.test_map_handle_iterable_exception")
    void inputsThatFail_failTheCallerAndNotThePool() throws Exception {
        try (ProcessPool pool = ProcessPool.of(2)) {
            for (int after : new int[] {0, 0, 3}) {
                assertThatThrownBy(() -> pool.map(SqrLauncher::call, failingAfter(after), 1))
                        .isInstanceOf(NoSuchElementException.class)
                        .hasMessage("the inputs failed");
            }
            assertThat(pool.map(SqrLauncher::call, range(10))).isEqualTo(squares(10));
        }
    }

    @Test
    @Conformance("_TestPool.test_async")
    @Conformance("_TestPool.test_async_timeout")
    void get_waitsForTheResultOrNotSoLong() throws Exception {
        ProcessPool pool = ProcessPool.of(3);
        assertThat(pool.submit(SqrSlowlyLauncher.call(7, 100)).get()).isEqualTo(49);
        PoolTask<Integer> slow = pool.submit(SqrSlowlyLauncher.call(6, 30_100));
        assertThatThrownBy(() -> slow.get(100, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        pool.shutdownNow();
        assertThat(pool.awaitTermination(Duration.ofSeconds(20))).isTrue();
    }

    @Test
    @Conformance("_TestPool.test_imap")
    void stream_givesResultsInOrder() {
        try (ProcessPool pool = ProcessPool.of(4)) {
            assertThat(pool.stream(SqrLauncher::call, range(10))).isEqualTo(squares(10));
            Iterator<Integer> steps = pool.stream(SqrLauncher::call, range(10)).iterator();
            for (int square : squares(10)) {
                assertThat(steps.next()).isEqualTo(square);
            }
            assertThat(steps.hasNext()).isFalse();
            assertThat(pool.stream(SqrLauncher::call, range(1000))).isEqualTo(squares(1000));
        }
    }

    @Test
    @Conformance("_TestPool.test_imap_handle_iterable_exception")
    void stream_givesWhatComesBeforeAFailureOfTheInputs() {
        try (ProcessPool pool = ProcessPool.of(2)) {
            for (int after : new int[] {0, 0, 3, 7}) {
                Iterator<Integer> steps =
                        pool.stream(SqrLauncher::call, failingAfter(after)).iterator();
                for (int square : squares(after)) {
                    assertThat(steps.next()).isEqualTo(square);
                }
                assertThatThrownBy(steps::next).hasMessage("the inputs failed");
            }
        }
    }

    @Test
    @Conformance("_TestPool.test_imap_unordered")
    void streamUnordered_givesEachResultOnce() {
        try (ProcessPool pool = ProcessPool.of(4)) {
            assertThat(pool.streamUnordered(SqrLauncher::call, range(10)))
                    .containsExactlyInAnyOrderElementsOf(squares(10));
            assertThat(pool.streamUnordered(SqrLauncher::call, range(1000)))
                    .containsExactlyInAnyOrderElementsOf(squares(1000));
        }
    }

    @Test
    @Conformance("_TestPool.test_imap_unordered_handle_iterable_exception")
    void streamUnordered_givesTheFailureOfTheInputs() {
        try (ProcessPool pool = ProcessPool.of(2)) {
            for (int after : new int[] {0, 0, 3, 7}) {
                Iterator<Integer> steps = pool.streamUnordered(SqrLauncher::call, failingAfter(after))
                        .iterator();
                List<Integer> results = new ArrayList<>();
                Throwable thrown = catchThrowable(() -> {
                    while (results.size() <= after) {
                        results.add(steps.next());
                    }
                });
                assertThat(thrown).hasMessage("the inputs failed");
                assertThat(results).doesNotHaveDuplicates().isSubsetOf(squares(after));
            }
        }
    }

    @Test
    @Conformance("_TestPool.test_make_pool")
    void pool_hasAsManyWorkersAsItWasAskedFor() {
        assertThatThrownBy(() -> ProcessPool.of(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ProcessPool.of(0)).isInstanceOf(IllegalArgumentException.class);
        try (ProcessPool pool = ProcessPool.of(3)) {
            assertThat(pool.snapshot().workers()).hasSize(3);
        }
    }

    @Test
    @Conformance("_TestPool.test_terminate")
    void shutdownNow_waitsForNoTask() throws Exception {
        ProcessPool pool = ProcessPool.of(3);
        PoolTask<List<Integer>> all = pool.mapAsync(x -> SqrSlowlyLauncher.call(x, 300_000), range(10_000), 1);
        Await.until(
                "all workers are busy",
                () -> pool.snapshot().workers().stream().allMatch(worker -> worker.state() == PoolSnapshot.State.BUSY));

        pool.shutdownNow();

        assertThat(pool.awaitTermination(Duration.ofSeconds(20))).isTrue();
        assertThatThrownBy(all::get).isInstanceOf(CancellationException.class);
    }

    @Test
    @Conformance("_TestPool.test_context")
    @Conformance("_TestPool.test_enter")
    void scope_endsThePool() throws Exception {
        ProcessPool pool = ProcessPool.of(2);
        try (pool) {
            assertThat(pool.mapAsync(SqrLauncher::call, range(10)).get()).isEqualTo(squares(10));
        }
        pool.close();
        assertThat(pool.awaitTermination(Duration.ZERO)).isTrue();
        assertThatThrownBy(() -> pool.map(SqrLauncher::call, range(10))).isInstanceOf(RejectedExecutionException.class);
    }

    @Test
    @Conformance("_TestPool.test_traceback")
    @Conformance("_TestPool.test_wrapped_exception")
    void whatATaskThrows_isRebuiltWithTheWorkersFrames() throws Exception {
        try (ProcessPool pool = ProcessPool.of(1)) {
            assertThatThrownBy(() -> pool.call(RaiseLauncher.call("123")))
                    .isInstanceOf(ExecutionException.class)
                    .cause()
                    .isExactlyInstanceOf(UnsupportedOperationException.class)
                    .hasMessage("123")
                    .hasStackTraceContaining("PoolTasks.raise")
                    .hasStackTraceContaining("=== child process '");
            assertThatThrownBy(() -> pool.map(SqrLauncher::call, failingAfter(0)))
                    .isExactlyInstanceOf(NoSuchElementException.class)
                    .hasNoCause();
        }
    }

    @Test
    @Conformance("_TestPool.test_map_no_failfast")
    void map_failsOnceAllHaveEnded() {
        long begin = System.nanoTime();
        try (ProcessPool pool = ProcessPool.of(2)) {
            assertThatThrownBy(() -> pool.map(millis -> RaiseLongLauncher.call(millis), List.of(0, 1000)))
                    .hasCauseInstanceOf(UnsupportedOperationException.class);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofMillis(900));
    }

    @Test
    @Conformance("_TestPool.test_release_task_refs")
    void pool_keepsNeitherArgumentsNorResults() throws Exception {
        try (ProcessPool pool = ProcessPool.of(2)) {
            List<WeakReference<Object>> references = mapObjects(pool);
            Await.until("nobody has them any more", () -> {
                System.gc();
                return references.stream().allMatch(reference -> reference.refersTo(null));
            });
        }
    }

    private static List<WeakReference<Object>> mapObjects(ProcessPool pool) throws Exception {
        List<CountedObject> arguments =
                range(10).stream().map(CountedObject::new).toList();
        List<CountedObject> results = pool.map(IdentityLauncher::call, arguments);
        assertThat(results).isEqualTo(arguments);
        return Stream.concat(arguments.stream(), results.stream())
                .map(object -> new WeakReference<Object>(object))
                .toList();
    }

    @Test
    @Conformance("_TestPool.test_resource_warning")
    void forgottenPool_isClosedWithAWarning(@TempDir Path directory) {
        try (RunningProgram program =
                ParentProgram.of(PoolPrograms.Forgetful.class, directory).start()) {
            assertThat(program.awaitExit()).isZero();
            assertThat(program.stderr()).contains("Pool 'forgotten' was not closed");
            assertThat(program.stdout()).contains("all workers have ended");
        }
        Leftovers.in(directory).assertNone();
    }

    @Test
    @Conformance("_TestPoolWorkerErrors.test_unpickleable_result")
    void resultsThatCannotBeEncoded_costNoWorker() throws Exception {
        try (ProcessPool pool = ProcessPool.of(2)) {
            Set<Long> pids = pids(pool);
            for (int i = 0; i < 20; i++) {
                PoolTask<Stubborn> task = pool.submit(MakeStubbornLauncher.call(i));
                AtomicInteger calls = new AtomicInteger();
                CompletableFuture<Stubborn> watched = task.whenComplete((result, thrown) -> {
                    if (thrown instanceof IllegalStateException) {
                        calls.incrementAndGet();
                    }
                });
                assertThatThrownBy(watched::get)
                        .cause()
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("cannot be encoded");
                assertThat(calls).hasValue(1);
            }
            assertThat(pids(pool)).isEqualTo(pids);
        }
    }

    private static Set<Long> pids(ProcessPool pool) {
        return pool.snapshot().workers().stream().map(PoolSnapshot.Worker::pid).collect(Collectors.toSet());
    }

    @Test
    @Conformance("_TestPoolWorkerLifetime.test_pool_worker_lifetime")
    void workers_areReplacedAfterSoManyTasks() throws Exception {
        try (ProcessPool pool =
                ProcessPool.builder().workers(3).maxTasksPerChild(10).start()) {
            Set<Long> before = pids(pool);
            assertThat(before).hasSize(3);
            List<PoolTask<Integer>> tasks = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                tasks.add(pool.submit(SqrLauncher.call(i)));
            }
            for (int i = 0; i < 100; i++) {
                assertThat(tasks.get(i).get()).isEqualTo(i * i);
            }
            Await.untilAsserted(() -> {
                assertThat(pool.snapshot().workers())
                        .hasSize(3)
                        .allMatch(worker -> worker.state() == PoolSnapshot.State.IDLE);
                Set<Long> shared = new HashSet<>(pids(pool));
                assertThat(shared).isNotEqualTo(before);
            });
        }
    }

    @Test
    @Conformance("_TestPoolWorkerLifetime.test_pool_worker_lifetime_early_close")
    void closedPool_replacesWorkersUntilAllIsDone() throws Exception {
        List<PoolTask<Integer>> tasks = new ArrayList<>();
        try (ProcessPool pool =
                ProcessPool.builder().workers(3).maxTasksPerChild(1).start()) {
            for (int i = 0; i < 6; i++) {
                tasks.add(pool.submit(SqrSlowlyLauncher.call(i, 300)));
            }
        }
        for (int i = 0; i < 6; i++) {
            assertThat(tasks.get(i).get()).isEqualTo(i * i);
        }
    }

    @Test
    @Conformance("_TestPoolWorkerLifetime.test_pool_maxtasksperchild_invalid")
    void maxTasksPerChild_isPositive() {
        assertThatThrownBy(() -> ProcessPool.builder().maxTasksPerChild(0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ProcessPool.builder().maxTasksPerChild(-1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @Conformance("_TestPoolWorkerLifetime.test_worker_finalization_via_atexit_handler_of_multiprocessing")
    void poolInAStaticVariable_letsTheProgramEnd(@TempDir Path directory) {
        try (RunningProgram program =
                ParentProgram.of(PoolPrograms.Unclosed.class, directory).start()) {
            assertThat(program.awaitExit()).isZero();
            assertThat(program.stdout()).contains("285");
            assertThat(program.stderr()).isEmpty();
        }
        Leftovers.in(directory).assertNone();
    }

    @Test
    @Conformance("TestInitializers.test_pool_initializer")
    void initializer_runsOnceInEachWorker() {
        SharedInt counter = SharedInt.create(0);
        ProcessPool.builder()
                .workers(1)
                .initializer(IncrementLauncher.call(counter))
                .start()
                .close();
        assertThat(counter.get()).isEqualTo(1);
    }

    @Test
    @Conformance("TestStdinBadfiledescriptor.test_pool_in_process")
    void child_mayHaveAPool() throws Exception {
        var child = SumInAPoolLauncher.start(List.of(1, 2, 3, 4, 5, 6, 7));
        assertThat(child.get()).isEqualTo(140);
        child.join();
    }

    @Test
    @Conformance("TestPoolNotLeakOnFailure.test_release_unused_processes")
    void poolThatCannotStart_leavesNoWorker(@TempDir Path directory) {
        assertThatThrownBy(() -> ProcessPool.builder()
                        .workers(5)
                        .options(ProcessOptions.defaults().javaExecutable(directory.resolve("no-java")))
                        .start())
                .isInstanceOf(LaunchException.class);
        // LeavesNothing looks for those that were started.
    }

    @Test
    @Conformance("MiscTestCase.test_large_pool")
    void manyWorkers_doTheirShare(@TempDir Path directory) {
        try (RunningProgram program = ParentProgram.of(PoolPrograms.Large.class, directory)
                .argument(20)
                .start()) {
            assertThat(program.awaitExit()).isZero();
            assertThat(program.stdout().strip()).isEqualTo("332833500");
            assertThat(program.stderr()).isEmpty();
        }
        Leftovers.in(directory).assertNone();
    }

    @Test
    void argumentThatCannotBeRead_failsItsTaskAlone() throws Exception {
        try (ProcessPool pool = ProcessPool.of(1)) {
            assertThatThrownBy(() -> pool.call(EncodeLauncher.call(new Stubborn(Stubborn.UNREADABLE))))
                    .hasCauseInstanceOf(NotTransferableException.class);
            assertThat(pool.call(SqrLauncher.call(3))).isEqualTo(9);
        }
    }
}
