package dev.runinprocess.tests.deaths;

import static dev.runinprocess.internal.shm.Failpoint.LARGE_FILE_MADE;
import static dev.runinprocess.internal.shm.Failpoint.LARGE_FILE_TAKEN;
import static dev.runinprocess.internal.shm.Failpoint.RECORD_COPIED;
import static dev.runinprocess.internal.shm.Failpoint.RECORD_PUBLISHED;
import static dev.runinprocess.internal.shm.Failpoint.RECORD_TAKEN;
import static dev.runinprocess.internal.shm.Failpoint.RECORD_WRITTEN;
import static dev.runinprocess.internal.shm.Failpoint.RING_CLOSED;
import static dev.runinprocess.internal.shm.Failpoint.RING_DRAINED;
import static dev.runinprocess.internal.shm.Failpoint.RING_MADE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.ChildProcess;
import dev.runinprocess.channel.ProcessQueue;
import dev.runinprocess.internal.shm.Commons;
import dev.runinprocess.tests.testing.Await;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Deaths at each step of putting elements into a queue and taking them out. */
final class QueueCases {
    private static final int SMALL = 8;

    /** Two of them are in the first ring. */
    private static final int MIDDLE = 30_000;

    /** Not for a ring. */
    private static final int LARGE = 2_000_000;

    private static final int FEW = 5;
    private static final int OF_SURVIVOR = 50;

    private QueueCases() {}

    static Stream<Case> all() {
        return Stream.of(
                putting(RECORD_WRITTEN, 1, SMALL, 0),
                putting(RECORD_WRITTEN, 3, SMALL, 2),
                putting(RECORD_WRITTEN, 1, LARGE, 0),
                putting(RECORD_PUBLISHED, 1, SMALL, 1),
                putting(RECORD_PUBLISHED, 3, SMALL, 3),
                putting(RECORD_PUBLISHED, 1, LARGE, 1),
                putting(RING_MADE, 1, MIDDLE, 2),
                putting(RING_CLOSED, 1, MIDDLE, 2),
                new Case(
                        RING_CLOSED,
                        1,
                        "putting, and the closed ring is read to its end before",
                        QueueCases::producerOfADrainedRing),
                putting(LARGE_FILE_MADE, 1, LARGE, 0),
                taking(RECORD_COPIED, 1, SMALL, 0),
                taking(RECORD_COPIED, 3, SMALL, 2),
                taking(RECORD_COPIED, 1, LARGE, 0),
                taking(RECORD_TAKEN, 1, SMALL, 1),
                taking(RECORD_TAKEN, 3, SMALL, 3),
                taking(RECORD_TAKEN, 1, LARGE, 1),
                taking(RING_DRAINED, 1, MIDDLE, 2),
                taking(LARGE_FILE_TAKEN, 1, LARGE, 1),
                new Case(RECORD_TAKEN, 1, "taking from a full queue", QueueCases::consumerOfAFullQueue),
                new Case(
                        RECORD_TAKEN,
                        1,
                        "taking from a full queue, with another behind it",
                        QueueCases::consumerBeforeAnother));
    }

    private static Case putting(String failpoint, int arrival, int bytes, int counts) {
        return new Case(
                failpoint,
                arrival,
                "putting elements of " + bytes + " bytes",
                (self, directory) -> producer(self, directory, bytes, counts));
    }

    private static Case taking(String failpoint, int arrival, int bytes, int taken) {
        return new Case(
                failpoint,
                arrival,
                "taking elements of " + bytes + " bytes",
                (self, directory) -> consumer(self, directory, bytes, taken));
    }

    /** What it had put is there, and another puts behind it. */
    private static void producer(Case self, Path directory, int bytes, int counts) throws Exception {
        Set<String> before = files();
        ProcessQueue<byte[]> queue = ProcessQueue.of(byte[].class);
        Board board = Board.create();
        Victim victim = self.victim(PutElementsLauncher.call(queue, board, 0, FEW, bytes), directory);
        victim.awaitFailpoint();
        victim.kill();
        put(queue, board, OF_SURVIVOR, OF_SURVIVOR + FEW, bytes);
        assertThat(queue).hasSize(counts + FEW);
        assertTaken(taker(queue, board), queue, numbers(0, counts), numbers(OF_SURVIVOR, OF_SURVIVOR + FEW));
        assertOneRingIsLeft(before);
    }

