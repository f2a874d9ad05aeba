package dev.runinprocess.tests.deaths;

import static dev.runinprocess.internal.shm.Failpoint.BELL_MARKED;
import static dev.runinprocess.internal.shm.Failpoint.FLAG_HINT_DOWN;
import static dev.runinprocess.internal.shm.Failpoint.FLAG_TAKEN;
import static dev.runinprocess.internal.shm.Failpoint.LOCK_HELD;
import static dev.runinprocess.internal.shm.Failpoint.LOCK_LEAVING;
import static dev.runinprocess.internal.shm.Failpoint.LOCK_LEFT;
import static dev.runinprocess.internal.shm.Failpoint.LOCK_TAKEN;
import static dev.runinprocess.internal.shm.Failpoint.WAITER_FLAGGED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.Call;
import dev.runinprocess.ChildProcess;
import dev.runinprocess.ProcessOptions;
import dev.runinprocess.sync.ProcessLock;
import dev.runinprocess.sync.ProcessReentrantLock;
import dev.runinprocess.sync.RobustLock;
import dev.runinprocess.tests.testing.Await;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Deaths at each step of taking a lock and giving it back. */
@SuppressWarnings("LockNotBeforeTry") // The order of the processes is what is tested.
final class LockCases {
    private static final int SURVIVORS = 2;
    private static final Duration BRIEFLY = Duration.ofMillis(50);

    private LockCases() {}

    static Stream<Case> all() {
        return Stream.of(
                new Case(LOCK_TAKEN, 1, "taking a free lock", LockCases::holder),
                new Case(LOCK_TAKEN, 1, "taking a dead one's lock", LockCases::heir),
                new Case(LOCK_HELD, 1, "taking a dead one's lock", LockCases::heir),
                new Case(LOCK_LEAVING, 1, "giving back a dead one's lock", LockCases::heir),
                new Case(LOCK_LEFT, 1, "giving a lock back", LockCases::leaver),
                new Case(FLAG_TAKEN, 1, "waking the next for a lock", LockCases::leaver),
                new Case(BELL_MARKED, 1, "waking the next for a lock", LockCases::leaver),
                new Case(FLAG_HINT_DOWN, 1, "giving back a lock that another wanted", LockCases::wantedBefore),
                new Case(WAITER_FLAGGED, 1, "waiting for a lock", LockCases::waiter),
                new Case(LOCK_TAKEN, 1, "taking a reentrant lock", LockCases::reentrantHolder),
                new Case(LOCK_HELD, 1, "taking a reentrant lock", LockCases::reentrantHolder),
                new Case(LOCK_HELD, 2, "taking a reentrant lock again", LockCases::reentrantHolder),
                new Case(LOCK_HELD, 3, "giving a reentrant lock back once", LockCases::reentrantHolder),
                new Case(LOCK_LEFT, 1, "giving a reentrant lock back", LockCases::reentrantLeaver));
    }

    private static void holder(Case self, Path directory) throws Exception {
        ProcessLock lock = ProcessLock.create();
        Board board = Board.create();
        dies(self.victim(HoldAndLeaveLauncher.call(lock, board), directory), lock, board, true);
    }

    /** The victim has the lock from another that died before. */
    private static void heir(Case self, Path directory) throws Exception {
        ProcessLock lock = ProcessLock.create();
        Board board = Board.create();
        Victim first = Victim.start(HoldLauncher.call(lock, board), directory);
        board.await(LockTasks.HELD, 1);
        first.kill();
        assertThat(lock.isLocked()).isTrue();
        board.set(LockTasks.HELD, 0);
        dies(self.victim(HoldAndLeaveLauncher.call(lock, board), directory), lock, board, true);
    }

    private static void leaver(Case self, Path directory) throws Exception {
        ProcessLock lock = ProcessLock.create();
        Board board = Board.create();
        dies(self.victim(HoldAndLeaveLauncher.call(lock, board), directory), lock, board, false);
    }

    private static void reentrantHolder(Case self, Path directory) throws Exception {
        ProcessReentrantLock lock = ProcessReentrantLock.create();
        Board board = Board.create();
        dies(self.victim(HoldTwiceAndLeaveLauncher.call(lock, board), directory), lock, board, true);
    }

