package dev.runinprocess.tests.deaths;

import dev.runinprocess.RunInProcess;
import dev.runinprocess.channel.Connection;
import dev.runinprocess.channel.OneWayPipe;
import dev.runinprocess.failure.ChannelClosedException;
import java.util.ArrayList;
import java.util.List;

/** What the processes of {@link PipeCases} do. */
final class PipeTasks {
    private PipeTasks() {}

    /** Sends messages with the numbers in a range. */
    @RunInProcess
    static void sendMessages(Connection<byte[]> sink, int from, int to, int bytes) throws InterruptedException {
        for (int number = from; number < to; number++) {
            sink.send(QueueTasks.element(number, bytes));
        }
    }

    /** Sends messages until nobody receives them any more. */
    @RunInProcess
    static String sendUntilTheEnd(Connection<byte[]> sink, Board board, int bytes) throws InterruptedException {
        Parked.tell(board, QueueTasks.PUTTING);
        try {
            while (true) {
                sink.send(QueueTasks.element(0, bytes));
            }
        } catch (ChannelClosedException e) {
            return String.valueOf(e.getMessage());
        }
    }

    /** Receives messages up to the end, and returns their numbers. */
    @RunInProcess
    static List<Integer> receiveMessages(Connection<byte[]> source, Board board) throws InterruptedException {
        Parked.tell(board, LockTasks.PARKED);
        List<Integer> received = new ArrayList<>();
        try {
            while (true) {
                received.add(QueueTasks.number(source.receive()));
            }
        } catch (ChannelClosedException e) {
            return received;
        }
    }

    /** Closes an end that it was given. */
    @RunInProcess
    static void closeEnd(Connection<byte[]> end, Board board) {
        end.close();
        board.set(LockTasks.GO, 1);
    }

    /** Passes an end on, and lets go of it. */
    @RunInProcess
    static void passOn(Connection<byte[]> end, Connection<Connection<byte[]>> way) throws InterruptedException {
        way.send(end);
        end.close();
    }

    /** Sends messages from an end that it is sent. */
    @RunInProcess
    static void sendFromAnEndToCome(Connection<Connection<byte[]>> way, int messages) throws InterruptedException {
        try (Connection<byte[]> end = way.receive()) {
            sendMessages(end, 0, messages, Byte.SIZE);
        }
    }

    /** Makes a pipe that nobody else knows of, and closes it. */
    @RunInProcess
    static void makeAndClose() {
        OneWayPipe.of(byte[].class).close();
    }
}
