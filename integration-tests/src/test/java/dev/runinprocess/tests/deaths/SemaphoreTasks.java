package dev.runinprocess.tests.deaths;

import dev.runinprocess.RunInProcess;
import dev.runinprocess.sync.ProcessSemaphore;
import java.util.List;

/** What the processes of {@link SemaphoreCases} do. */
final class SemaphoreTasks {
    /** The numbers on the board, beside those of {@link LockTasks}. */
    static final int IN_USE = 20;

    static final int TOO_MANY = 21;

    private SemaphoreTasks() {}

    /** Has permits until it is told to go on. */
    @RunInProcess
    static void acquireAndRelease(ProcessSemaphore semaphore, Board board, int count) throws InterruptedException {
        Warnings.mute();
        semaphore.acquire(count);
        board.set(LockTasks.HELD, 1);
        board.await(LockTasks.GO, 1);
        semaphore.release(count);
    }

    /** Has permits once, and returns what the library's logger said. */
    @RunInProcess
    static List<String> acquireOnce(ProcessSemaphore semaphore, Board board, int count, int permits)
            throws InterruptedException {
        try (Warnings warnings = Warnings.hear()) {
            Parked.tell(board, LockTasks.PARKED);
            semaphore.acquire(count);
            long inUse = board.numbers().addAndGet(IN_USE, count);
            if (inUse > permits) {
                board.set(TOO_MANY, inUse);
            }
            board.numbers().getAndAdd(LockTasks.TURNS, 1);
            board.numbers().getAndAdd(IN_USE, -count);
            semaphore.release(count);
            return warnings.messages();
        }
    }
}
