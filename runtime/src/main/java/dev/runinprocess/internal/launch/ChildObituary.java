package dev.runinprocess.internal.launch;

import dev.runinprocess.failure.ChildDiedException;
import dev.runinprocess.failure.ChildTimeoutException;
import dev.runinprocess.failure.DeathReport;
import dev.runinprocess.failure.IncompatibleChildException;
import dev.runinprocess.internal.protocol.HelloFrame;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is known of one child's life, gathered for the case that it ends without a result. Safe for use by many threads. */
final class ChildObituary {
    private final LaunchSpec spec;
    private final long pid;
    private final long startNanos = System.nanoTime();
    private String stage;
    private @Nullable String incompatibility;
    private @Nullable Duration passedLimit;
    private boolean exitedItself;
    private @Nullable DeathReport report;

    ChildObituary(LaunchSpec spec, long pid) {
        this.spec = spec;
        this.pid = pid;
        this.stage = "before it reached its entry point "
                + spec.task().entryPoint().getName() + ", started with " + JavaCommand.executable(spec.jvm());
    }

    synchronized void helloCame() {
        stage = "while it was handed its arguments";
    }

    synchronized void orderWritten() {
        stage = "before it returned a result";
    }

    synchronized void exitsItself() {
        exitedItself = true;
    }

    synchronized boolean hasExitedItself() {
        return exitedItself;
    }

    /** Its time is over: that of its task, or that of its start. */
    synchronized void timedOut(Duration limit) {
        passedLimit = limit;
    }

    synchronized void linkBroke(IOException reason) {
        stage = stage + " (" + reason.getMessage() + ")";
    }

    /** Whether the child is the code that the launcher was generated with. */
    synchronized boolean accepts(HelloFrame hello) {
        if (hello.version() != HelloFrame.CURRENT_VERSION) {
            incompatibility = "The child runs another version of this library: its protocol is " + hello.version()
                    + ", ours is " + HelloFrame.CURRENT_VERSION + ". Put one version on both class paths.";
        } else if (!hello.fingerprint().equals(spec.task().fingerprint())) {
            incompatibility =
                    "The entry point in the child is not the one that its launcher was generated with. Launcher: "
                            + spec.task().signature() + " [" + spec.task().fingerprint() + "], entry point: "
                            + hello.signature() + " ["
                            + hello.fingerprint()
                            + "]. A jar or class directory is stale: rebuild, or correct the child's class path.";
        }
        return incompatibility == null;
    }

    synchronized void ended(int exitCode, List<String> lastErrorLines, Optional<String> crashLog) {
        Duration lived = Duration.ofNanos(System.nanoTime() - startNanos);
        report = new DeathReport(
                spec.task().displayName(),
                spec.processName(),
                pid,
                exitCode,
                exitedItself,
                lived,
                stage,
                lastErrorLines,
                crashLog);
    }

    /** The exception for a caller who waits for a result, made anew. */
    synchronized ChildDiedException exception() {
        DeathReport facts = report;
        if (facts == null) {
            throw new IllegalStateException("the child has not ended yet");
        }
        if (incompatibility != null) {
            return new IncompatibleChildException(incompatibility, facts);
        }
        return passedLimit == null ? new ChildDiedException(facts) : new ChildTimeoutException(passedLimit, facts);
    }
}
