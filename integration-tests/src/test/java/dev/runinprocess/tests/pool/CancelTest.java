package dev.runinprocess.tests.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runinprocess.PoolTask;
import dev.runinprocess.ProcessOptions;
import dev.runinprocess.ProcessPool;
import dev.runinprocess.failure.TaskTimeoutException;
import dev.runinprocess.sync.ProcessLock;
import dev.runinprocess.tests.testing.Await;
import dev.runinprocess.tests.testing.LeavesNothing;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Tasks that are ended before they end. */
@ExtendWith(LeavesNothing.class)
final class CancelTest {
    private static ProcessPool pool() {
        return ProcessPool.builder()
                .workers(1)
                .interruptGrace(Duration.ofMillis(100))
                .options(ProcessOptions.defaults().grace(Duration.ofMillis(200)))
                .start();
    }

    @Test
    void cancelledTaskThatListens_leavesItsWorkerAlive(@TempDir Path directory) throws Exception {
        try (ProcessPool pool = ProcessPool.of(1)) {
            long worker = pool.call(WorkerPidLauncher.call());
            PoolTask<Void> task = pool.submit(StayLauncher.call(directory.resolve("here")));
            Await.file(directory.resolve("here"));

            assertThat(task.cancel(true)).isTrue();

            assertThat(task).isCancelled();
            assertThatThrownBy(task::get).isInstanceOf(CancellationException.class);
            assertThat(pool.call(WorkerPidLauncher.call())).isEqualTo(worker);
        }
    }

    @Test
    void cancelledLoop_endsWithItsWorker(@TempDir Path directory) throws Exception {
        Path here = directory.resolve("here");
        try (ProcessPool pool = pool()) {
            PoolTask<Long> task = pool.submit(ComputeForEverLauncher.call(here));
            PoolTask<Integer> next = pool.submit(SquareLauncher.call(6));
            Await.untilAsserted(() -> assertThat(here).isNotEmptyFile());

            task.cancel(true);

            Await.end(Long.parseLong(Files.readString(here)));
            assertThat(next.get()).isEqualTo(36);
        }
    }

    @Test
    void cancelledTaskInNativeCode_endsWithItsWorker(@TempDir Path directory) throws Exception {
        Path fifo = directory.resolve("fifo");
        assertThat(new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor())
                .isZero();
        Path here = directory.resolve("here");
        try (ProcessPool pool = pool()) {
            PoolTask<Integer> task = pool.submit(ReadForEverLauncher.call(fifo, here));
            PoolTask<Integer> next = pool.submit(SquareLauncher.call(6));
            Await.untilAsserted(() -> assertThat(here).isNotEmptyFile());

            task.cancel(true);

            Await.end(Long.parseLong(Files.readString(here)));
            assertThat(next.get()).isEqualTo(36);
        }
    }

    @Test
    void cancelledTaskThatIgnoresInterrupts_isEnded(@TempDir Path directory) throws Exception {
        try (ProcessPool pool = pool()) {
            PoolTask<Void> task = pool.submit(StayForGoodLauncher.call(directory.resolve("here")));
            Await.file(directory.resolve("here"));

            task.cancel(true);

            assertThat(pool.call(SquareLauncher.call(7))).isEqualTo(49);
        }
    }

    @Test
    @SuppressWarnings("LockNotBeforeTry") // What is tested is who gets the lock.
    void cancelledTaskThatHoldsALock_passesItOn(@TempDir Path directory) throws Exception {
        ProcessLock lock = ProcessLock.create();
        try (ProcessPool pool = pool()) {
            PoolTask<Void> task = pool.submit(StayWithLauncher.call(lock, directory.resolve("here")));
            Await.file(directory.resolve("here"));
            assertThat(lock.tryLock()).isFalse();

            task.cancel(true);

            lock.lock();
            assertThat(lock.wasAbandoned()).isTrue();
            lock.unlock();
        }
    }

    @Test
    void cancelledTask_takesItsProgramsAlong(@TempDir Path directory) throws Exception {
        Path here = directory.resolve("here");
        try (ProcessPool pool = pool()) {
            PoolTask<Void> task = pool.submit(StartProgramAndStayLauncher.call(here));
            Await.file(here);

            task.cancel(true);

            Await.end(Long.parseLong(Files.readString(here)));
        }
    }

