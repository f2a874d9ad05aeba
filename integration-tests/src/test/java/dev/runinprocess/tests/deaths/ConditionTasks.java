package dev.runinprocess.tests.deaths;

import dev.runinprocess.RunInProcess;
import dev.runinprocess.sync.ProcessCondition;
import java.util.ArrayList;
import java.util.List;

/** What the processes of {@link ConditionCases} do. */
final class ConditionTasks {
    /** The numbers on the board: how many have come to wait, each at its number. */
    static final int COMING = 0;

    static final int PARKED = 1;
    static final int PARKED_FOR_THE_LOCK = 2;
    static final int SIGNALLED = 3;
    static final int ABANDONED = 4;
    static final int SIGNALLER_COMES = 5;

    /** From here on: who was signalled, in the order of having the lock again. */
    static final int ORDER = 10;

    private ConditionTasks() {}

    /** Waits for the condition on threads that have a number each, and come in the order of these. */
    @RunInProcess
    static void awaitSignals(ProcessCondition condition, Board board, List<Integer> numbers) throws Exception {
        Warnings.mute();
        List<Thread> threads = new ArrayList<>();
        for (int number : numbers) {
            Thread thread = new Thread(() -> awaitSignal(condition, board, number), "waiter-" + number);
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    @SuppressWarnings("WaitNotInLoop") // Each waking is counted.
    private static void awaitSignal(ProcessCondition condition, Board board, int number) {
        board.await(COMING, number);
        condition.lock().lock();
        try {
            board.set(COMING, number + 1);
            Parked.tell(board, PARKED, PARKED_FOR_THE_LOCK);
            condition.awaitUninterruptibly();
            board.set(ORDER + (int) board.get(SIGNALLED), number);
            board.countUp(SIGNALLED);
            if (condition.lock().wasAbandoned()) {
                board.countUp(ABANDONED);
            }
        } finally {
            condition.lock().unlock();
        }
    }

    /** As {@link #awaitSignals}, of many; the highest number that was signalled is kept in place of the order. */
    @RunInProcess
    static void awaitMany(ProcessCondition condition, Board board, List<Integer> numbers) throws Exception {
        List<Thread> threads = new ArrayList<>();
        for (int number : numbers) {
            Thread thread = new Thread(() -> awaitAsOneOfMany(condition, board, number), "waiter-" + number);
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    @SuppressWarnings("WaitNotInLoop") // Each waking is counted.
    private static void awaitAsOneOfMany(ProcessCondition condition, Board board, int number) {
        board.await(COMING, number);
        condition.lock().lock();
        try {
            board.set(COMING, number + 1);
            condition.awaitUninterruptibly();
            board.set(ORDER, Math.max(board.get(ORDER), number));
            board.countUp(SIGNALLED);
        } finally {
            condition.lock().unlock();
        }
    }

    /** Signals so many. */
    @RunInProcess
    static void signal(ProcessCondition condition, Board board, int count) {
        board.set(SIGNALLER_COMES, 1);
        condition.lock().lock();
        try {
            condition.signal(count);
        } finally {
            condition.lock().unlock();
        }
    }
}
