package dev.runinprocess.tests.deaths;

import static dev.runinprocess.internal.shm.Failpoint.BARRIER_ACTED;
import static dev.runinprocess.internal.shm.Failpoint.BARRIER_ANNOUNCED;
import static dev.runinprocess.internal.shm.Failpoint.BARRIER_ARRIVED;
import static dev.runinprocess.internal.shm.Failpoint.BARRIER_BROKEN;
import static dev.runinprocess.internal.shm.Failpoint.BARRIER_CELL_ADOPTED;
import static dev.runinprocess.internal.shm.Failpoint.BARRIER_MARKED;
import static dev.runinprocess.internal.shm.Failpoint.BARRIER_PARTLY_MARKED;
import static dev.runinprocess.internal.shm.Failpoint.BARRIER_SETTLED;
import static dev.runinprocess.internal.shm.Failpoint.BARRIER_TRIPPED;
import static dev.runinprocess.internal.shm.Failpoint.BARRIER_TRIPPING;
import static dev.runinprocess.internal.shm.Failpoint.BELL_MARKED;
import static dev.runinprocess.internal.shm.Failpoint.CELL_CLAIMED;
import static dev.runinprocess.internal.shm.Failpoint.CELL_CLEARED;
import static dev.runinprocess.internal.shm.Failpoint.FLAG_TAKEN;
import static dev.runinprocess.internal.shm.Failpoint.WAITER_FLAGGED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.ChildProcess;
import dev.runinprocess.sync.ProcessBarrier;
import dev.runinprocess.tests.testing.Signals;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Deaths at each step of meeting at a barrier, breaking it and making it whole again. */
final class BarrierCases {
    private static final int SURVIVORS = 2;

    private BarrierCases() {}

    static Stream<Case> all() {
        return Stream.of(
                        Stream.of(BARRIER_ANNOUNCED, BARRIER_ARRIVED, WAITER_FLAGGED)
                                .map(failpoint -> new Case(failpoint, 1, "coming to a barrier", BarrierCases::comer)),
                        Stream.of(new Case(CELL_CLAIMED, 1, "before coming to a barrier", BarrierCases::absentee)),
                        Stream.of(BARRIER_TRIPPING, BARRIER_ACTED)
                                .map(failpoint -> new Case(failpoint, 1, "running the action", BarrierCases::actor)),
                        Stream.of(BARRIER_TRIPPED, FLAG_TAKEN, BELL_MARKED, CELL_CLEARED)
                                .map(failpoint ->
                                        new Case(failpoint, 1, "coming to a barrier as the last", BarrierCases::last)),
                        Stream.of(new Case(BARRIER_BROKEN, 1, "aborting a barrier", BarrierCases::aborter)),
                        Stream.of(BARRIER_BROKEN, BARRIER_CELL_ADOPTED, CELL_CLEARED, BARRIER_SETTLED)
                                .map(failpoint ->
                                        new Case(failpoint, 1, "beside a dead waiter", BarrierCases::settler)),
                        Stream.of(1, 2)
                                .map(arrival -> new Case(
                                        BARRIER_PARTLY_MARKED, arrival, "resetting a barrier", BarrierCases::resetter)),
                        Stream.of(new Case(BARRIER_MARKED, 1, "resetting a barrier", BarrierCases::resetter)))
                .flatMap(cases -> cases);
    }

    /** One more would be missing if the victim had stayed. */
    private static void comer(Case self, Path directory) throws Exception {
        ProcessBarrier barrier = ProcessBarrier.create(SURVIVORS + 2);
        Board board = Board.create();
        Victim victim = self.victim(MeetLauncher.call(barrier, board), directory);
        victim.awaitFailpoint();
        List<ChildProcess<Met>> survivors = survivors(barrier, board);
        board.await(BarrierTasks.PARKED, SURVIVORS);
        victim.kill();
        assertBroken(survivors, true, victim.pid());
        assertThat(barrier.isBroken()).isTrue();
    }

    /** Who dies before it says that it comes breaks nothing. */
    private static void absentee(Case self, Path directory) throws Exception {
        ProcessBarrier barrier = ProcessBarrier.create(SURVIVORS + 1);
        Board board = Board.create();
        Victim victim = self.victim(MeetLauncher.call(barrier, board), directory);
        victim.awaitFailpoint();
        List<ChildProcess<Met>> survivors = survivors(barrier, board);
        board.await(BarrierTasks.PARKED, SURVIVORS);
        victim.kill();
        assertThat(barrier.await(Survivors.SOON)).isZero();
        assertPassed(survivors);
        assertWholeAgain(barrier);
    }

    private static void actor(Case self, Path directory) throws Exception {
        Board board = Board.create();
        ProcessBarrier barrier = ProcessBarrier.create(
                SURVIVORS + 1, new CountRound(board.numbers(), BarrierTasks.ACTIONS), CountRoundCodec.INSTANCE);
        List<ChildProcess<Met>> survivors = parked(barrier, board);
        Victim victim = self.victim(MeetLauncher.call(barrier, board), directory);
        victim.awaitFailpoint();
        long ran = board.get(BarrierTasks.ACTIONS);
        assertThat(ran).isEqualTo(BARRIER_ACTED.equals(self.failpoint()) ? 1 : 0);
        victim.kill();
        assertBroken(survivors, true, victim.pid());
        assertWholeAgain(barrier);
        assertThat(board.get(BarrierTasks.ACTIONS)).isEqualTo(ran + 1);
    }

