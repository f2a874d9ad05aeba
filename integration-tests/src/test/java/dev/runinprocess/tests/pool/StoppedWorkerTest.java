package dev.runinprocess.tests.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runinprocess.PoolTask;
import dev.runinprocess.ProcessOptions;
import dev.runinprocess.ProcessPool;
import dev.runinprocess.failure.TaskTimeoutException;
import dev.runinprocess.tests.testing.Await;
import dev.runinprocess.tests.testing.LeavesNothing;
import dev.runinprocess.tests.testing.Signals;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Workers that do nothing, not even die: they hold up what they have, and nobody else. */
@ExtendWith(LeavesNothing.class)
final class StoppedWorkerTest {
    private static final byte[] LARGE = new byte[1 << 22];

    private static long onlyWorker(ProcessPool pool) throws Exception {
        return pool.call(WorkerPidLauncher.call());
    }

    @Test
    void submit_waitsForNoStoppedWorker_andOthersGoOn() throws Exception {
        try (ProcessPool pool = ProcessPool.of(2)) {
            // The last to have had something is the first to get more.
            long stopped = onlyWorker(pool);
            Signals.send("STOP", stopped);
            List<PoolTask<byte[]>> tasks = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                tasks.add(pool.submit(EchoLauncher.call(LARGE)));
            }

            Await.until(
                    "all are done but the one of the stopped worker",
                    () -> tasks.stream().filter(CompletableFuture::isDone).count() == 4);
            Signals.send("CONT", stopped);

            for (PoolTask<byte[]> task : tasks) {
                assertThat(task.get(30, TimeUnit.SECONDS)).isEqualTo(LARGE);
            }
        }
    }

    @Test
    void shutdownNow_endsAStoppedWorkerThatIsSentATask() throws Exception {
        ProcessPool pool = ProcessPool.builder()
                .workers(1)
                .options(ProcessOptions.defaults().grace(Duration.ofMillis(100)))
                .start();
        Signals.send("STOP", onlyWorker(pool));
        PoolTask<byte[]> task = pool.submit(EchoLauncher.call(LARGE));

        pool.shutdownNow();

        assertThat(pool.awaitTermination(Await.DEADLINE)).isTrue();
        assertThat(task).isCancelled();
    }

    @Test
    void taskOfAStoppedWorker_isTooLateInTime() throws Exception {
        try (ProcessPool pool = ProcessPool.builder()
                .workers(1)
                .interruptGrace(Duration.ofMillis(100))
                .options(ProcessOptions.defaults().grace(Duration.ofMillis(100)))
                .start()) {
            long stopped = onlyWorker(pool);
            Signals.send("STOP", stopped);
            PoolTask<byte[]> task = pool.submit(
                    EchoLauncher.call(LARGE).options(ProcessOptions.defaults().timeout(Duration.ofMillis(500))));

            assertThatThrownBy(task::get)
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(TaskTimeoutException.class);
            assertThat(pool.call(SquareLauncher.call(3))).isEqualTo(9);
            Await.end(stopped);
        }
    }

    @Test
    void timeOfATask_doesNotRunWhileOthersOfItsChunkDo() throws Exception {
        try (ProcessPool pool =
                ProcessPool.builder().workers(1).timeout(Duration.ofSeconds(2)).start()) {
            assertThat(pool.map(i -> SleepLauncher.call(700, i), List.of(1, 2, 3, 4), 4))
                    .containsExactly(1, 2, 3, 4);
        }
    }
}
