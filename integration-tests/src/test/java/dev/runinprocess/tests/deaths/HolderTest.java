package dev.runinprocess.tests.deaths;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.ChildProcess;
import dev.runinprocess.Processes;
import dev.runinprocess.sync.ProcessLock;
import dev.runinprocess.tests.testing.LeavesNothing;
import dev.runinprocess.tests.testing.Signals;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a lock when the process that has it stops, ends or is killed, whoever its parent is. */
@ExtendWith(LeavesNothing.class)
@SuppressWarnings("LockNotBeforeTry") // What is tested is who has the lock.
final class HolderTest {
    private static final Duration BRIEFLY = Duration.ofMillis(100);

    private final ProcessLock lock = ProcessLock.create();
    private final Board board = Board.create();

    @AfterEach
    void killThoseAFailureLeft() {
        Processes.activeChildren().forEach(ChildProcess::kill);
    }

    @Test
    void stoppedHolder_keepsItsLock_andWaitersTimesEnd() throws Exception {
        ChildProcess<Void> holder = HoldAndLeaveLauncher.start(lock, board);
        board.await(LockTasks.HELD, 1);
        Signals.send("STOP", holder.pid());
        board.set(LockTasks.GO, 1);

        long begin = System.nanoTime();
        // Longer than it takes to look for dead processes.
        assertThat(lock.tryLock(Duration.ofMillis(1500))).isFalse();
        assertThat(System.nanoTime() - begin).isLessThan(Survivors.SOON.toNanos());
        assertThat(lock.isLocked()).isTrue();

        Signals.send("CONT", holder.pid());
        assertThat(lock.tryLock(Survivors.SOON)).isTrue();
        assertThat(lock.wasAbandoned()).isFalse();
        lock.unlock();
        assertThat(holder.join(Survivors.SOON)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"return", "exit", "halt", "throw"})
    void holderThatEnds_passesItsLockOn(String ending) throws Exception {
        ChildProcess<Void> holder =
                HoldAndEndLauncher.call(lock, ending).options(Survivors.LOOKING).start();
        assertThat(holder.join(Survivors.SOON)).isTrue();
        assertThat(lock.isLocked()).isTrue();
        assertAbandonedBy(holder.pid());
    }

    @Test
    void holderThatDiesWithItsParent_isFound(@TempDir Path directory) throws Exception {
        Victim nurse = Victim.start(NurseLauncher.call(lock, board), directory);
        board.await(LockTasks.HELD, 1);
        List<ChildProcess<Taking>> survivors = LockCases.survivors(lock, board, Survivors.LOOKING);
        board.await(LockTasks.PARKED, survivors.size());
        nurse.kill();
        LockCases.assertTurns(survivors, lock, board, true, board.get(ReapTasks.PID_OF_HOLDER));
    }

    @Test
    void holderWhoseParentIsStopped_isFound(@TempDir Path directory) throws Exception {
        Victim nurse = Victim.start(NurseLauncher.call(lock, board), directory);
        board.await(LockTasks.HELD, 1);
        List<ChildProcess<Taking>> survivors = LockCases.survivors(lock, board, Survivors.LOOKING);
        board.await(LockTasks.PARKED, survivors.size());
        Signals.send("STOP", nurse.pid());
        Signals.send("KILL", board.get(ReapTasks.PID_OF_HOLDER));
        LockCases.assertTurns(survivors, lock, board, true, board.get(ReapTasks.PID_OF_HOLDER));
        nurse.kill();
    }

    @Test
    void holderThatNobodyReaps_isFoundByThoseWhoOnlyTry(@TempDir Path directory) throws Exception {
        Victim nurse = Victim.start(NurseLauncher.call(lock, board), directory);
        board.await(LockTasks.HELD, 1);
        Signals.send("STOP", nurse.pid());
        Signals.send("KILL", board.get(ReapTasks.PID_OF_HOLDER));
        try (Warnings warnings = Warnings.hear()) {
            long begin = System.nanoTime();
            while (!lock.tryLock() && System.nanoTime() - begin < Survivors.SOON.toNanos()) {
                LockSupport.parkNanos(BRIEFLY.toNanos());
            }
            assertThat(lock.wasAbandoned()).isTrue();
            assertThat(warnings.messages()).hasSize(1);
            lock.unlock();
        }
        nurse.kill();
    }

    @Test
    void lockFromTheDead_givenBack_isLikeAnyOther(@TempDir Path directory) throws Exception {
        Victim holder = Victim.start(HoldLauncher.call(lock, board), directory);
        board.await(LockTasks.HELD, 1);
        assertThat(lock.tryLock(BRIEFLY)).isFalse();
        holder.kill();
        assertAbandonedBy(holder.pid());
        assertThat(lock.tryLock()).isTrue();
        assertThat(lock.wasAbandoned()).isFalse();
        lock.unlock();
    }

    private void assertAbandonedBy(long pid) throws InterruptedException {
        try (Warnings warnings = Warnings.hear()) {
            assertThat(lock.tryLock(Survivors.SOON)).isTrue();
            assertThat(lock.wasAbandoned()).isTrue();
            assertThat(warnings.messages()).singleElement().asString().contains("pid=" + pid + ",");
            lock.unlock();
        }
    }
}