    /** The victim stops between closing a ring and saying so, and that ring is gone when somebody wants to put. */
    private static void producerOfADrainedRing(Case self, Path directory) throws Exception {
        Set<String> before = files();
        ProcessQueue<byte[]> queue = ProcessQueue.of(byte[].class);
        Board board = Board.create();
        Victim victim = self.victim(PutElementsLauncher.call(queue, board, 0, FEW, MIDDLE), directory);
        victim.awaitFailpoint();
        ChildProcess<List<Integer>> taker = taker(queue, board);
        board.await(LockTasks.PARKED, 1);
        assertThat(queue).isEmpty();
        victim.kill();
        put(queue, board, OF_SURVIVOR, OF_SURVIVOR + FEW, MIDDLE);
        assertTaken(taker, queue, numbers(0, 2), numbers(OF_SURVIVOR, OF_SURVIVOR + FEW));
        assertOneRingIsLeft(before);
    }

    /** What it had taken is gone with it, and another takes the rest. */
    private static void consumer(Case self, Path directory, int bytes, int taken) throws Exception {
        Set<String> before = files();
        ProcessQueue<byte[]> queue = ProcessQueue.of(byte[].class);
        Board board = Board.create();
        put(queue, board, 0, FEW, bytes);
        Victim victim = self.victim(TakeElementsLauncher.call(queue, board), directory);
        victim.awaitFailpoint();
        ChildProcess<List<Integer>> taker = taker(queue, board);
        board.await(LockTasks.PARKED, 1);
        victim.kill();
        assertTaken(taker, queue, numbers(taken, FEW), List.of());
        assertOneRingIsLeft(before);
    }

    /** It has made room and told nobody; somebody waits for room, and nobody takes. */
    private static void consumerOfAFullQueue(Case self, Path directory) throws Exception {
        ProcessQueue<byte[]> queue = ProcessQueue.of(byte[].class).bounded(1);
        Board board = Board.create();
        queue.put(QueueTasks.element(0, SMALL));
        Victim victim = self.victim(TakeElementsLauncher.call(queue, board), directory);
        victim.awaitFailpoint();
        ChildProcess<Void> putter = putter(queue, board, 1, 2, SMALL);
        board.await(QueueTasks.PUTTING, 1);
        victim.kill();
        Void unused = putter.get(Survivors.SOON);
        assertThat(queue).hasSize(1);
        assertThat(QueueTasks.number(queue.take())).isEqualTo(1);
    }

    /** As before, but another waits behind it, and finds nothing, and knows of the room. */
    private static void consumerBeforeAnother(Case self, Path directory) throws Exception {
        ProcessQueue<byte[]> queue = ProcessQueue.of(byte[].class).bounded(1);
        Board board = Board.create();
        queue.put(QueueTasks.element(0, SMALL));
        Victim victim = self.victim(TakeElementsLauncher.call(queue, board), directory);
        victim.awaitFailpoint();
        ChildProcess<Void> putter = putter(queue, board, 1, FEW, SMALL);
        ChildProcess<List<Integer>> taker = taker(queue, board);
        board.await(QueueTasks.PUTTING, 1);
        board.await(LockTasks.PARKED, 1);
        victim.kill();
        Void unused = putter.get(Survivors.SOON);
        assertTaken(taker, queue, numbers(1, FEW), List.of());
    }

    private static ChildProcess<List<Integer>> taker(ProcessQueue<byte[]> queue, Board board) {
        return TakeElementsLauncher.call(queue, board).options(Survivors.TOLD).start();
    }

    private static ChildProcess<Void> putter(ProcessQueue<byte[]> queue, Board board, int from, int to, int bytes) {
        return PutElementsLauncher.call(queue, board, from, to, bytes)
                .options(Survivors.TOLD)
                .start();
    }

    private static void put(ProcessQueue<byte[]> queue, Board board, int from, int to, int bytes) throws Exception {
        Void unused = putter(queue, board, from, to, bytes).get(Survivors.SOON);
    }

    private static List<Integer> numbers(int from, int to) {
        return IntStream.range(from, to).boxed().toList();
    }

    private static void assertTaken(
            ChildProcess<List<Integer>> taker, ProcessQueue<byte[]> queue, List<Integer> first, List<Integer> then)
            throws Exception {
        queue.put(QueueTasks.element(QueueTasks.LAST, SMALL));
        assertThat(taker.get(Survivors.SOON))
                .containsExactlyElementsOf(
                        Stream.concat(first.stream(), then.stream()).toList());
        assertThat(queue).isEmpty();
    }

    /** No file of a queue's is there that was not before, but one ring. */
    static void assertOneRingIsLeft(Set<String> before) {
        Await.until("one ring is left", () -> {
            Set<String> left = files();
            left.removeAll(before);
            return left.size() == 1;
        });
    }

    /** Files of queues, and such that are half made. */
    static Set<String> files() {
        String[] names = Commons.current().directory().toFile().list();
        return Stream.of(names)
                .filter(name -> name.startsWith("queue-") || name.startsWith(".new-"))
                .collect(TreeSet::new, Set::add, Set::addAll);
    }
}
