package dev.runinprocess.tests.standby;

import dev.runinprocess.Output;
import dev.runinprocess.ProcessOptions;
import dev.runinprocess.Processes;
import dev.runinprocess.RunInProcess;
import dev.runinprocess.StartMethod;
import dev.runinprocess.channel.ProcessQueue;
import dev.runinprocess.memory.SharedIntArray;
import dev.runinprocess.tests.testing.Await;
import dev.runinprocess.tests.testing.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the children of these tests do. */
final class Tasks {
    private Tasks() {}

    @RunInProcess
    static int increment(int number) {
        return number + 1;
    }

    /** As long as its argument. */
    @RunInProcess
    static int length(byte[] bytes) {
        return bytes.length;
    }

    @RunInProcess
    static void countRun(SharedIntArray runs, int number) {
        runs.getAndAdd(number, 1);
    }

    @RunInProcess
    static void stayHere(Path marker) throws InterruptedException {
        Stage.reachAndStay(marker);
    }

    /** Leaves a file; there must be none. */
    @RunInProcess
    static void runOnce(Path trace) throws IOException {
        Files.createFile(trace);
    }

    /** What the child knows of its surroundings. */
    @RunInProcess
    static String find(String what) {
        return switch (what) {
            case "variable" -> String.valueOf(System.getenv("STANDBY_TEST"));
            case "property" -> String.valueOf(System.getProperty("standby.test"));
            case "directory" -> Path.of("").toAbsolutePath().toString();
            case "name" -> Processes.current().name();
            case "daemon" -> Boolean.toString(Processes.current().isDaemon());
            case "parent" -> Processes.parent().orElseThrow().name();
            case "method" -> Processes.startMethod().name();
            case "access" ->
                Boolean.toString(Object.class.getModule().isExported("jdk.internal.access", Tasks.class.getModule()));
            case "heap" -> Long.toString(Runtime.getRuntime().maxMemory());
            default -> throw new IllegalArgumentException(what);
        };
    }

    /** What a child of the child knows. */
    @RunInProcess
    static String findBelow(String what) throws Exception {
        return FindLauncher.call(what)
                .options(ProcessOptions.defaults().startMethod(StartMethod.SPAWN))
                .start()
                .get();
    }

    @RunInProcess
    static void write(String toStdout, String toStderr) {
        System.out.println(toStdout);
        System.err.println(toStderr);
    }

    /** Whether a class is initialised here already. */
    @RunInProcess
    static boolean isInitialised(String property) {
        return Boolean.getBoolean(property);
    }

    /** Puts 2, and has a grandchild put 1. */
    @RunInProcess
    static long putAndPassOn(ProcessQueue<Integer> queue, StartMethod method, int times) throws Exception {
        queue.put(2);
        ProcessOptions options = ProcessOptions.defaults().startMethod(method).stderr(Output.inherit());
        long last = 0;
        for (int i = 0; i < times; i++) {
            last = PutOneLauncher.call(queue).options(options).start().get();
            if (method == StartMethod.STANDBY && i + 1 < times) {
                Await.until("there is a spare", () -> Processes.spares() > 0);
            }
        }
        return last;
    }

    /** Returns the id of its process. */
    @RunInProcess
    static long putOne(ProcessQueue<Integer> queue) throws InterruptedException {
        queue.put(1);
        return Processes.current().pid();
    }
}
