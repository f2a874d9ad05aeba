package dev.runinprocess.tests.conformance;

import dev.runinprocess.RunInProcess;
import dev.runinprocess.tests.testing.Await;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Children that end in the ways that Python's tests try. */
final class EndingTasks {
    private EndingTasks() {}

    @RunInProcess
    static void pause(int millis) throws InterruptedException {
        Thread.currentThread().join(millis);
    }

    @RunInProcess
    static void divideByZero(Path errors) throws IOException {
        System.setErr(new PrintStream(Files.newOutputStream(errors)));
        int zero = Integer.parseInt("0");
        System.out.println(1 / zero);
    }

    @RunInProcess
    static void exit(int code) {
        System.exit(code);
    }

    @RunInProcess
    static void fail(String reason) {
        throw new IllegalStateException(reason);
    }

    @RunInProcess
    static void hookWrites(Path file) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                Files.writeString(file, "deadbeef");
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }));
    }

    /** Which of its two streams a child breaks, and how. */
    enum Break {
        CLOSE_OUT,
        CLOSE_ERR,
        NO_OUT,
        NO_ERR
    }

    @RunInProcess
    @SuppressWarnings("NullAway") // The point of it.
    static void breakStream(Break how, Path done) throws IOException {
        switch (how) {
            case CLOSE_OUT -> System.out.close();
            case CLOSE_ERR -> System.err.close();
            case NO_OUT -> System.setOut(null);
            case NO_ERR -> System.setErr(null);
        }
        Files.createFile(done);
    }

    @RunInProcess
    static void touch(Path file) throws IOException {
        Files.createFile(file);
    }

    /** Leaves a thread that is waited for, and one that is not. */
    @RunInProcess
    static void leaveThreads(Path done) {
        new Thread(() -> {
                    try {
                        Thread.currentThread().join(Duration.ofMillis(500).toMillis());
                        Files.createFile(done);
                    } catch (IOException | InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .start();
        Thread daemon = new Thread(() -> {
            try {
                Thread.currentThread().join(Duration.ofSeconds(20).toMillis());
                Files.delete(done);
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        daemon.setDaemon(true);
        daemon.start();
    }

    /** Counts once all are there, so that none is still starting. */
    @RunInProcess
    static int countDescriptors(Path directory, int number, int all) throws IOException {
        Files.createFile(directory.resolve("here-" + number));
        Await.until("all are there", () -> names(directory).length >= all);
        int count = descriptors();
        Files.createFile(directory.resolve("counted-" + number));
        Await.until("all have counted", () -> names(directory).length >= 2 * all);
        return count;
    }

    private static String[] names(Path directory) {
        String[] names = directory.toFile().list();
        return names == null ? new String[0] : names;
    }

    private static int descriptors() {
        return names(Path.of("/proc/self/fd")).length;
    }

    @RunInProcess
    static void untilFile(Path file) {
        Await.file(file);
    }
}
