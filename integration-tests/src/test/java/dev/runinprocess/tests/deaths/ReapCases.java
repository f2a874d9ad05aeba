package dev.runinprocess.tests.deaths;

import static dev.runinprocess.internal.shm.Failpoint.REAPED;
import static dev.runinprocess.internal.shm.Failpoint.REAP_ANNOUNCED;
import static dev.runinprocess.internal.shm.Failpoint.REAP_FLAGS_DOWN;
import static dev.runinprocess.internal.shm.Failpoint.REAP_NOTED;
import static dev.runinprocess.internal.shm.Failpoint.REAP_RUNG;
import static dev.runinprocess.internal.shm.Failpoint.REAP_TOLD;

import dev.runinprocess.ChildProcess;
import dev.runinprocess.sync.ProcessLock;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Deaths of a parent at each step of its telling the others that its child is dead. */
final class ReapCases {
    private ReapCases() {}

    static Stream<Case> all() {
        return Stream.of(REAP_ANNOUNCED, REAP_FLAGS_DOWN, REAP_NOTED, REAPED, REAP_TOLD, REAP_RUNG)
                .map(failpoint -> new Case(failpoint, 1, "reaping the holder of a lock", ReapCases::nurse));
    }

    private static void nurse(Case self, Path directory) throws Exception {
        ProcessLock lock = ProcessLock.create();
        Board board = Board.create();
        Victim victim = self.victim(NurseLauncher.call(lock, board), directory);
        board.await(LockTasks.HELD, 1);
        List<ChildProcess<Taking>> survivors = LockCases.survivors(lock, board, Survivors.TOLD);
        board.await(LockTasks.PARKED, survivors.size());
        board.set(LockTasks.GO, 1);
        victim.awaitFailpoint();
        // It is in no slot, so its own death alone rings no bell.
        victim.kill();
        LockCases.assertTurns(survivors, lock, board, true, board.get(ReapTasks.PID_OF_HOLDER));
    }
}
