package dev.runinprocess.tests.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.ChildProcess;
import dev.runinprocess.Daemon;
import dev.runinprocess.ProcessOptions;
import dev.runinprocess.RunInProcess;
import dev.runinprocess.memory.SharedLong;
import dev.runinprocess.sync.LockHold;
import dev.runinprocess.sync.ProcessEvent;
import dev.runinprocess.sync.ProcessLock;
import dev.runinprocess.sync.ProcessSemaphore;
import dev.runinprocess.tests.testing.Await;
import dev.runinprocess.tests.testing.LeavesNothing;
import dev.runinprocess.tests.testing.Signals;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A process that dies inside a semaphore, while its parent is stopped and cannot notice. */
@ExtendWith(LeavesNothing.class)
final class UnnoticedDeathTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir
    Path directory;

    @RunInProcess(daemon = Daemon.YES)
    static void startHolder(ProcessLock lock, ProcessSemaphore semaphore, SharedLong pid, Path stopped)
            throws Exception {
        ChildProcess<Void> holder = HoldLauncher.call(lock, semaphore)
                .options(ProcessOptions.defaults().systemProperty("runinprocess.failpoint", "guard-taken:1:" + stopped))
                .start();
        pid.set(holder.pid());
        holder.join();
    }

    @RunInProcess(daemon = Daemon.YES)
    static void hold(ProcessLock lock, ProcessSemaphore semaphore) {
        lock.lock();
        semaphore.release();
    }

    @RunInProcess(daemon = Daemon.YES)
    static boolean takeOver(ProcessLock lock, ProcessEvent aboutToWait) {
        aboutToWait.set();
        try (LockHold hold = lock.hold()) {
            return hold.wasAbandoned();
        }
    }

    @Test
    void whoFindsItInTheWay_wakesThoseWhoWaitForAnythingElseOfIt() throws Exception {
        ProcessLock lock = ProcessLock.create();
        ProcessSemaphore semaphore = ProcessSemaphore.create(0);
        SharedLong pid = SharedLong.create(0);
        ProcessEvent aboutToWait = ProcessEvent.create();
        Path stopped = directory.resolve("stopped");
        ChildProcess<Void> parent = StartHolderLauncher.start(lock, semaphore, pid, stopped);
        try {
            Await.file(stopped);
            ChildProcess<Boolean> waiter = TakeOverLauncher.call(lock, aboutToWait)
                    .options(ProcessOptions.defaults().systemProperty("runinprocess.lookAroundMillis", "3600000"))
                    .start();
            aboutToWait.await();

            Signals.send("STOP", parent.pid());
            Signals.send("KILL", pid.get());
            semaphore.release();

            assertThat(waiter.get(LONG)).isTrue();
            assertThat(semaphore.availablePermits()).isEqualTo(1);
        } finally {
            parent.kill();
        }
        assertThat(parent.join(LONG)).isTrue();
    }
}