    private static void reentrantLeaver(Case self, Path directory) throws Exception {
        ProcessReentrantLock lock = ProcessReentrantLock.create();
        Board board = Board.create();
        dies(self.victim(HoldTwiceAndLeaveLauncher.call(lock, board), directory), lock, board, false);
    }

    /** The survivors sleep until the lock is theirs; that the victim is dead they learn from its parent alone. */
    private static void dies(Victim victim, RobustLock lock, Board board, boolean abandoned) throws Exception {
        Await.until("the victim has the lock", () -> board.get(LockTasks.HELD) == 1 || victim.isAtFailpoint());
        List<ChildProcess<Taking>> survivors = survivors(lock, board, Survivors.TOLD);
        board.await(LockTasks.PARKED, SURVIVORS);
        board.set(LockTasks.GO, 1);
        victim.awaitFailpoint();
        assertThat(board.get(LockTasks.TURNS)).as("turns before the death").isZero();
        victim.kill();
        assertTurns(survivors, lock, board, abandoned, victim.pid());
    }

    /** Somebody waited for the victim's lock in vain, so that the victim looks who does. */
    private static void wantedBefore(Case self, Path directory) throws Exception {
        ProcessLock lock = ProcessLock.create();
        Board board = Board.create();
        Victim victim = self.victim(HoldAndLeaveLauncher.call(lock, board), directory);
        board.await(LockTasks.HELD, 1);
        assertThat(lock.tryLock(BRIEFLY)).isFalse();
        board.set(LockTasks.GO, 1);
        victim.awaitFailpoint();
        assertThat(lock.tryLock()).isTrue();
        List<ChildProcess<Taking>> survivors = survivors(lock, board, Survivors.TOLD);
        board.await(LockTasks.PARKED, SURVIVORS);
        victim.kill();
        lock.unlock();
        assertTurns(survivors, lock, board, false, victim.pid());
    }

    /** The victim is one of three that wait for a lock that the parent has. */
    private static void waiter(Case self, Path directory) throws Exception {
        ProcessLock lock = ProcessLock.create();
        Board board = Board.create();
        lock.lock();
        Victim victim = self.victim(HoldAndLeaveLauncher.call(lock, board), directory);
        victim.awaitFailpoint();
        List<ChildProcess<Taking>> survivors = survivors(lock, board, Survivors.TOLD);
        board.await(LockTasks.PARKED, SURVIVORS);
        victim.kill();
        lock.unlock();
        assertTurns(survivors, lock, board, false, victim.pid());
    }

    static List<ChildProcess<Taking>> survivors(RobustLock lock, Board board, ProcessOptions options) {
        List<ChildProcess<Taking>> survivors = new ArrayList<>();
        for (int i = 0; i < SURVIVORS; i++) {
            survivors.add(take(lock, board).options(options).start());
        }
        return survivors;
    }

    private static Call<Taking> take(RobustLock lock, Board board) {
        return lock instanceof ProcessReentrantLock reentrant
                ? TakeTwiceLauncher.call(reentrant, board)
                : TakeLauncher.call((ProcessLock) lock, board);
    }

    /** Each survivor and the parent have had their turn; the first of them, and no other, learned of the death. */
    static void assertTurns(
            List<ChildProcess<Taking>> survivors, RobustLock lock, Board board, boolean abandoned, long pid)
            throws Exception {
        List<Taking> takings = new ArrayList<>();
        for (ChildProcess<Taking> survivor : survivors) {
            takings.add(survivor.get(Survivors.SOON));
        }
        assertThat(lock.tryLock(Survivors.SOON)).isTrue();
        assertThat(lock.wasAbandoned()).as("after the first").isFalse();
        lock.unlock();
        assertThat(board.get(LockTasks.TURNS)).isEqualTo(SURVIVORS);
        assertThat(takings.stream().filter(Taking::abandoned)).hasSize(abandoned ? 1 : 0);
        assertThat(takings.stream().flatMap(taking -> taking.warnings().stream()))
                .hasSize(abandoned ? 1 : 0)
                .allMatch(warning -> warning.contains("pid=" + pid + ","));
    }
}
