package dev.runinprocess.tests.deaths;

import dev.runinprocess.RunInProcess;
import dev.runinprocess.sync.ProcessLock;
import dev.runinprocess.sync.ProcessReentrantLock;
import java.util.concurrent.CountDownLatch;

/** What the processes of {@link LockCases} do. */
@SuppressWarnings("LockNotBeforeTry") // Locks are taken again, and kept beyond the end.
final class LockTasks {
    /** The numbers on the board. */
    static final int HELD = 0;

    static final int GO = 1;
    static final int PARKED = 2;
    static final int TURNS = 3;

    private LockTasks() {}

    /** Holds the lock until it is told to go on. */
    @RunInProcess
    static void holdAndLeave(ProcessLock lock, Board board) {
        lock.lock();
        try {
            board.set(HELD, 1);
            board.await(GO, 1);
        } finally {
            lock.unlock();
        }
    }

    /** As {@link #holdAndLeave}, twice over. */
    @RunInProcess
    static void holdTwiceAndLeave(ProcessReentrantLock lock, Board board) {
        lock.lock();
        try {
            lock.lock();
            board.set(HELD, 1);
            board.await(GO, 1);
            lock.unlock();
        } finally {
            lock.unlock();
        }
    }

    /** Holds the lock for good. */
    @RunInProcess
    static void hold(ProcessLock lock, Board board) throws InterruptedException {
        lock.lock();
        board.set(HELD, 1);
        new CountDownLatch(1).await();
    }

    /** Ends while it holds the lock. */
    @RunInProcess
    static void holdAndEnd(ProcessLock lock, String ending) {
        lock.lock();
        switch (ending) {
            case "return" -> {}
            case "exit" -> System.exit(0);
            case "halt" -> Runtime.getRuntime().halt(0);
            case "throw" -> throw new IllegalStateException("the task ends so");
            default -> throw new IllegalArgumentException(ending);
        }
    }

    /** Takes the lock in its turn. */
    @RunInProcess
    static Taking take(ProcessLock lock, Board board) {
        try (Warnings warnings = Warnings.hear()) {
            Parked.tell(board, PARKED);
            lock.lock();
            try {
                board.countUp(TURNS);
                return new Taking(lock.wasAbandoned(), warnings.messages());
            } finally {
                lock.unlock();
            }
        }
    }

    /** Takes the lock in its turn, and again inside. */
    @RunInProcess
    static Taking takeTwice(ProcessReentrantLock lock, Board board) {
        try (Warnings warnings = Warnings.hear()) {
            Parked.tell(board, PARKED);
            lock.lock();
            try {
                lock.lock();
                if (lock.getHoldCount() != 2) {
                    throw new AssertionError("holds=" + lock.getHoldCount());
                }
                lock.unlock();
                board.countUp(TURNS);
                return new Taking(lock.wasAbandoned(), warnings.messages());
            } finally {
                lock.unlock();
            }
        }
    }
}
