package dev.runinprocess.tests.pool;

import dev.runinprocess.ProcessPool;
import dev.runinprocess.Processes;
import dev.runinprocess.RunInProcess;
import dev.runinprocess.UseCodec;
import dev.runinprocess.channel.Connection;
import dev.runinprocess.failure.ChannelClosedException;
import dev.runinprocess.sync.ProcessLock;
import dev.runinprocess.tests.testing.Stage;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** What workers do in the tests of pools. */
final class PoolTasks {
    private PoolTasks() {}

    @RunInProcess
    static int square(int x) {
        return x * x;
    }

    /** Says whether that is the end of its pipe. */
    @RunInProcess
    static boolean isAtTheEnd(Connection<String> source) throws InterruptedException {
        try {
            String unused = source.receive();
            return false;
        } catch (ChannelClosedException e) {
            return true;
        }
    }

    @RunInProcess
    static int multiply(int a, int b) {
        return a * b;
    }

    @RunInProcess
    static long workerPid() {
        return ProcessHandle.current().pid();
    }

    @RunInProcess
    static int failOn(int bad, int x) {
        if (x == bad) {
            throw new IllegalStateException("x is " + x);
        }
        return x;
    }

    @RunInProcess
    static int parse(String text) {
        return Integer.parseInt(text);
    }

    @RunInProcess
    static byte[] echo(byte[] bytes) {
        return bytes;
    }

    /** Says that it is there, and stays until its process is ended or its thread interrupted. */
    @RunInProcess
    static void stay(Path here) throws IOException, InterruptedException {
        Files.writeString(here, Long.toString(ProcessHandle.current().pid()));
        while (true) {
            LockSupport.park(here);
            if (Thread.interrupted()) {
                throw new InterruptedException("as was wished");
            }
        }
    }

    /** Says that it is there, and goes on when another file is there, too. */
    @RunInProcess
    static int goOnAt(Path here, Path go, int result) throws IOException {
        Files.writeString(here, Long.toString(ProcessHandle.current().pid()));
        while (!Files.exists(go)) {
            LockSupport.parkNanos(1_000_000);
        }
        return result;
    }

    @RunInProcess
    static int exit(int code) {
        System.exit(code);
        return code;
    }

    static boolean isInWorker() {
        return Processes.current().name().contains("-worker-");
    }

    @RunInProcess
    @UseCodec(Staged.StagedCodec.class)
    static Staged passOn(Staged value) {
        return value;
    }

    /** Takes the CPU and hears nothing. */
    @RunInProcess
    static long computeForEver(Path here) throws IOException {
        Files.writeString(here, Long.toString(ProcessHandle.current().pid()));
        long sum = 0;
        while (sum >= 0) {
            sum = (sum + 1) & Long.MAX_VALUE;
        }
        return sum;
    }

    /** Waits in a read of the operating system's, which no interrupt of Java's reaches, from a pipe that nobody writes to. */
    @RunInProcess
    static int readForEver(Path fifo, Path here) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(fifo.toFile(), "rw")) {
            Files.writeString(here, Long.toString(ProcessHandle.current().pid()));
            return file.read();
        }
    }

    /** Stays until its process is ended, whoever interrupts. */
    @RunInProcess
    static void stayForGood(Path here) {
        Stage.reachAndStayForGood(here);
    }

    /** Takes the lock, and stays with it for good. */
    @RunInProcess
    @SuppressWarnings("LockNotBeforeTry") // It is never given back.
    static void stayWith(ProcessLock lock, Path here) {
        lock.lock();
        Stage.reachAndStayForGood(here);
    }

    /** Starts a program, whose process id the file tells, and stays for good. */
    @RunInProcess
    static void startProgramAndStay(Path here) throws IOException {
        Process program = new ProcessBuilder("sleep", "1000").start();
        Path unfinished = here.resolveSibling("unfinished");
        Files.writeString(unfinished, Long.toString(program.pid()));
        Files.move(unfinished, here);
        while (true) {
            LockSupport.park(program);
        }
    }

    /** Adds one to a file. */
    @RunInProcess
    static void count(Path file) throws IOException {
        Files.writeString(file, "x", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** As {@link #count}, and ends its process. */
    @RunInProcess
    static void countAndHalt(Path file) throws IOException {
        count(file);
        Runtime.getRuntime().halt(5);
    }

    /** Ends its process the first time, as the file tells. */
    @RunInProcess
    static int dieOnce(Path file, int result) throws IOException {
        count(file);
        if (Files.size(file) == 1) {
            Runtime.getRuntime().halt(9);
        }
        return result;
    }

    @RunInProcess
    static void fail(String message) {
        if (!message.isEmpty()) {
            throw new IllegalArgumentException(message);
        }
    }

    @RunInProcess
    static int sleep(int millis, int result) throws InterruptedException {
        // The work itself: it takes as long as it is told to.
        Thread.sleep(millis);
        return result;
    }

    @RunInProcess
    static String threadName() {
        return Thread.currentThread().getName();
    }

    /** Runs a pool of its own, with so many workers at most, and tells how many it had. */
    @RunInProcess
    static int nest(int workers, int tasks) throws Exception {
        try (ProcessPool pool = ProcessPool.of(workers)) {
            List<Integer> inputs = IntStream.range(0, tasks).boxed().toList();
            if (!pool.map(SquareLauncher::call, inputs)
                    .equals(inputs.stream().map(x -> x * x).toList())) {
                throw new IllegalStateException("wrong results");
            }
            return pool.snapshot().workers().size();
        }
    }

    /**
     * Counts itself, as {@link #count} does, in a file of its number's; and then does something special: throws, ends its process, or says that it is there and waits for a file to go on.
     *
     * @return the number
     */
    @RunInProcess
    static int step(Path directory, int number, Special special) throws IOException {
        count(directory.resolve("step-" + number));
        switch (special) {
            case HALT -> Runtime.getRuntime().halt(9);
            case THROW -> throw new IllegalStateException("step " + number);
            case WAIT -> {
                int unused = goOnAt(directory.resolve("here"), directory.resolve("go"), number);
            }
            case STAY -> {
                try {
                    stay(directory.resolve("here"));
                } catch (InterruptedException e) {
                    Files.createFile(directory.resolve("interrupted"));
                }
            }
            case NOTHING -> {}
        }
        return number;
    }

    /** What a step does. */
    enum Special {
        NOTHING,
        HALT,
        THROW,
        WAIT,
        STAY
    }

    @RunInProcess
    static byte[] zeros(int length) {
        return new byte[length];
    }
}
