package dev.runinprocess.tests.api;

import dev.runinprocess.Processes;
import dev.runinprocess.RunInProcess;
import dev.runinprocess.tests.testing.Await;
import dev.runinprocess.tests.testing.Stage;
import java.io.IOException;
import java.nio.file.Path;

/** What the children of these tests do. */
final class Tasks {
    private Tasks() {}

    @RunInProcess
    static String echo(String text) {
        return text;
    }

    @RunInProcess
    static void fail(String message) throws IllegalAccessException {
        throw new IllegalAccessException(message);
    }

    /** Blocks until somebody does something about it. */
    @RunInProcess
    static String stay(Path marker) throws InterruptedException {
        Stage.reachAndStay(marker);
        return "never";
    }

    /** Returns when it is interrupted. */
    @RunInProcess
    static String stayUntilInterrupted(Path marker) {
        try {
            Stage.reachAndStay(marker);
            return "never";
        } catch (InterruptedException e) {
            return "interrupted";
        }
    }

    /** Does not end at SIGTERM, since one of its shutdown hooks does not. */
    @RunInProcess
    static void stayThroughSigterm(Path marker) throws InterruptedException {
        Path inTheHook = marker.resolveSibling("in-the-hook");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> Stage.reachAndStayForGood(inTheHook)));
        Stage.reachAndStay(marker);
    }

    /** Returns at once, and leaves a thread that ends when the file is there. */
    @RunInProcess
    static String leaveThread(Path end, boolean daemonThread) {
        Thread thread = new Thread(() -> Await.file(end), "left-behind");
        thread.setDaemon(daemonThread);
        thread.start();
        return "returned";
    }

    /** Writes to both streams. */
    @RunInProcess
    static void print(String toStdout, String toStderr) {
        System.out.print(toStdout);
        System.err.print(toStderr);
    }

    /** Writes, and goes on. */
    @RunInProcess
    static void printAndStay(Path marker, String text) throws InterruptedException {
        System.out.print(text);
        System.out.flush();
        Stage.reachAndStay(marker);
    }

    /** What the child knows of itself and its surroundings, by the name of what is asked. */
    @RunInProcess
    static String tell(String question) {
        return switch (question) {
            case "name" -> Processes.current().name();
            case "daemon" -> Boolean.toString(Processes.current().isDaemon());
            case "directory" -> Path.of("").toAbsolutePath().toString();
            case "heap" -> Long.toString(Runtime.getRuntime().maxMemory());
            default -> throw new IllegalArgumentException(question);
        };
    }

    @RunInProcess
    static String environmentVariable(String name) {
        return String.valueOf(System.getenv(name));
    }

    /** The first byte of standard input, or -1. */
    @RunInProcess
    static int readStdin() throws IOException {
        return System.in.read();
    }

    @RunInProcess
    static String systemProperty(String name) {
        return String.valueOf(System.getProperty(name));
    }
}
