package dev.runinprocess.tests.endings;

import dev.runinprocess.ChildProcess;
import dev.runinprocess.Output;
import dev.runinprocess.ProcessOptions;
import dev.runinprocess.failure.LaunchException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;

/**
 * A program whose address space the stacks of its threads fill, so that no further thread can start. It launches, ends one thread, launches again, and so on
 * until a launch succeeds: that is once for each thread that a launch needs.
 */
final class StarvingProgram {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final int LARGEST_STACK_BYTES = 1 << 30;
    private static final int SMALLEST_STACK_BYTES = 1 << 16;

    /** The last to start are the first to end. */
    private final Deque<CountDownLatch> threads = new ArrayDeque<>();

    private StarvingProgram() {}

    public static void main(String[] args) throws Exception {
        // Loads what a launch needs while there is room.
        System.out.println("before: " + outcomeOfLaunch());
        StarvingProgram program = new StarvingProgram();
        String outcome;
        do {
            // Threads of the launch before end only now, and leave room.
            program.fill();
            outcome = outcomeOfLaunch();
        } while (outcome.startsWith("result"));
        System.out.println("first: " + outcome);
        // A thread that was told to end does so in its own time, and its memory comes back after that.
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (!outcome.startsWith("result") && System.nanoTime() < deadline) {
            program.endOneThread();
            outcome = outcomeOfLaunch();
        }
        System.out.println("last: " + outcome);
        program.endAllThreads();
    }

    private static String outcomeOfLaunch() throws Exception {
        ProcessOptions options = ProcessOptions.defaults().stderr(Output.discard());
        ChildProcess<String> process =
                GreetLauncher.call("world").options(options).process();
        try {
            return "result " + process.start().get();
        } catch (LaunchException e) {
            return "refused " + e.getMessage();
        }
    }

    private void fill() {
        for (long bytes = LARGEST_STACK_BYTES; bytes >= SMALLEST_STACK_BYTES; bytes /= 2) {
            while (startThread(bytes)) {
                // Until the next one does not fit.
            }
        }
    }

    private boolean startThread(long stackBytes) {
        CountDownLatch end = new CountDownLatch(1);
        Thread thread = new Thread(null, () -> awaitEnd(end), "eater", stackBytes);
        thread.setDaemon(true);
        try {
            thread.start();
        } catch (OutOfMemoryError e) {
            return false;
        }
        threads.push(end);
        return true;
    }

    private static void awaitEnd(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void endOneThread() {
        CountDownLatch end = threads.poll();
        if (end != null) {
            end.countDown();
        }
    }

    private void endAllThreads() {
        threads.forEach(CountDownLatch::countDown);
    }
}
