package dev.runinprocess.tests.deaths;

import static dev.runinprocess.internal.shm.Failpoint.CELL_CLAIMED;
import static dev.runinprocess.internal.shm.Failpoint.CELL_CLEARED;
import static dev.runinprocess.internal.shm.Failpoint.ELEMENT_DONE;
import static dev.runinprocess.internal.shm.Failpoint.ELEMENT_KEPT;
import static dev.runinprocess.internal.shm.Failpoint.LARGE_FILE_TAKEN;
import static dev.runinprocess.internal.shm.Failpoint.ORPHAN_ADOPTED;
import static dev.runinprocess.internal.shm.Failpoint.ORPHAN_OPENED;
import static dev.runinprocess.internal.shm.Failpoint.RECORD_COPIED;
import static dev.runinprocess.internal.shm.Failpoint.RECORD_TAKEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.ChildProcess;
import dev.runinprocess.channel.JoinableProcessQueue;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Deaths at each step of taking elements of which others get what the dead was not done with. */
final class RedeliveryCases {
    private static final int SMALL = 8;

    /** Not for a ring. */
    private static final int LARGE = 2_000_000;

    private static final int FEW = 5;

    private RedeliveryCases() {}

    static Stream<Case> all() {
        return Stream.of(
                counted(RECORD_COPIED, 1, 0),
                counted(RECORD_COPIED, 3, 2),
                counted(RECORD_TAKEN, 1, 1),
                counted(RECORD_TAKEN, 3, 3),
                dealing(ELEMENT_KEPT, 1, SMALL, 0),
                dealing(ELEMENT_KEPT, 3, SMALL, 2),
                dealing(ELEMENT_KEPT, 1, LARGE, 0),
                dealing(CELL_CLAIMED, 1, SMALL, 0),
                dealing(RECORD_COPIED, 1, SMALL, 0),
                dealing(RECORD_COPIED, 3, SMALL, 2),
                dealing(RECORD_COPIED, 1, LARGE, 0),
                dealing(RECORD_TAKEN, 1, SMALL, 0),
                dealing(RECORD_TAKEN, 3, SMALL, 2),
                dealing(RECORD_TAKEN, 1, LARGE, 0),
                dealing(LARGE_FILE_TAKEN, 1, LARGE, 0),
                dealing(ELEMENT_DONE, 1, SMALL, 1),
                dealing(ELEMENT_DONE, 3, LARGE, 3),
                dealing(CELL_CLEARED, 1, SMALL, 1),
                adopting(ORPHAN_OPENED, 1, SMALL, 0),
                adopting(ORPHAN_OPENED, 2, SMALL, 1),
                adopting(ORPHAN_OPENED, 1, LARGE, 0),
                adopting(ORPHAN_ADOPTED, 1, SMALL, 0),
                adopting(ORPHAN_ADOPTED, 2, LARGE, 1),
                adopting(ELEMENT_DONE, 1, SMALL, 1));
    }

    private static Case dealing(String failpoint, int arrival, int bytes, int done) {
        return new Case(
                failpoint,
                arrival,
                "dealing with elements of " + bytes + " bytes",
                (self, directory) -> consumer(self, directory, true, bytes, done));
    }

    private static Case counted(String failpoint, int arrival, int gone) {
        return new Case(
                failpoint,
                arrival,
                "taking elements that are only counted",
                (self, directory) -> consumer(self, directory, false, SMALL, gone));
    }

    private static Case adopting(String failpoint, int arrival, int bytes, int done) {
        return new Case(
                failpoint,
                arrival,
                "getting what another had, elements of " + bytes + " bytes",
                (self, directory) -> adopter(self, directory, bytes, done));
    }

    /** What it was not done with, another gets: before all else, and once. What is only counted is gone, and nobody waits for it. */
    private static void consumer(Case self, Path directory, boolean redelivering, int bytes, int done)
            throws Exception {
        Set<String> before = QueueCases.files();
        JoinableProcessQueue<byte[]> queue = JoinableProcessQueue.of(byte[].class);
        if (redelivering) {
            queue.redelivering();
        }
        fill(queue, bytes);
        Board board = Board.create();
        Victim victim = self.victim(DealWithElementsLauncher.call(queue, board), directory);
        victim.awaitFailpoint();
        assertTheRestIsDealtWith(queue, board, victim, done);
        QueueCases.assertOneRingIsLeft(before);
    }

    /** As before, with what another had that died. */
    private static void adopter(Case self, Path directory, int bytes, int done) throws Exception {
        Set<String> before = QueueCases.files();
        JoinableProcessQueue<byte[]> queue =
                JoinableProcessQueue.of(byte[].class).redelivering();
        fill(queue, bytes);
        Board board = Board.create();
        Victim holder = Victim.start(HoldElementsLauncher.call(queue, board, 2), directory);
        board.await(RedeliveryTasks.HOLDING, 1);
        holder.kill();
        assertThat(queue).hasSize(FEW).extracting(QueueTasks::number).containsExactlyElementsOf(numbers(0));
        Victim victim = self.victim(DealWithElementsLauncher.call(queue, board), directory);
        victim.awaitFailpoint();
        assertTheRestIsDealtWith(queue, board, victim, done);
        QueueCases.assertOneRingIsLeft(before);
    }

    private static void fill(JoinableProcessQueue<byte[]> queue, int bytes) throws InterruptedException {
        for (int number = 0; number < FEW; number++) {
            queue.put(QueueTasks.element(number, bytes));
        }
    }

    private static void assertTheRestIsDealtWith(
            JoinableProcessQueue<byte[]> queue, Board board, Victim victim, int done) throws Exception {
        victim.kill();
        // The others get it although nobody puts anything, and nothing else happens.
        ChildProcess<List<Integer>> survivor = DealWithElementsLauncher.call(queue, board)
                .options(Survivors.TOLD)
                .start();
        board.await(LockTasks.PARKED, 1);
        assertThat(queue.join(Survivors.SOON)).isTrue();
        queue.put(QueueTasks.element(QueueTasks.LAST, SMALL));
        assertThat(survivor.get(Survivors.SOON)).containsExactlyElementsOf(numbers(done));
        assertThat(queue.join(Survivors.SOON)).isTrue();
        assertThat(queue).isEmpty();
    }

    private static List<Integer> numbers(int from) {
        return IntStream.range(from, FEW).boxed().toList();
    }
}
