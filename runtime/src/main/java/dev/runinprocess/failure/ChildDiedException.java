package dev.runinprocess.failure;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;

/**
 * A child process that ended without a result: killed, crashed, or exited in the middle of its task. It is an {@link ExecutionException}, so
 * that {@code get()} throws one kind; it has no cause, since the task itself threw nothing.
 */
public class ChildDiedException extends ExecutionException {
    private static final long serialVersionUID = 1L;

    private final transient DeathReport report;

    /** Creates one from the facts. */
    public ChildDiedException(DeathReport report) {
        this(report.describe(), report);
    }

    /** Creates one that says more than the facts do. */
    ChildDiedException(String message, DeathReport report) {
        super(message);
        this.report = report;
    }

    /** All facts together. */
    public final DeathReport report() {
        return report;
    }

    /** What the child ran, such as {@code Transfers.download}. */
    public final String task() {
        return report.task();
    }

    /** The child's process id. */
    public final long pid() {
        return report.pid();
    }

    /** The code its process ended with; {@code 128 + n} if signal {@code n} ended it. */
    public final int exitCode() {
        return report.exitCode();
    }

    /** The signal that ended it, as far as the exit code tells. */
    public final OptionalInt signal() {
        return report.signal();
    }

    /** How long it lived. */
    public final Duration duration() {
        return report.duration();
    }

    /** The last lines it wrote to standard error, oldest first; none if that went to a file or was discarded. */
    public final List<String> stderr() {
        return report.stderr();
    }

    /** The JVM's crash report ({@code hs_err}), if it left one. */
    public final Optional<String> crashLog() {
        return report.crashLog();
    }
}
