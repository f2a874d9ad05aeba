package dev.runinprocess.tests.deaths;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.Call;
import dev.runinprocess.ChildProcess;
import dev.runinprocess.ProcessOptions;
import dev.runinprocess.Processes;
import dev.runinprocess.RunInProcess;
import dev.runinprocess.StartMethod;
import dev.runinprocess.internal.shm.Failpoints;
import dev.runinprocess.tests.testing.Await;
import dev.runinprocess.tests.testing.Signals;
import dev.runinprocess.tests.testing.Spares;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

/** A child that is killed at a failpoint. */
final class Victim {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final ProcessOptions QUIET = Survivors.LOOKING;
    private static final Path FAILPOINT = fileToComeAndGo();

    /** All victims are of one kind, so that spares of that can be started ahead. */
    private static final Spares SPARES = new Spares();

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
        ProcessOptions options = QUIET.systemProperty(Failpoints.PROPERTY, FAILPOINT.toString());
        if (Processes.startMethod() == StartMethod.SPAWN) {
            write(failpoint + ":" + arrival + ":" + marker);
            return new Victim(task.options(options).start(), marker);
        }
        ProcessOptions standby = SPARES.within(options);
        if (SPARES.pids().isEmpty()) {
            // The first launch of a kind spawns.
            write("");
            NothingLauncher.call().options(standby).start();
        }
        Set<Long> ready = SPARES.awaitSome();
        write(failpoint + ":" + arrival + ":" + marker);
        ChildProcess<?> child = task.options(standby).start();
        assertThat(ready).as("JVMs that were started ahead").contains(child.pid());
        return new Victim(child, marker);
    }

    @RunInProcess
    static void nothing() {
        // It ends.
    }

    private static Path fileToComeAndGo() {
        try {
            Path file = Files.createTempFile("failpoint", "");
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(String setting) {
        try {
            Files.writeString(FAILPOINT, setting);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
