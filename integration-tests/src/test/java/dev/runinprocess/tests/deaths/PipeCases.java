package dev.runinprocess.tests.deaths;

import static dev.runinprocess.internal.shm.Failpoint.END_LANDED;
import static dev.runinprocess.internal.shm.Failpoint.END_NOTED;
import static dev.runinprocess.internal.shm.Failpoint.END_SENT;
import static dev.runinprocess.internal.shm.Failpoint.HOLDER_ADDED;
import static dev.runinprocess.internal.shm.Failpoint.PIECE_COPIED;
import static dev.runinprocess.internal.shm.Failpoint.PIECE_PUBLISHED;
import static dev.runinprocess.internal.shm.Failpoint.PIECE_TAKEN;
import static dev.runinprocess.internal.shm.Failpoint.PIECE_WRITTEN;
import static dev.runinprocess.internal.shm.Failpoint.PIPE_ENDED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.ChildProcess;
import dev.runinprocess.channel.Connection;
import dev.runinprocess.channel.OneWayPipe;
import dev.runinprocess.codec.Codecs;
import dev.runinprocess.internal.shm.Commons;
import dev.runinprocess.tests.testing.Await;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Deaths at each step of sending and receiving through a pipe, and of holding its ends. */
final class PipeCases {
    private static final int SMALL = 8;

    /** Goes through in pieces. */
    private static final int LARGE = 2_000_000;

    private static final int FEW = 5;
    private static final int OF_SURVIVOR = 50;

    private PipeCases() {}

    static Stream<Case> all() {
        return Stream.of(
                sending(PIECE_WRITTEN, 1, SMALL, 0),
                sending(PIECE_WRITTEN, 3, SMALL, 2),
                sending(PIECE_WRITTEN, 3, LARGE, 0),
                sending(PIECE_PUBLISHED, 3, SMALL, 3),
                sending(PIECE_PUBLISHED, 3, LARGE, 0),
                oneOfTwoSenders(PIECE_PUBLISHED, 3, SMALL, 3),
                oneOfTwoSenders(PIECE_PUBLISHED, 3, LARGE, 0),
                receiving(PIECE_COPIED, 3, SMALL),
                receiving(PIECE_COPIED, 3, LARGE),
                receiving(PIECE_TAKEN, 3, SMALL),
                receiving(PIECE_TAKEN, 3, LARGE),
                oneOfTwoReceivers(PIECE_COPIED, 1, SMALL, 0),
                oneOfTwoReceivers(PIECE_COPIED, 1, LARGE, 0),
                oneOfTwoReceivers(PIECE_COPIED, 3, LARGE, 1),
                oneOfTwoReceivers(PIECE_TAKEN, 1, SMALL, 1),
                oneOfTwoReceivers(PIECE_TAKEN, 3, LARGE, 1),
                new Case(HOLDER_ADDED, 1, "receiving an end as an argument", PipeCases::endAsArgument),
                new Case(END_LANDED, 1, "receiving an end as an argument", PipeCases::endAsArgument),
                new Case(HOLDER_ADDED, 2, "receiving an end through a pipe", PipeCases::endThroughAPipe),
                new Case(END_SENT, 1, "passing an end on", PipeCases::endPassedOn),
                new Case(END_NOTED, 1, "closing the last handle of an end", PipeCases::lastHandle),
                new Case(PIPE_ENDED, 1, "closing the last handle of all", PipeCases::lastHandleOfAll));
    }

    private static Case sending(String failpoint, int arrival, int bytes, int arrive) {
        return new Case(failpoint, arrival, "sending messages of " + bytes + " bytes", (self, directory) -> {
            OneWayPipe<byte[]> pipe = OneWayPipe.of(byte[].class);
            Board board = Board.create();
            Victim victim = self.victim(SendMessagesLauncher.call(pipe.sink(), 0, FEW, bytes), directory);
            ChildProcess<List<Integer>> receiver = receiver(pipe.source(), board);
            pipe.close();
            victim.awaitFailpoint();
            board.await(LockTasks.PARKED, 1);
            victim.kill();
            assertThat(receiver.get(Survivors.SOON)).isEqualTo(numbers(0, arrive));
            assertNothingIsLeft();
        });
    }

    private static Case oneOfTwoSenders(String failpoint, int arrival, int bytes, int arrive) {
        String situation = "sending messages of " + bytes + " bytes, with another behind it";
        return new Case(failpoint, arrival, situation, (self, directory) -> {
            OneWayPipe<byte[]> pipe = OneWayPipe.of(byte[].class);
            Board board = Board.create();
            Victim victim = self.victim(SendMessagesLauncher.call(pipe.sink(), 0, FEW, bytes), directory);
            victim.awaitFailpoint();
            ChildProcess<List<Integer>> receiver = receiver(pipe.source(), board);
            ChildProcess<Void> sender = SendMessagesLauncher.call(pipe.sink(), OF_SURVIVOR, OF_SURVIVOR + FEW, bytes)
                    .options(Survivors.TOLD)
                    .start();
            pipe.close();
            board.await(LockTasks.PARKED, 1);
            victim.kill();
            Void unused = sender.get(Survivors.SOON);
            assertThat(receiver.get(Survivors.SOON))
                    .isEqualTo(
                            Stream.concat(numbers(0, arrive).stream(), numbers(OF_SURVIVOR, OF_SURVIVOR + FEW).stream())
                                    .toList());
            assertNothingIsLeft();
        });
    }

