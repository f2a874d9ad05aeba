package dev.runinprocess.tests.sync;

import dev.runinprocess.RunInProcess;
import dev.runinprocess.memory.SharedBoolean;
import dev.runinprocess.sync.ProcessCondition;
import dev.runinprocess.sync.ProcessEvent;
import dev.runinprocess.sync.ProcessLock;
import dev.runinprocess.sync.ProcessReentrantLock;

/** What the children of {@link LockTest} do. */
@SuppressWarnings("LockNotBeforeTry") // Who dies with a lock gives nothing back.
final class LockSteps {
    private LockSteps() {}

    @RunInProcess
    static String textOfHeldLock(ProcessLock lock) {
        lock.lock();
        try {
            return lock.toString();
        } finally {
            lock.unlock();
        }
    }

    @RunInProcess
    static String textOfHeldReentrantLock(ProcessReentrantLock lock) {
        lock.lock();
        try {
            return lock.toString();
        } finally {
            lock.unlock();
        }
    }

    @RunInProcess
    static void keepLock(ProcessLock lock, SharedBoolean locked, ProcessEvent event) {
        lock.lock();
        locked.set(lock.isLocked());
        event.set();
    }

    @RunInProcess
    static void keepReentrantLock(ProcessReentrantLock lock, SharedBoolean locked, ProcessEvent event) {
        lock.lock();
        locked.set(lock.isLocked());
        event.set();
    }

    /** Has the lock until it is told to go. */
    @RunInProcess
    static void keepLockUntil(ProcessLock lock, ProcessEvent taken, ProcessEvent end) throws InterruptedException {
        lock.lock();
        try {
            taken.set();
            end.await();
        } finally {
            lock.unlock();
        }
    }

    /** Has the lock, signals, and dies with it. */
    @RunInProcess
    static void signalAndDie(ProcessLock lock, ProcessCondition condition) {
        lock.lock();
        condition.signal();
        Runtime.getRuntime().halt(9);
    }
}
