package dev.runinprocess.tests.deaths;

import dev.runinprocess.ChildProcess;
import dev.runinprocess.RunInProcess;
import dev.runinprocess.sync.ProcessLock;

/** What the processes of {@link ReapCases} do. */
final class ReapTasks {
    /** The numbers on the board, beside those of {@link LockTasks}. */
    static final int PID_OF_HOLDER = 10;

    private ReapTasks() {}

    /** Is the parent of a holder of the lock, and kills it when it is told to. */
    @RunInProcess
    static void nurse(ProcessLock lock, Board board) throws Exception {
        ChildProcess<Void> holder = HoldLauncher.start(lock, board);
        board.set(PID_OF_HOLDER, holder.pid());
        board.await(LockTasks.GO, 1);
        holder.kill();
        holder.join();
    }
}
