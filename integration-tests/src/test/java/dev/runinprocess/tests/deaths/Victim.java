package dev.runinprocess.tests.deaths;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.Call;
import dev.runinprocess.ChildProcess;
import dev.runinprocess.Output;
import dev.runinprocess.ProcessOptions;
import dev.runinprocess.internal.shm.Failpoints;
import dev.runinprocess.tests.testing.Await;
import dev.runinprocess.tests.testing.Signals;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A child that is killed at a failpoint. */
final class Victim {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final ProcessOptions QUIET = ProcessOptions.defaults().stderr(Output.capture());

    private final ChildProcess<?> child;
    private final Path marker;

    private Victim(ChildProcess<?> child, Path marker) {
        this.child = child;
        this.marker = marker;
    }

    /**
     * Starts one.
     *
     * @param arrival the how many-th arrival at the failpoint is its last
     * @param directory where it tells that it is there
     */
    static Victim start(Call<?> task, String failpoint, int arrival, Path directory) {
        Path marker = directory.resolve(failpoint + "-" + arrival + "-is-reached");
        String property = "-D" + Failpoints.PROPERTY + "=" + failpoint + ":" + arrival + ":" + marker;
        return new Victim(task.options(QUIET.jvmArgs(property)).start(), marker);
    }

    /** Starts one that is killed wherever it is. */
    static Victim start(Call<?> task, Path directory) {
        return new Victim(task.options(QUIET).start(), directory.resolve("nowhere"));
    }

    long pid() {
        return child.pid();
    }

    boolean isAtFailpoint() {
        return Files.exists(marker);
    }

    void awaitFailpoint() {
        Await.until(child + " is at its failpoint " + marker.getFileName(), () -> isAtFailpoint() || !child.isAlive());
        assertThat(marker).as("told by %s", child).exists();
    }

    /** Kills it, and waits until its parent knows. */
    void kill() throws InterruptedException {
        Signals.send("KILL", child.pid());
        assertThat(child.join(SOON)).isTrue();
        assertThat(child.exitCode()).hasValue(137);
    }
}
