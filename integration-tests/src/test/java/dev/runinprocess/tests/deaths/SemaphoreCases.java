package dev.runinprocess.tests.deaths;

import static dev.runinprocess.internal.shm.Failpoint.BELL_MARKED;
import static dev.runinprocess.internal.shm.Failpoint.CELL_CLAIMED;
import static dev.runinprocess.internal.shm.Failpoint.CELL_CLEARED;
import static dev.runinprocess.internal.shm.Failpoint.FLAG_TAKEN;
import static dev.runinprocess.internal.shm.Failpoint.GUARD_APPLIED;
import static dev.runinprocess.internal.shm.Failpoint.GUARD_COMMITTED;
import static dev.runinprocess.internal.shm.Failpoint.GUARD_DONE;
import static dev.runinprocess.internal.shm.Failpoint.GUARD_PARTLY_APPLIED;
import static dev.runinprocess.internal.shm.Failpoint.GUARD_STAGED;
import static dev.runinprocess.internal.shm.Failpoint.GUARD_TAKEN;
import static dev.runinprocess.internal.shm.Failpoint.SEMAPHORE_HALF_TOLD;
import static dev.runinprocess.internal.shm.Failpoint.SEMAPHORE_RELEASED;
import static dev.runinprocess.internal.shm.Failpoint.SEMAPHORE_RETURNED;
import static dev.runinprocess.internal.shm.Failpoint.SEMAPHORE_SETTLED;
import static dev.runinprocess.internal.shm.Failpoint.WAITER_FLAGGED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.ChildProcess;
import dev.runinprocess.sync.ProcessSemaphore;
import dev.runinprocess.tests.testing.Await;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Deaths at each step of taking permits of a semaphore, giving them back, and getting back those of the dead. */
final class SemaphoreCases {
    private static final int PERMITS = 2;

    private SemaphoreCases() {}

    static Stream<Case> all() {
        return Stream.of(
                taking(CELL_CLAIMED, 1, false),
                taking(GUARD_TAKEN, 1, false),
                taking(GUARD_STAGED, 1, false),
                taking(GUARD_COMMITTED, 1, true),
                taking(GUARD_PARTLY_APPLIED, 1, true),
                taking(GUARD_PARTLY_APPLIED, 2, true),
                taking(GUARD_APPLIED, 1, true),
                taking(GUARD_DONE, 1, true),
                releasing(GUARD_TAKEN, 2, true),
                releasing(GUARD_STAGED, 2, true),
                releasing(GUARD_COMMITTED, 2, false),
                releasing(GUARD_PARTLY_APPLIED, 3, false),
                releasing(GUARD_PARTLY_APPLIED, 4, false),
                releasing(GUARD_APPLIED, 2, false),
                releasing(GUARD_DONE, 2, false),
                releasing(SEMAPHORE_RELEASED, 1, false),
                releasing(FLAG_TAKEN, 1, false),
                releasing(BELL_MARKED, 1, false),
                releasing(SEMAPHORE_HALF_TOLD, 1, false),
                releasing(FLAG_TAKEN, 2, false),
                new Case(WAITER_FLAGGED, 1, "waiting for permits", SemaphoreCases::waiter),
                settling(GUARD_STAGED, 1),
                settling(GUARD_COMMITTED, 1),
                settling(GUARD_PARTLY_APPLIED, 1),
                settling(GUARD_PARTLY_APPLIED, 2),
                settling(GUARD_APPLIED, 1),
                settling(SEMAPHORE_RETURNED, 1),
                settling(CELL_CLEARED, 1),
                settling(SEMAPHORE_SETTLED, 1));
    }

    private static Case taking(String failpoint, int arrival, boolean owes) {
        return new Case(
                failpoint, arrival, "taking permits", (self, directory) -> die(self, directory, owes ? PERMITS : 0));
    }

    private static Case releasing(String failpoint, int arrival, boolean owes) {
        return new Case(
                failpoint, arrival, "releasing permits", (self, directory) -> die(self, directory, owes ? PERMITS : 0));
    }

