package dev.runinprocess.tests.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** A process started by a test, with all that it writes. Closing it kills it. */
public final class RunningProgram implements AutoCloseable {
    private final Process process;
    private final OutputLines stdout;
    private final OutputLines stderr;

    private RunningProgram(Process process, InputStream stdout, InputStream stderr) {
        this.process = process;
        this.stdout = OutputLines.of(stdout);
        this.stderr = OutputLines.of(stderr);
    }

    static RunningProgram of(Process process) {
        return new RunningProgram(process, process.getInputStream(), process.getErrorStream());
    }

    /** Its process id. */
    public long pid() {
        return process.pid();
    }

    /** Whether it runs. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Waits for a line of standard output that starts so, and returns the rest of it. */
    public String awaitLine(String start) {
        return awaitLine(stdout, start);
    }

    /** Waits for a line of standard error that starts so, and returns the rest of it. */
    public String awaitErrorLine(String start) {
        return awaitLine(stderr, start);
    }

    private String awaitLine(OutputLines lines, String start) {
        Await.until(
                "a line that starts with '" + start + "'; there is:\n" + this,
                () -> lines.hasLine(start) || (!process.isAlive() && lines.ended()));
        return lines.afterStart(start)
                .orElseThrow(() -> new AssertionError(
                        "The program ended without a line that starts with '" + start + "':\n" + this));
    }

    /** Waits for its end. */
    public int awaitExit() {
        try {
            if (!process.waitFor(Await.DEADLINE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError("The program has not ended after " + Await.DEADLINE + ":\n" + this);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
        stdout.awaitEnd();
        stderr.awaitEnd();
        return process.exitValue();
    }

    /** Writes a line to its standard input. */
    public void writeLine(String line) throws IOException {
        process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
    }

    /** All of its standard output so far. */
    public String stdout() {
        return stdout.text();
    }

    /** All of its standard error so far. */
    public String stderr() {
        return stderr.text();
    }

    /** Sends it a signal, such as {@code "TERM"}. */
    public void signal(String signal) {
        Signals.send(signal, pid());
    }

    @Override
    public void close() {
        process.destroyForcibly();
        Await.until("the program has ended", () -> !process.isAlive());
    }

    @Override
    public String toString() {
        return "stdout:\n" + stdout() + "\nstderr:\n" + stderr();
    }
}
