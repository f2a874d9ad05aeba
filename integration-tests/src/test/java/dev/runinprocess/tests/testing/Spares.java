package dev.runinprocess.tests.testing;

import static java.util.stream.Collectors.toSet;

import dev.runinprocess.ChildProcess;
import dev.runinprocess.ProcessOptions;
import dev.runinprocess.Processes;
import dev.runinprocess.StartMethod;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** The JVMs of one kind that this one has started ahead, seen from outside: by their environment, which the options of no other test have. */
public final class Spares {
    /** Their main class, as command lines show it. */
    public static final String MAIN = "dev.runinprocess.link.StandbyMain";

    private static final String VARIABLE = "STANDBY_TEST_KIND";
    private static final AtomicInteger KINDS = new AtomicInteger();

    private final String kind = Integer.toString(KINDS.incrementAndGet());

    /** The options of launches that take them. */
    public ProcessOptions options() {
        return within(ProcessOptions.defaults());
    }

    /** Other options of launches that take those. */
    public ProcessOptions within(ProcessOptions others) {
        return others.startMethod(StartMethod.STANDBY).environment(VARIABLE, kind);
    }

    /** Waits until there is one, and none of any kind is on its way. */
    public Set<Long> awaitSome() {
        Await.until("there are spares", () -> !pids().isEmpty() && running().size() == Processes.spares());
        return pids();
    }

    /** The process ids of those that run; also of those that are not ready yet, and not of those that have a task. */
    public Set<Long> pids() {
        return running().stream().filter(this::isOfThisKind).collect(toSet());
    }

    /** Waits until there are so many, and none of any kind is on its way. */
    public Set<Long> await(int count) {
        Await.until(
                "there are " + count + " spares",
                () -> pids().size() == count && running().size() == Processes.spares());
        return pids();
    }

    private static Set<Long> running() {
        Set<Long> busy =
                Processes.activeChildren().stream().map(ChildProcess::pid).collect(toSet());
        try (Stream<ProcessHandle> children = ProcessHandle.current().children()) {
            return children.filter(
                            child -> child.info().commandLine().orElse("").contains(MAIN))
                    .map(ProcessHandle::pid)
                    .filter(pid -> Await.isRunning(pid) && !busy.contains(pid))
                    .collect(toSet());
        }
    }

    private boolean isOfThisKind(long pid) {
        try {
            byte[] environment = Files.readAllBytes(Path.of("/proc", Long.toString(pid), "environ"));
            return new String(environment, StandardCharsets.ISO_8859_1).contains(VARIABLE + "=" + kind + "\0");
        } catch (IOException e) {
            // It is gone.
            return false;
        }
    }
}
