package dev.runinprocess.tests.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.runinprocess.ChildProcess;
import dev.runinprocess.ProcessOptions;
import dev.runinprocess.Processes;
import dev.runinprocess.memory.SharedBoolean;
import dev.runinprocess.sync.LockHold;
import dev.runinprocess.sync.ProcessCondition;
import dev.runinprocess.sync.ProcessEvent;
import dev.runinprocess.sync.ProcessLock;
import dev.runinprocess.sync.ProcessReentrantLock;
import dev.runinprocess.tests.testing.Conformance;
import dev.runinprocess.tests.testing.LeavesNothing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Locks as Python's suite tests them. */
@ExtendWith(LeavesNothing.class)
@SuppressWarnings({"LockNotBeforeTry", "WaitNotInLoop"}) // What is tested is when the lock is held; awaitFor loops.
final class LockTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    @Test
    @Conformance("_TestLock.test_repr_lock")
    void text_ofALock_namesItsOwner() throws Exception {
        ProcessLock lock = ProcessLock.create();
        assertThat(lock).hasToString("ProcessLock[owner=none]");

        List<String> texts = new ArrayList<>();
        onThread("T1", () -> {
            lock.lock();
            texts.add(lock.toString());
        });
        assertThat(texts)
                .containsExactly("ProcessLock[owner=" + Processes.current().name() + "|T1]");
        assertThat(lock).hasToString("ProcessLock[owner=other-thread]");

        ChildProcess<String> child = TextOfHeldLockLauncher.call(ProcessLock.create())
                .options(ProcessOptions.defaults().name("P1"))
                .start();
        assertThat(child.get(SOON)).isEqualTo("ProcessLock[owner=P1]");

        ProcessLock other = ProcessLock.create();
        ProcessEvent taken = ProcessEvent.create();
        ProcessEvent end = ProcessEvent.create();
        ChildProcess<Void> keeper = KeepLockUntilLauncher.start(other, taken, end);
        assertThat(taken.await(SOON)).isTrue();
        assertThat(other).hasToString("ProcessLock[owner=other-process(pid=" + keeper.pid() + ")]");
        end.set();
        assertThat(keeper.join(SOON)).isTrue();
        assertThat(other).hasToString("ProcessLock[owner=none]");
    }

    /** A wait that goes on has not looked at what the dead left half done, so it is not the one that may say so no more. */
    @Test
    void abandonedLock_thatComesToAWaitWhichGoesOn_isAbandonedForTheNext() throws Exception {
        ProcessLock lock = ProcessLock.create();
        ProcessCondition condition = lock.newCondition();
        SharedBoolean done = SharedBoolean.create(false);
        Thread waiter = new Thread(() -> {
            lock.lock();
            try {
                condition.awaitFor(done::get);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                lock.unlock();
            }
        });
        waiter.start();
        await().until(() -> waiting(lock, condition) == 1);
        assertThat(SignalAndDieLauncher.start(lock, condition).join(SOON)).isTrue();
        // Signalled, the waiter has the lock from the dead, looks for what it waits for, and waits again.
        await().until(() -> !lock.isLocked());

        lock.lock();
        try {
            assertThat(lock.wasAbandoned()).isTrue();
            done.set(true);
            condition.signal();
        } finally {
            lock.unlock();
        }
        waiter.join(SOON.toMillis());
        assertThat(waiter.isAlive()).isFalse();
    }

    private static int waiting(ProcessLock lock, ProcessCondition condition) {
        lock.lock();
        try {
            return condition.getWaitQueueLength();
        } finally {
            lock.unlock();
        }
    }

    @Test
    @Conformance("_TestLock.test_lock")
    void lock_isTakenOnce() {
        ProcessLock lock = ProcessLock.create();
        assertThat(lock.tryLock()).isTrue();
        assertThat(lock.isLocked()).isTrue();
        assertThat(lock.tryLock()).isFalse();
        lock.unlock();
        assertThat(lock.isLocked()).isFalse();
        assertThatThrownBy(lock::unlock).isInstanceOf(IllegalMonitorStateException.class);
    }

    @Test
    @Conformance("_TestLock.test_lock_locked_2processes")
    void lock_takenByAChild_isLockedInTheParent() throws Exception {
        ProcessLock lock = ProcessLock.create();
        SharedBoolean locked = SharedBoolean.create(false);
        ProcessEvent event = ProcessEvent.create();
        ChildProcess<Void> child = KeepLockLauncher.start(lock, locked, event);
        assertThat(event.await(SOON)).isTrue();
        assertThat(lock.isLocked()).isTrue();
        assertThat(locked.get()).isTrue();
        assertThat(child.join(SOON)).isTrue();
    }

    @Test
    @Conformance("_TestLock.test_repr_rlock")
    void text_ofAReentrantLock_namesItsOwnerAndHowOften() throws Exception {
        ProcessReentrantLock lock = ProcessReentrantLock.create();
        assertThat(lock).hasToString("ProcessReentrantLock[owner=none, holds=0]");

        String self = Processes.current().name();
        List<String> texts = new ArrayList<>();
        for (int depth = 1; depth <= 3; depth++) {
            int times = depth;
            onThread("T" + depth, () -> {
                for (int i = 0; i < times; i++) {
                    lock.lock();
                }
                texts.add(lock.toString());
                for (int i = 0; i < times; i++) {
                    lock.unlock();
                }
            });
        }
        assertThat(texts)
                .containsExactly(
                        "ProcessReentrantLock[owner=" + self + "|T1, holds=1]",
                        "ProcessReentrantLock[owner=" + self + "|T2, holds=2]",
                        "ProcessReentrantLock[owner=" + self + "|T3, holds=3]");
        onThread("T4", lock::lock);
        assertThat(lock).hasToString("ProcessReentrantLock[owner=other-thread, holds=1]");

        ChildProcess<String> child = TextOfHeldReentrantLockLauncher.call(ProcessReentrantLock.create())
                .options(ProcessOptions.defaults().name("P1"))
                .start();
        assertThat(child.get(SOON)).isEqualTo("ProcessReentrantLock[owner=P1, holds=1]");

        ProcessReentrantLock kept = ProcessReentrantLock.create();
        ChildProcess<Void> keeper =
                KeepReentrantLockLauncher.start(kept, SharedBoolean.create(false), ProcessEvent.create());
        assertThat(keeper.join(SOON)).isTrue();
        assertThat(kept).hasToString("ProcessReentrantLock[owner=other-process(pid=" + keeper.pid() + "), holds=1]");
    }

    @Test
    @Conformance("_TestLock.test_rlock")
    void reentrantLock_isGivenBackAsOftenAsTaken() {
        ProcessReentrantLock lock = ProcessReentrantLock.create();
        for (int i = 0; i < 3; i++) {
            assertThat(lock.tryLock()).isTrue();
        }
        assertThat(lock.isLocked()).isTrue();
        lock.unlock();
        assertThat(lock.isLocked()).isTrue();
        lock.unlock();
        lock.unlock();
        assertThat(lock.isLocked()).isFalse();
        assertThatThrownBy(lock::unlock).isInstanceOf(IllegalMonitorStateException.class);
    }

    @Test
    @Conformance("_TestLock.test_rlock_locked_2processes")
    void reentrantLock_takenByAChild_isLockedInTheParent() throws Exception {
        ProcessReentrantLock lock = ProcessReentrantLock.create();
        SharedBoolean locked = SharedBoolean.create(false);
        ProcessEvent event = ProcessEvent.create();
        ChildProcess<Void> child = KeepReentrantLockLauncher.start(lock, locked, event);
        assertThat(event.await(SOON)).isTrue();
        assertThat(lock.isLocked()).isTrue();
        assertThat(locked.get()).isTrue();
        assertThat(child.join(SOON)).isTrue();
    }

    @Test
    @Conformance("_TestLock.test_lock_context")
    void hold_ofALock_endsWithItsBlock() {
        ProcessLock lock = ProcessLock.create();
        try (LockHold hold = lock.hold()) {
            assertThat(hold.wasAbandoned()).isFalse();
            assertThat(lock.isHeldByCurrentThread()).isTrue();
        }
        assertThat(lock.isLocked()).isFalse();
    }

    @Test
    @Conformance("_TestLock.test_rlock_context")
    void hold_ofAReentrantLock_endsWithItsBlock() {
        ProcessReentrantLock lock = ProcessReentrantLock.create();
        try (LockHold hold = lock.hold()) {
            assertThat(hold.wasAbandoned()).isFalse();
            assertThat(lock.getHoldCount()).isEqualTo(1);
        }
        assertThat(lock.isLocked()).isFalse();
    }

    private static void onThread(String name, Runnable action) throws InterruptedException {
        Thread thread = new Thread(action, name);
        thread.start();
        thread.join(SOON.toMillis());
        assertThat(thread.isAlive()).isFalse();
    }
}
