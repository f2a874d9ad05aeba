package dev.runinprocess.tests.deaths;

import static dev.runinprocess.internal.shm.Failpoint.BELL_MARKED;
import static dev.runinprocess.internal.shm.Failpoint.CELL_CLAIMED;
import static dev.runinprocess.internal.shm.Failpoint.CELL_CLEARED;
import static dev.runinprocess.internal.shm.Failpoint.EVENT_SET;
import static dev.runinprocess.internal.shm.Failpoint.FLAG_TAKEN;
import static dev.runinprocess.internal.shm.Failpoint.WAITER_FLAGGED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.ChildProcess;
import dev.runinprocess.sync.ProcessEvent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Deaths at each step of setting an event and of waiting for it. */
final class EventCases {
    private static final int SURVIVORS = 2;

    private EventCases() {}

    static Stream<Case> all() {
        return Stream.concat(
                Stream.of(EVENT_SET, FLAG_TAKEN, BELL_MARKED)
                        .map(failpoint -> new Case(failpoint, 1, "setting an event", EventCases::setter)),
                Stream.of(CELL_CLAIMED, WAITER_FLAGGED, CELL_CLEARED)
                        .map(failpoint -> new Case(failpoint, 1, "waiting for an event", EventCases::waiter)));
    }

    private static void setter(Case self, Path directory) throws Exception {
        ProcessEvent event = ProcessEvent.create();
        Board board = Board.create();
        List<ChildProcess<Boolean>> survivors = survivors(event, board);
        Victim victim = self.victim(SetEventLauncher.call(event), directory);
        victim.awaitFailpoint();
        victim.kill();
        assertAllGoOn(survivors, event);
    }

    private static void waiter(Case self, Path directory) throws Exception {
        ProcessEvent event = ProcessEvent.create();
        Board board = Board.create();
        Victim victim = self.victim(AwaitEventLauncher.call(event, board), directory);
        board.await(EventTasks.COMING, 1);
        List<ChildProcess<Boolean>> survivors = survivors(event, board);
        if (victim.isAtFailpoint()) {
            victim.kill();
            event.set();
        } else {
            event.set();
            victim.awaitFailpoint();
            victim.kill();
        }
        assertAllGoOn(survivors, event);
    }

    private static List<ChildProcess<Boolean>> survivors(ProcessEvent event, Board board) {
        long parked = board.get(EventTasks.PARKED);
        List<ChildProcess<Boolean>> survivors = new ArrayList<>();
        for (int i = 0; i < SURVIVORS; i++) {
            survivors.add(AwaitEventLauncher.call(event, board)
                    .options(Survivors.TOLD)
                    .start());
        }
        board.await(EventTasks.PARKED, parked + SURVIVORS);
        return survivors;
    }

    private static void assertAllGoOn(List<ChildProcess<Boolean>> survivors, ProcessEvent event) throws Exception {
        for (ChildProcess<Boolean> survivor : survivors) {
            assertThat(survivor.get(Survivors.SOON)).isTrue();
        }
        assertThat(event.await(Survivors.SOON)).isTrue();
    }
}
