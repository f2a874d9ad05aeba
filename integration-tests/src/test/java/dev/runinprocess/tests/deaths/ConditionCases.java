package dev.runinprocess.tests.deaths;

import static dev.runinprocess.internal.shm.Failpoint.BELL_MARKED;
import static dev.runinprocess.internal.shm.Failpoint.CELLS_MADE;
import static dev.runinprocess.internal.shm.Failpoint.CELL_CLAIMED;
import static dev.runinprocess.internal.shm.Failpoint.CELL_CLEARED;
import static dev.runinprocess.internal.shm.Failpoint.CONDITION_SIGNALLED;
import static dev.runinprocess.internal.shm.Failpoint.CONDITION_SIGNAL_ADOPTED;
import static dev.runinprocess.internal.shm.Failpoint.CONDITION_TICKET_DRAWN;
import static dev.runinprocess.internal.shm.Failpoint.FLAG_TAKEN;
import static dev.runinprocess.internal.shm.Failpoint.WAITER_FLAGGED;

import java.nio.file.Path;
import java.util.stream.Stream;

/** Deaths at each step of waiting for a condition and of signalling it. */
final class ConditionCases {
    private ConditionCases() {}

    static Stream<Case> all() {
        return Stream.of(
                new Case(
                        CELL_CLAIMED,
                        1,
                        "coming to wait for a condition",
                        (self, directory) -> comer(self, 3, directory)),
                new Case(
                        CONDITION_TICKET_DRAWN,
                        1,
                        "coming to wait for a condition",
                        (self, directory) -> comer(self, 3, directory)),
                new Case(
                        CELLS_MADE,
                        1,
                        "coming to wait for a condition as the eighth",
                        (self, directory) -> comer(self, 7, directory)),
                new Case(CELL_CLEARED, 1, "coming back from a condition, without its lock", ConditionCases::waker),
                new Case(CELL_CLEARED, 2, "coming back from a condition", ConditionCases::leaver),
                new Case(CELL_CLEARED, 1, "signalling, past a dead waiter", ConditionCases::signallerPastTheDead),
                new Case(CONDITION_SIGNALLED, 1, "signalling two", (self, directory) -> signaller(self, 1, directory)),
                new Case(CONDITION_SIGNALLED, 2, "signalling two", (self, directory) -> signaller(self, 2, directory)),
                new Case(FLAG_TAKEN, 1, "signalling two", (self, directory) -> signaller(self, 1, directory)),
                new Case(FLAG_TAKEN, 2, "signalling two", (self, directory) -> signaller(self, 2, directory)),
                new Case(BELL_MARKED, 1, "signalling two", (self, directory) -> signaller(self, 1, directory)),
                new Case(WAITER_FLAGGED, 1, "waiting, with a signal in its hand", ConditionCases::receiver),
                new Case(CONDITION_SIGNAL_ADOPTED, 1, "taking over a dead one's signal", ConditionCases::adopter),
                new Case(CELL_CLEARED, 3, "handing on the second of its signals", ConditionCases::adopterOfTwo));
    }

    /** The victim is about to be one waiter more. */
    private static void comer(Case self, int waiters, Path directory) throws Exception {
        Meeting meeting = new Meeting();
        meeting.survivors(0, waiters);
        Victim victim = self.victim(meeting.waiter(waiters), directory);
        victim.awaitFailpoint();
        victim.kill();
        meeting.assertRest(0, waiters, 1);
    }

    /** The victim was signalled, and wants the lock again. */
    private static void waker(Case self, Path directory) throws Exception {
        Meeting meeting = new Meeting();
        Victim victim = self.victim(meeting.waiter(0), directory);
        meeting.survivors(1, 4);
        meeting.signal(1);
        victim.awaitFailpoint();
        victim.kill();
        meeting.assertRest(1, 3, 0);
    }

    /** The victim was signalled, and has the lock again. */
    private static void leaver(Case self, Path directory) throws Exception {
        Meeting meeting = new Meeting();
        Victim victim = self.victim(meeting.waiter(0), directory);
        meeting.survivors(1, 4);
        meeting.signal(1);
        victim.awaitFailpoint();
        victim.kill();
        meeting.assertRest(0, 3, 1);
    }

    private static void signaller(Case self, int given, Path directory) throws Exception {
        Meeting meeting = new Meeting();
        meeting.survivors(0, 3);
        Victim victim = self.victim(meeting.signaller(2), directory);
        victim.awaitFailpoint();
        victim.kill();
        meeting.assertRest(given, 3, 1);
    }

    private static void signallerPastTheDead(Case self, Path directory) throws Exception {
        Meeting meeting = new Meeting();
        Victim waiter = Victim.start(meeting.waiter(0), directory);
        meeting.survivors(1, 4);
        waiter.kill();
        Victim victim = self.victim(meeting.signaller(2), directory);
        victim.awaitFailpoint();
        victim.kill();
        meeting.assertRest(0, 3, 1);
    }

    private static void receiver(Case self, Path directory) throws Exception {
        Meeting meeting = new Meeting();
        Victim victim = self.victim(meeting.waiter(0), directory);
        victim.awaitFailpoint();
        meeting.survivors(1, 4);
        meeting.signal(1);
        victim.kill();
        meeting.assertRest(1, 3, 0);
    }

    private static void adopter(Case self, Path directory) throws Exception {
        Meeting meeting = new Meeting();
        Victim first = Victim.start(meeting.waiter(0), WAITER_FLAGGED, 1, directory);
        first.awaitFailpoint();
        Victim victim = self.victim(meeting.waiter(1), directory);
        meeting.survivors(2, 5);
        meeting.signal(1);
        first.kill();
        victim.awaitFailpoint();
        victim.kill();
        meeting.assertRest(1, 3, 1);
    }

    /** The victim has taken over a dead one's signal, and is signalled itself before it has the lock again. */
    private static void adopterOfTwo(Case self, Path directory) throws Exception {
        Meeting meeting = new Meeting();
        Victim first = Victim.start(meeting.waiter(0), WAITER_FLAGGED, 1, directory);
        first.awaitFailpoint();
        Victim victim = self.victim(meeting.waiter(1), directory);
        meeting.survivors(2, 5);
        meeting.lock().lock();
        try {
            meeting.condition().signal();
            first.kill();
            meeting.board().await(ConditionTasks.PARKED_FOR_THE_LOCK, 1);
            meeting.condition().signal();
        } finally {
            meeting.lock().unlock();
        }
        victim.awaitFailpoint();
        victim.kill();
        meeting.assertRest(2, 3, 1);
    }
}
