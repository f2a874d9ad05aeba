package dev.runinprocess.tests.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runinprocess.PoolTask;
import dev.runinprocess.ProcessPool;
import dev.runinprocess.tests.testing.Await;
import dev.runinprocess.tests.testing.LeavesNothing;
import dev.runinprocess.tests.testing.Signals;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Callers who look into a worker's ring themselves: what they take that is others', and what comes when they have gone. */
@ExtendWith(LeavesNothing.class)
final class WaitingCallersTest {
    private static final int ROUNDS = 500;

    @Test
    void callbacks_runThoughOthersWait_andAfterThem() throws Exception {
        try (ProcessPool pool = ProcessPool.of(1)) {
            for (int i = 0; i < ROUNDS; i++) {
                CountDownLatch called = new CountDownLatch(1);
                PoolTask<Integer> before = pool.submit(SquareLauncher.call(i));
                CompletableFuture<Void> told = before.thenAccept(square -> called.countDown());
                assertThat(pool.call(SquareLauncher.call(2))).isEqualTo(4);
                assertThat(called.await(30, TimeUnit.SECONDS)).isTrue();
                told.get();

                CountDownLatch calledLater = new CountDownLatch(1);
                CompletableFuture<Void> toldLater =
                        pool.submit(SquareLauncher.call(i)).thenAccept(square -> calledLater.countDown());
                assertThat(calledLater.await(30, TimeUnit.SECONDS)).isTrue();
                toldLater.get();
            }
        }
    }

    @Test
    void callersOnManyThreads_eachGetTheirOwn() throws Exception {
        try (ProcessPool pool = ProcessPool.of(2)) {
            List<CompletableFuture<Void>> callers = new ArrayList<>();
            for (int caller = 0; caller < 4; caller++) {
                int factor = caller;
                callers.add(CompletableFuture.runAsync(() -> {
                    for (int i = 0; i < ROUNDS; i++) {
                        assertThat(pool.submit(MultiplyLauncher.call(factor, i)).join())
                                .isEqualTo(factor * i);
                    }
                }));
            }
            for (CompletableFuture<Void> caller : callers) {
                caller.get();
            }
        }
    }

    @Test
    void callerWithALimit_waitsNoLonger_forAStoppedWorker(@TempDir Path directory) throws Exception {
        byte[] large = new byte[1 << 22];
        try (ProcessPool pool = ProcessPool.of(1)) {
            long pid = pool.call(WorkerPidLauncher.call());
            Path here = directory.resolve("here");
            Path go = directory.resolve("go");
            PoolTask<Integer> first = pool.submit(GoOnAtLauncher.call(here, go, 1));
            Await.file(here);
            Signals.send("STOP", pid);
            PoolTask<byte[]> second = pool.submit(EchoLauncher.call(large));
            assertThatThrownBy(() -> second.get(50, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);

            Signals.send("CONT", pid);
            assertThat(go.toFile().createNewFile()).isTrue();
            assertThat(first.get()).isEqualTo(1);
            assertThat(second.get(30, TimeUnit.SECONDS)).isEqualTo(large);
        }
    }
}