    private static Case settling(String failpoint, int arrival) {
        return new Case(failpoint, arrival, "getting a dead one's permits back", SemaphoreCases::settler);
    }

    private static void die(Case self, Path directory, int owed) throws Exception {
        ProcessSemaphore semaphore = ProcessSemaphore.create(PERMITS);
        Board board = Board.create();
        Victim victim = self.victim(AcquireAndReleaseLauncher.call(semaphore, board, PERMITS), directory);
        Await.until("the victim has permits", () -> board.get(LockTasks.HELD) == 1 || victim.isAtFailpoint());
        List<ChildProcess<List<String>>> survivors = survivors(semaphore, board);
        if (!victim.isAtFailpoint()) {
            board.await(LockTasks.PARKED, survivors.size());
            board.set(LockTasks.GO, 1);
        }
        victim.awaitFailpoint();
        victim.kill();
        assertTurns(survivors, semaphore, board, owed, victim.pid());
    }

    /** The victim waits for permits that the parent has. */
    private static void waiter(Case self, Path directory) throws Exception {
        ProcessSemaphore semaphore = ProcessSemaphore.create(PERMITS);
        Board board = Board.create();
        semaphore.acquire(PERMITS);
        Victim victim = self.victim(AcquireAndReleaseLauncher.call(semaphore, board, 1), directory);
        victim.awaitFailpoint();
        List<ChildProcess<List<String>>> survivors = survivors(semaphore, board);
        board.await(LockTasks.PARKED, survivors.size());
        victim.kill();
        semaphore.release(PERMITS);
        assertTurns(survivors, semaphore, board, 0, victim.pid());
    }

    /** Another died with all permits, and the victim is the first to come afterwards. */
    private static void settler(Case self, Path directory) throws Exception {
        ProcessSemaphore semaphore = ProcessSemaphore.create(PERMITS);
        Board board = Board.create();
        Victim first = Victim.start(AcquireAndReleaseLauncher.call(semaphore, board, PERMITS), directory);
        board.await(LockTasks.HELD, 1);
        first.kill();
        Victim victim = self.victim(AcquireAndReleaseLauncher.call(semaphore, board, 1), directory);
        victim.awaitFailpoint();
        List<ChildProcess<List<String>>> survivors = survivors(semaphore, board);
        victim.kill();
        assertAllHadTheirTurn(survivors, semaphore, board);
    }

    /** One wants a single permit, the other all of them. */
    private static List<ChildProcess<List<String>>> survivors(ProcessSemaphore semaphore, Board board) {
        List<ChildProcess<List<String>>> survivors = new ArrayList<>();
        for (int count = 1; count <= PERMITS; count++) {
            survivors.add(AcquireOnceLauncher.call(semaphore, board, count, PERMITS)
                    .options(Survivors.TOLD)
                    .start());
        }
        return survivors;
    }

    private static void assertTurns(
            List<ChildProcess<List<String>>> survivors, ProcessSemaphore semaphore, Board board, int owed, long pid)
            throws Exception {
        List<String> warnings = assertAllHadTheirTurn(survivors, semaphore, board);
        if (owed == 0) {
            assertThat(warnings).isEmpty();
        } else {
            assertThat(warnings)
                    .singleElement()
                    .asString()
                    .contains("pid=" + pid + ",")
                    .contains("permits=" + owed + ",");
        }
    }

    private static List<String> assertAllHadTheirTurn(
            List<ChildProcess<List<String>>> survivors, ProcessSemaphore semaphore, Board board) throws Exception {
        List<String> warnings = new ArrayList<>();
        for (ChildProcess<List<String>> survivor : survivors) {
            warnings.addAll(survivor.get(Survivors.SOON));
        }
        assertThat(board.get(LockTasks.TURNS)).isEqualTo(survivors.size());
        assertThat(board.get(SemaphoreTasks.TOO_MANY)).isZero();
        assertThat(semaphore.tryAcquire(PERMITS, Survivors.SOON)).isTrue();
        assertThat(semaphore.availablePermits()).isZero();
        semaphore.release(PERMITS);
        return warnings;
    }
}