    @Test
    void cancelledTaskThatHasNotBegun_neverDoes(@TempDir Path directory) throws Exception {
        Path go = directory.resolve("go");
        Path counted = directory.resolve("counted");
        try (ProcessPool pool = ProcessPool.of(1)) {
            PoolTask<Integer> first = pool.submit(GoOnAtLauncher.call(directory.resolve("here"), go, 1));
            PoolTask<Void> second = pool.submit(CountLauncher.call(counted));
            PoolTask<Integer> third = pool.submit(SquareLauncher.call(2));
            Await.file(directory.resolve("here"));

            second.cancel(false);
            Files.createFile(go);

            assertThat(first.get()).isEqualTo(1);
            assertThat(third.get()).isEqualTo(4);
            assertThat(counted).doesNotExist();
        }
    }

    @Test
    void cancelWithoutForce_letsTheTaskGoOn(@TempDir Path directory) throws Exception {
        Path here = directory.resolve("here");
        Path go = directory.resolve("go");
        try (ProcessPool pool = ProcessPool.of(1)) {
            PoolTask<Integer> task = pool.submit(GoOnAtLauncher.call(here, go, 1));
            Await.untilAsserted(() -> assertThat(here).isNotEmptyFile());

            task.cancel(false);
            Files.createFile(go);

            assertThat(task).isCancelled();
            assertThat(pool.call(WorkerPidLauncher.call())).isEqualTo(Long.parseLong(Files.readString(here)));
        }
    }

    @Test
    void timeout_failsTheTaskAndEndsIt(@TempDir Path directory) throws Exception {
        Path here = directory.resolve("here");
        try (ProcessPool pool = pool()) {
            assertThat(pool.call(SquareLauncher.call(7))).isEqualTo(49);
            PoolTask<Long> task = pool.submit(ComputeForEverLauncher.call(here)
                    .options(ProcessOptions.defaults().timeout(Duration.ofSeconds(2))));

            assertThatThrownBy(task::get)
                    .isInstanceOf(ExecutionException.class)
                    .cause()
                    .isInstanceOf(TaskTimeoutException.class)
                    .hasMessageContaining("task=PoolTasks.computeForEver");
            Await.end(Long.parseLong(Files.readString(here)));
            assertThat(pool.call(SquareLauncher.call(8))).isEqualTo(64);
        }
    }

    @Test
    void timeoutOfThePool_isThatOfEachTask() throws Exception {
        try (ProcessPool pool =
                ProcessPool.builder().workers(1).timeout(Duration.ofSeconds(3)).start()) {
            for (int i = 0; i < 10; i++) {
                assertThat(pool.call(SleepLauncher.call(50, i))).isEqualTo(i);
            }
            assertThatThrownBy(() -> pool.call(SleepLauncher.call(60_000, 0)))
                    .hasCauseInstanceOf(TaskTimeoutException.class);
        }
    }

    @Test
    void shutdownNow_endsWhatRunsAndDropsWhatWaits(@TempDir Path directory) throws Exception {
        ProcessPool pool = pool();
        PoolTask<Void> running = pool.submit(StayForGoodLauncher.call(directory.resolve("here")));
        PoolTask<Integer> waiting = pool.submit(SquareLauncher.call(1));
        Await.file(directory.resolve("here"));

        pool.shutdownNow();

        assertThatThrownBy(running::get).isInstanceOf(CancellationException.class);
        assertThatThrownBy(waiting::get).isInstanceOf(CancellationException.class);
        assertThat(pool.awaitTermination(Await.DEADLINE)).isTrue();
    }

    @Test
    void interruptedCaller_takesTheTaskAlong(@TempDir Path directory) throws Exception {
        Path here = directory.resolve("here");
        try (ProcessPool pool = ProcessPool.of(1)) {
            Thread caller = new Thread(() -> {
                try {
                    pool.call(StayLauncher.call(here));
                } catch (ExecutionException | InterruptedException e) {
                    // As it should be.
                }
            });
            caller.start();
            Await.file(here);

            caller.interrupt();
            caller.join();

            assertThat(pool.call(SquareLauncher.call(9))).isEqualTo(81);
        }
    }
}
