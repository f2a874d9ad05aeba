package dev.runinprocess.failure;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The facts of a child's death.
 *
 * @param task what it ran, such as {@code Transfers.download}
 * @param processName the child's name
 * @param pid the child's process id
 * @param exitCode the code its process ended with, as {@link Process#exitValue()} gives it
 * @param exitedItself whether the JVM shut down in order ({@code System.exit}, SIGTERM), rather than being killed, crashing or halting
 * @param duration how long it lived, from start to the moment its end was known
 * @param stage what it was doing, in words
 * @param stderr the last lines it wrote to standard error, unless that went to a file or was discarded
 * @param crashLog the text of the JVM's own crash report ({@code hs_err}), if there is one
 */
public record DeathReport(
        String task,
        String processName,
        long pid,
        int exitCode,
        boolean exitedItself,
        Duration duration,
        String stage,
        List<String> stderr,
        Optional<String> crashLog) {
    private static final int SIGNAL_BASE = 128;
    private static final int LAST_SIGNAL = 64;
    private static final Set<Integer> ORDERLY_SIGNALS = Set.of(1, 2, 15);
    private static final int OUT_OF_MEMORY_CODE = 3;
    private static final String OUT_OF_MEMORY_LINE = "Terminating due to java.lang.OutOfMemoryError";

    /** Copies the list. */
    public DeathReport {
        stderr = List.copyOf(stderr);
    }

    /**
     * The signal that ended it, as far as the exit code tells: a JVM reports signal {@code n} as {@code 128 + n}, and
     * one that shut down in order can only have been sent SIGTERM, SIGINT or SIGHUP.
     */
    public OptionalInt signal() {
        int signal = exitCode - SIGNAL_BASE;
        boolean plausible = signal > 0 && signal <= LAST_SIGNAL && (!exitedItself || ORDERLY_SIGNALS.contains(signal));
        return plausible ? OptionalInt.of(signal) : OptionalInt.empty();
    }

    /**
     * Whether its JVM was told to end at the first {@code OutOfMemoryError} ({@code -XX:+ExitOnOutOfMemoryError}) and did. Its exit code, 3, may be
     * anybody's; the JVM's last line on standard error is not, so this is false where that is not known.
     */
    public boolean ranOutOfMemory() {
        return exitCode == OUT_OF_MEMORY_CODE
                && !exitedItself
                && stderr.stream().anyMatch(line -> line.startsWith(OUT_OF_MEMORY_LINE));
    }

    /** One sentence, then standard error and where the crash was, for people. */
    String describe() {
        StringBuilder text = new StringBuilder(256);
        text.append("Child process '")
                .append(processName)
                .append("' (")
                .append(task)
                .append(") ")
                .append(ending());
        text.append(' ')
                .append(stage)
                .append(": pid=")
                .append(pid)
                .append(", exitCode=")
                .append(exitCode);
        text.append(", after=").append(duration.toMillis()).append(" ms");
        crashLog.ifPresent(log -> text.append("\nThe JVM crashed: ").append(CrashLog.summary(log)));
        if (!stderr.isEmpty()) {
            text.append("\nLast lines of its standard error:");
            stderr.forEach(line -> text.append("\n  ").append(line));
        }
        return text.toString();
    }

    private String ending() {
        OptionalInt signal = signal();
        if (signal.isPresent()) {
            return "was ended by signal " + SignalNames.describe(signal.getAsInt());
        }
        if (crashLog.isPresent()) {
            return "crashed";
        }
        if (ranOutOfMemory()) {
            return "ran out of memory and ended";
        }
        return exitedItself ? "exited by itself" : "ended";
    }
}
