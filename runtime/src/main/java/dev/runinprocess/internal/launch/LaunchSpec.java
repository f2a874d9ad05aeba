package dev.runinprocess.internal.launch;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * All that is to be known of one launch but its arguments.
 *
 * @param task what runs
 * @param processName the child's name
 * @param daemon whether nobody waits for the child, and its parent's end ends it
 * @param outlivesParent whether the child goes on when its parent dies
 * @param ignoresTerminalSignals whether SIGINT and SIGHUP leave the child alone
 * @param jvm how its JVM is started
 * @param environment variables on top of this process's
 * @param workingDirectory where it runs; empty for this process's working directory
 * @param stdout where its standard output goes
 * @param stderr where its standard error goes
 * @param timeout how long it may run; empty for ever
 * @param startTimeout how long its JVM may take to reach the entry point
 * @param grace how long it has between a polite request to end and the impolite one
 * @param standby the main class of JVMs that are started ahead, if the task may run in one
 */
public record LaunchSpec(
        TaskSpec task,
        String processName,
        boolean daemon,
        boolean outlivesParent,
        boolean ignoresTerminalSignals,
        JvmSpec jvm,
        Map<String, String> environment,
        Optional<Path> workingDirectory,
        StreamTarget stdout,
        StreamTarget stderr,
        Optional<Duration> timeout,
        Duration startTimeout,
        Duration grace,
        Optional<Class<?>> standby) {

    /** The same for a worker of a pool: it shares the machine with the others, and may run for ever. */
    public LaunchSpec forWorkerOf(int workers) {
        return new LaunchSpec(
                task,
                processName,
                daemon,
                outlivesParent,
                ignoresTerminalSignals,
                jvm.sharedBy(workers),
                environment,
                workingDirectory,
                stdout,
                stderr,
                Optional.empty(),
                startTimeout,
                grace,
                standby);
    }
}
