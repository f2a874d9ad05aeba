package dev.runinprocess.tests.classpath.program;

import dev.runinprocess.ChildProcess;
import dev.runinprocess.Processes;
import dev.runinprocess.StartMethod;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/** A program that has a number squared by a JVM that was started ahead. */
public final class AheadOfTime {
    private static final long DEADLINE_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private AheadOfTime() {}

    /** Prints one line: its argument, the square, and whether the JVM was there before. */
    public static void main(String[] args) throws Exception {
        Processes.setStartMethod(StartMethod.STANDBY);
        // The first of a kind is no spare.
        SquareLauncher.start(2).join();
        long begin = System.nanoTime();
        while (Processes.spares() == 0 && System.nanoTime() - begin < DEADLINE_NANOS) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        Set<Long> before =
                ProcessHandle.current().children().map(ProcessHandle::pid).collect(Collectors.toSet());
        ChildProcess<Integer> child = SquareLauncher.start(3);
        System.out.println(args[0] + " -> " + child.get() + ", ahead: " + before.contains(child.pid()));
    }
}
