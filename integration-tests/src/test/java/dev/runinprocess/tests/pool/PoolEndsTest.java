package dev.runinprocess.tests.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runinprocess.PoolTask;
import dev.runinprocess.ProcessOptions;
import dev.runinprocess.ProcessPool;
import dev.runinprocess.failure.PoolBrokenException;
import dev.runinprocess.tests.testing.Await;
import dev.runinprocess.tests.testing.LeavesNothing;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Ends of pools, tasks and streams at moments at which nobody expects them: somebody may wait, and must not for ever. */
@ExtendWith(LeavesNothing.class)
@Timeout(30)
final class PoolEndsTest {
    @TempDir
    private Path directory;

    @Test
    void poolThatIsClosed_whileItsInitializerFails_ends() {
        ProcessPool pool = ProcessPool.builder()
                .workers(1)
                .initializer(FailLauncher.call("no licence"))
                .start();
        PoolTask<Integer> task = pool.submit(SquareLauncher.call(2));

        pool.close();

        assertThatThrownBy(task::get)
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(PoolBrokenException.class);
    }

    /** Not only exceptions come out of code of others: a missing class is an error. */
    @Test
    void listenerThatThrowsAnError_keepsNobodyWaiting() throws Exception {
        try (ProcessPool pool = ProcessPool.of(1)) {
            ProcessPool watched = pool.withProgress(progress -> {
                throw new NoClassDefFoundError("no bar");
            });
            assertThat(watched.call(SquareLauncher.call(3))).isEqualTo(9);
            assertThat(watched.map(SquareLauncher::call, List.of(1, 2))).containsExactly(1, 4);
        }
    }

    @Test
    void streamThatIsClosed_whileItsConsumerWaits_hasNoMore() throws Exception {
        Path here = directory.resolve("here");
        try (ProcessPool pool = ProcessPool.of(1)) {
            Stream<Long> stream = pool.stream(ComputeForEverLauncher::call, List.of(here));
            Iterator<Long> results = stream.iterator();
            CompletableFuture<Boolean> more = CompletableFuture.supplyAsync(results::hasNext);
            Await.file(here);

            stream.close();

            assertThat(more.get(20, TimeUnit.SECONDS)).isFalse();
        }
    }

    @Test
    void callsThatAreCancelledBeforeTheyBegin_makeRoom() throws Exception {
        Path here = directory.resolve("here");
        Path go = directory.resolve("go");
        try (ProcessPool pool = ProcessPool.builder().workers(1).queueBound(3).start()) {
            PoolTask<Integer> running = pool.submit(GoOnAtLauncher.call(here, go, 1));
            Await.file(here);
            List<PoolTask<Integer>> waiting = new ArrayList<>();
            IntStream.range(0, 3).forEach(i -> waiting.add(pool.submit(SquareLauncher.call(i))));
            waiting.forEach(task -> task.cancel(true));
            assertThat(pool.snapshot().waiting()).isZero();

            PoolTask<Integer> next = pool.submit(SquareLauncher.call(5));

            Files.createFile(go);
            assertThat(next.get()).isEqualTo(25);
            assertThat(running.get()).isEqualTo(1);
        }
    }

    @Test
    void invokeAny_whoseTimeIsOver_endsItsTasks() throws Exception {
        Path here = directory.resolve("here");
        try (ProcessPool pool = ProcessPool.builder()
                .workers(1)
                .interruptGrace(Duration.ofMillis(100))
                .options(ProcessOptions.defaults().grace(Duration.ofMillis(100)))
                .start()) {
            ExecutorService executor = pool.asExecutorService();
            assertThatThrownBy(() -> executor.invokeAny(
                            List.of(GoOnAtLauncher.call(here, directory.resolve("never"), 1)),
                            500,
                            TimeUnit.MILLISECONDS))
                    .isInstanceOf(TimeoutException.class);

            assertThat(pool.call(SquareLauncher.call(6))).isEqualTo(36);
        }
    }
}
