package dev.runinprocess.tests.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
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
        Path failpoint = stopped.resolveSibling("failpoint");
        Files.writeString(failpoint, "guard-taken:1:" + stopped);
        ChildProcess<Void> holder = HoldLauncher.call(lock, semaphore)
                .options(ProcessOptions.defaults().systemProperty("runinprocess.failpoint", failpoint.toString()))
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

    /** The first thread that waits is the one that looks for the dead; it leaves, and another waits on. */
    @RunInProcess(daemon = Daemon.YES)
    static boolean takeOverBehindAnother(ProcessLock lock, ProcessEvent aboutToWait) throws Exception {
        ProcessEvent never = ProcessEvent.create();
        Thread first = new Thread(() -> assertThatThrownBy(never::await).isInstanceOf(InterruptedException.class));
        first.start();
        Await.until("the first waits", () -> first.getState() == Thread.State.TIMED_WAITING);
        FutureTask<Boolean> second = new FutureTask<>(() -> {
            try (LockHold hold = lock.hold()) {
                return hold.wasAbandoned();
            }
        });
        Thread thread = new Thread(second);
        thread.start();
        Await.until("the second waits", () -> thread.getState() == Thread.State.TIMED_WAITING);
        first.interrupt();
        first.join();
        aboutToWait.set();
        return second.get();
    }

    @RunInProcess(daemon = Daemon.YES)
    static void startIdler(ProcessLock lock, SharedLong pid) throws Exception {
        ChildProcess<Void> holder = IdleWithLockLauncher.start(lock, pid);
        holder.join();
    }

    @RunInProcess(daemon = Daemon.YES)
    static void idleWithLock(ProcessLock lock, SharedLong pid) throws InterruptedException {
        lock.lock();
        pid.set(ProcessHandle.current().pid());
        new CountDownLatch(1).await();
    }

    @Test
    void whoWaitsOn_whenTheOneThatLookedHasLeft_findsItAllTheSame() throws Exception {
        ProcessLock lock = ProcessLock.create();
        SharedLong pid = SharedLong.create(0);
        ProcessEvent aboutToWait = ProcessEvent.create();
        ChildProcess<Void> parent = StartIdlerLauncher.start(lock, pid);
        try {
            Await.until("the lock is held", () -> pid.get() != 0);
            ChildProcess<Boolean> waiter = TakeOverBehindAnotherLauncher.start(lock, aboutToWait);
            aboutToWait.await();

            Signals.send("STOP", parent.pid());
            Signals.send("KILL", pid.get());

            assertThat(waiter.get(LONG)).isTrue();
        } finally {
            parent.kill();
        }
        assertThat(parent.join(LONG)).isTrue();
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
