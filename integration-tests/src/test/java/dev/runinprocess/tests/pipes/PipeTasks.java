package dev.runinprocess.tests.pipes;

import dev.runinprocess.Processes;
import dev.runinprocess.RunInProcess;
import dev.runinprocess.channel.Connection;
import dev.runinprocess.failure.ChannelClosedException;
import dev.runinprocess.sync.ProcessSemaphore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** What the children of these tests do. */
final class PipeTasks {
    static final int LARGE_BYTES = (16 << 20) + 1;

    private PipeTasks() {}

    /** Sends back what it gets, values first, then bytes up to an empty message. */
    @RunInProcess
    static void echo(Connection<Object> end, int values) throws InterruptedException {
        for (int i = 0; i < values; i++) {
            end.send(end.receive());
        }
        for (byte[] message = end.receiveBytes(); message.length > 0; message = end.receiveBytes()) {
            end.sendBytes(message);
        }
        end.close();
    }

    /** Writes to a file that it is told of. */
    @RunInProcess
    static void writeToFile(Connection<Path> source, String text) throws Exception {
        Files.writeString(source.receive(), text);
    }

    /** Sends strings, one after the other. */
    @RunInProcess
    static void sendAll(Connection<String> sink, List<String> messages, int pauseMillis) throws InterruptedException {
        for (String message : messages) {
            pause(pauseMillis);
            sink.send(message);
        }
        sink.close();
    }

    /** Sends its process id with the numbers from 0 to 9. */
    @RunInProcess
    static void sendNumbers(Connection<List<Long>> sink, boolean slowly) throws InterruptedException {
        Random random = new Random(Processes.current().pid());
        for (long number = 0; number < 10; number++) {
            if (slowly) {
                pause(random.nextInt(100));
            }
            sink.send(List.of(number, Processes.current().pid()));
        }
        sink.close();
    }

    private static void pause(int millis) {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (System.nanoTime() < until) {
            LockSupport.parkNanos(until - System.nanoTime());
        }
    }

    @RunInProcess
    static boolean pollOnly(Connection<String> source) throws InterruptedException {
        return source.poll(Duration.ofSeconds(5));
    }

    /** Sends the message through an end that it is sent. */
    @RunInProcess
    static void sendThroughAnEndThatComes(Connection<Connection<String>> way, String message)
            throws InterruptedException {
        try (Connection<String> end = way.receive()) {
            end.send(message);
        }
    }

    /** Answers what comes out of an end that it is sent, twice over. */
    @RunInProcess
    static String receiveThroughAnEndThatComes(Connection<Connection<String>> way) throws InterruptedException {
        try (Connection<String> end = way.receive()) {
            String message = end.receive();
            return message + message;
        }
    }

    /** Answers in capital letters, up to null. */
    @RunInProcess
    static void capitalize(Connection<String> end) throws InterruptedException {
        try (end) {
            for (String text = end.receive(); text != null; text = end.receive()) {
                end.send(text.toUpperCase(Locale.ROOT));
            }
        }
    }

    /** Tells who it is, and has two children do the same. */
    @RunInProcess
    static void tellDescent(Connection<List<Integer>> sink, List<Integer> id) throws Exception {
        sink.send(id);
        if (id.size() < 2) {
            for (int i = 0; i < 2; i++) {
                List<Integer> child = new ArrayList<>(id);
                child.add(i);
                TellDescentLauncher.invoke(sink, child);
            }
        }
    }

    @RunInProcess
    static void releaseAndStay(ProcessSemaphore started, int seconds) {
        started.release();
        pause(seconds * 1000);
    }

    @RunInProcess
    static int receiveThenSendLarge(Connection<Object> end) throws InterruptedException {
        end.send("ready");
        int received = (Integer) end.receive();
        end.sendBytes(new byte[LARGE_BYTES]);
        return received;
    }

    /** Holds an end until it is killed. */
    @RunInProcess
    static void holdEnd(Connection<List<Long>> sink, ProcessSemaphore started) throws InterruptedException {
        started.release();
        new CountDownLatch(1).await();
        sink.close();
    }

    /** Receives until nobody sends any more. */
    @RunInProcess
    static int countMessages(Connection<byte[]> source) throws InterruptedException {
        int count = 0;
        try {
            while (true) {
                byte[] unused = source.receive();
                count++;
            }
        } catch (ChannelClosedException e) {
            return count;
        }
    }
}
