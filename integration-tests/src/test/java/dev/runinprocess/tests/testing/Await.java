package dev.runinprocess.tests.testing;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;

/** Waiting for a condition, with a deadline. */
public final class Await {
    /** Generous: a busy machine may need it, and a test that passes does not. */
    public static final Duration DEADLINE = Duration.ofSeconds(30);

    private static final Duration PAUSE = Duration.ofMillis(5);

    private Await() {}

    /** Waits until the condition holds. */
    public static void until(String condition, Callable<Boolean> holds) {
        await(condition)
                .pollDelay(Duration.ZERO)
                .pollInterval(PAUSE)
                .atMost(DEADLINE)
                .until(holds);
    }

    /** Waits until the assertion passes. */
    public static void untilAsserted(Runnable assertion) {
        await().pollDelay(Duration.ZERO).pollInterval(PAUSE).atMost(DEADLINE).untilAsserted(assertion::run);
    }

    /** Waits until the file exists: how a child tells where it has got to. */
    public static void file(Path file) {
        until(file + " exists", () -> Files.exists(file));
    }

    /** Waits until the process has ended. */
    public static void end(long pid) {
        until("process " + pid + " has ended", () -> !isRunning(pid));
    }

    /** Whether a process runs; one that has ended and was not yet waited for by its parent does not. */
    public static boolean isRunning(long pid) {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false) && !isZombie(pid);
    }

    /** Whoever inherits orphans may take its time to wait for them, or never do. */
    private static boolean isZombie(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"), StandardCharsets.ISO_8859_1);
            // The state follows the command's name, which stands in parentheses and may contain any.
            return stat.startsWith("Z", stat.lastIndexOf(')') + 2);
        } catch (IOException e) {
            // It is gone, or this system has no such file.
            return false;
        }
    }
}
