package dev.runinprocess.tests.deaths;

import dev.runinprocess.RunInProcess;
import dev.runinprocess.sync.ProcessBarrier;
import java.util.concurrent.BrokenBarrierException;

/** What the processes of {@link BarrierCases} do. */
final class BarrierTasks {
    /** The numbers on the board. */
    static final int PARKED = 0;

    static final int ACTIONS = 1;

    private BarrierTasks() {}

    @RunInProcess
    static Met meet(ProcessBarrier barrier, Board board) throws InterruptedException {
        try (Warnings warnings = Warnings.hear()) {
            Parked.tell(board, PARKED);
            boolean broken = false;
            try {
                int unused = barrier.await();
            } catch (BrokenBarrierException e) {
                broken = true;
            }
            return new Met(broken, warnings.messages());
        }
    }

    @RunInProcess
    static void abortBarrier(ProcessBarrier barrier) {
        barrier.abort();
    }

    @RunInProcess
    static void resetBarrier(ProcessBarrier barrier) {
        barrier.reset();
    }
}