    private static Case receiving(String failpoint, int arrival, int bytes) {
        return new Case(failpoint, arrival, "receiving messages of " + bytes + " bytes", (self, directory) -> {
            OneWayPipe<byte[]> pipe = OneWayPipe.of(byte[].class);
            Board board = Board.create();
            Victim victim = self.victim(ReceiveMessagesLauncher.call(pipe.source(), board), directory);
            ChildProcess<String> sender = SendUntilTheEndLauncher.call(pipe.sink(), board, bytes)
                    .options(Survivors.TOLD)
                    .start();
            pipe.close();
            victim.awaitFailpoint();
            board.await(QueueTasks.PUTTING, 1);
            victim.kill();
            assertThat(sender.get(Survivors.SOON)).contains("Nobody is at the other end");
            assertNothingIsLeft();
        });
    }

    private static Case oneOfTwoReceivers(String failpoint, int arrival, int bytes, int taken) {
        String situation = "receiving messages of " + bytes + " bytes, with another behind it";
        return new Case(failpoint, arrival, situation, (self, directory) -> {
            OneWayPipe<byte[]> pipe = OneWayPipe.of(byte[].class);
            Board board = Board.create();
            Victim victim = self.victim(ReceiveMessagesLauncher.call(pipe.source(), board), directory);
            ChildProcess<Void> sender = SendMessagesLauncher.call(pipe.sink(), 0, FEW, bytes)
                    .options(Survivors.TOLD)
                    .start();
            victim.awaitFailpoint();
            ChildProcess<List<Integer>> receiver = receiver(pipe.source(), board);
            pipe.close();
            board.await(LockTasks.PARKED, 1);
            victim.kill();
            assertThat(receiver.get(Survivors.SOON)).isEqualTo(numbers(taken, FEW));
            Void unused = sender.get(Survivors.SOON);
            assertNothingIsLeft();
        });
    }

    private static void endAsArgument(Case self, Path directory) throws Exception {
        OneWayPipe<byte[]> pipe = OneWayPipe.of(byte[].class);
        Board board = Board.create();
        ChildProcess<List<Integer>> receiver = receiver(pipe.source(), board);
        Victim victim = self.victim(SendMessagesLauncher.call(pipe.sink(), 0, FEW, SMALL), directory);
        pipe.close();
        victim.awaitFailpoint();
        board.await(LockTasks.PARKED, 1);
        victim.kill();
        assertThat(receiver.get(Survivors.SOON)).isEmpty();
        assertNothingIsLeft();
    }

    /** Who sent it has ended before. */
    private static void endThroughAPipe(Case self, Path directory) throws Exception {
        OneWayPipe<byte[]> pipe = OneWayPipe.of(byte[].class);
        OneWayPipe<Connection<byte[]>> way = OneWayPipe.of(Connection.codec(Codecs.byteArray()));
        Board board = Board.create();
        ChildProcess<List<Integer>> receiver = receiver(pipe.source(), board);
        Victim victim = self.victim(SendFromAnEndToComeLauncher.call(way.source(), FEW), directory);
        Void unused = PassOnLauncher.call(pipe.sink(), way.sink())
                .options(Survivors.TOLD)
                .start()
                .get(Survivors.SOON);
        victim.awaitFailpoint();
        pipe.close();
        way.close();
        board.await(LockTasks.PARKED, 1);
        victim.kill();
        assertThat(receiver.get(Survivors.SOON)).isEmpty();
        assertNothingIsLeft();
    }

    private static void endPassedOn(Case self, Path directory) throws Exception {
        OneWayPipe<byte[]> pipe = OneWayPipe.of(byte[].class);
        OneWayPipe<Connection<byte[]>> way = OneWayPipe.of(Connection.codec(Codecs.byteArray()));
        Board board = Board.create();
        ChildProcess<List<Integer>> receiver = receiver(pipe.source(), board);
        Victim victim = self.victim(PassOnLauncher.call(pipe.sink(), way.sink()), directory);
        pipe.close();
        way.sink().close();
        victim.awaitFailpoint();
        board.await(LockTasks.PARKED, 1);
        victim.kill();
        assertThat(receiver.get(Survivors.SOON)).isEmpty();
        assertThat(way.source().poll()).isTrue();
        way.close();
        assertNothingIsLeft();
    }

    private static void lastHandle(Case self, Path directory) throws Exception {
        OneWayPipe<byte[]> pipe = OneWayPipe.of(byte[].class);
        Board board = Board.create();
        ChildProcess<List<Integer>> receiver = receiver(pipe.source(), board);
        board.await(LockTasks.PARKED, 1);
        Victim victim = self.victim(CloseEndLauncher.call(pipe.sink(), board), directory);
        pipe.close();
        victim.awaitFailpoint();
        victim.kill();
        assertThat(receiver.get(Survivors.SOON)).isEmpty();
        assertNothingIsLeft();
    }

    /** Nobody else ever knew of it; its memory is found all the same, since this process knows pipes. */
    private static void lastHandleOfAll(Case self, Path directory) throws Exception {
        OneWayPipe.of(byte[].class).close();
        Victim victim = self.victim(MakeAndCloseLauncher.call(), directory);
        victim.awaitFailpoint();
        assertThat(files()).hasSize(1);
        victim.kill();
        assertNothingIsLeft();
    }

    private static ChildProcess<List<Integer>> receiver(Connection<byte[]> source, Board board) {
        return ReceiveMessagesLauncher.call(source, board)
                .options(Survivors.TOLD)
                .start();
    }

    private static List<Integer> numbers(int from, int to) {
        return IntStream.range(from, to).boxed().toList();
    }

    private static void assertNothingIsLeft() {
        Await.untilAsserted(() -> assertThat(files()).isEmpty());
    }

    private static Set<String> files() {
        String[] names = Commons.current().directory().toFile().list();
        return Stream.of(names).filter(name -> name.startsWith("pipe-")).collect(TreeSet::new, Set::add, Set::addAll);
    }
}