    private static void last(Case self, Path directory) throws Exception {
        ProcessBarrier barrier = ProcessBarrier.create(SURVIVORS + 1);
        Board board = Board.create();
        List<ChildProcess<Met>> survivors = parked(barrier, board);
        Victim victim = self.victim(MeetLauncher.call(barrier, board), directory);
        victim.awaitFailpoint();
        victim.kill();
        assertPassed(survivors);
        assertWholeAgain(barrier);
    }

    private static void aborter(Case self, Path directory) throws Exception {
        ProcessBarrier barrier = ProcessBarrier.create(SURVIVORS + 1);
        Board board = Board.create();
        List<ChildProcess<Met>> survivors = parked(barrier, board);
        Victim victim = self.victim(AbortBarrierLauncher.call(barrier), directory);
        victim.awaitFailpoint();
        victim.kill();
        assertBroken(survivors, false, victim.pid());
        assertWholeAgain(barrier);
    }

    /** The victim waits beside another that dies, and nobody else is there to see it. */
    private static void settler(Case self, Path directory) throws Exception {
        ProcessBarrier barrier = ProcessBarrier.create(SURVIVORS + 1);
        Board board = Board.create();
        Victim first = Victim.start(MeetLauncher.call(barrier, board), directory);
        board.await(BarrierTasks.PARKED, 1);
        Victim victim = self.victim(MeetLauncher.call(barrier, board), directory);
        board.await(BarrierTasks.PARKED, 2);
        first.kill();
        victim.awaitFailpoint();
        List<ChildProcess<Met>> survivors = survivors(barrier, board);
        victim.kill();
        assertBroken(survivors, false, first.pid());
        assertWholeAgain(barrier);
    }

    /** The survivors are stopped, so that they are still in the round that the victim ends. */
    private static void resetter(Case self, Path directory) throws Exception {
        ProcessBarrier barrier = ProcessBarrier.create(SURVIVORS + 1);
        Board board = Board.create();
        List<ChildProcess<Met>> survivors = parked(barrier, board);
        survivors.forEach(survivor -> Signals.send("STOP", survivor.pid()));
        Victim victim = self.victim(ResetBarrierLauncher.call(barrier), directory);
        victim.awaitFailpoint();
        victim.kill();
        // Whoever looks next finishes what the dead had begun.
        assertThat(barrier.isBroken()).isFalse();
        survivors.forEach(survivor -> Signals.send("CONT", survivor.pid()));
        assertBroken(survivors, false, victim.pid());
        assertWholeAgain(barrier);
    }

    private static List<ChildProcess<Met>> parked(ProcessBarrier barrier, Board board) {
        List<ChildProcess<Met>> survivors = survivors(barrier, board);
        board.await(BarrierTasks.PARKED, SURVIVORS);
        return survivors;
    }

    private static List<ChildProcess<Met>> survivors(ProcessBarrier barrier, Board board) {
        List<ChildProcess<Met>> survivors = new ArrayList<>();
        for (int i = 0; i < SURVIVORS; i++) {
            survivors.add(
                    MeetLauncher.call(barrier, board).options(Survivors.TOLD).start());
        }
        return survivors;
    }

    private static List<Met> outcomes(List<ChildProcess<Met>> survivors) throws Exception {
        List<Met> outcomes = new ArrayList<>();
        for (ChildProcess<Met> survivor : survivors) {
            outcomes.add(survivor.get(Survivors.SOON));
        }
        return outcomes;
    }

    private static void assertBroken(List<ChildProcess<Met>> survivors, boolean byDeath, long pid) throws Exception {
        List<Met> outcomes = outcomes(survivors);
        assertThat(outcomes).allMatch(Met::broken);
        assertThat(outcomes.stream().flatMap(met -> met.warnings().stream()))
                .hasSize(byDeath ? 1 : 0)
                .allMatch(warning -> warning.contains("pid=" + pid + ","));
    }

    private static void assertPassed(List<ChildProcess<Met>> survivors) throws Exception {
        assertThat(outcomes(survivors))
                .noneMatch(Met::broken)
                .allMatch(met -> met.warnings().isEmpty());
    }

    /** Others meet there. */
    private static void assertWholeAgain(ProcessBarrier barrier) throws Exception {
        barrier.reset();
        Board board = Board.create();
        List<ChildProcess<Met>> survivors = survivors(barrier, board);
        board.await(BarrierTasks.PARKED, SURVIVORS);
        assertThat(barrier.getNumberWaiting()).isEqualTo(SURVIVORS);
        assertThat(barrier.await(Survivors.SOON)).isZero();
        assertPassed(survivors);
    }
}
