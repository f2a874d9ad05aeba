package dev.runinprocess.internal.launch;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * A started task, in a JVM of its own or, inline, in this one. Safe for use by many threads.
 *
 * @param <R> the task's result
 */
public interface Child<R> {
    /** The process id of the JVM that runs the task. */
    long pid();

    /** How the task ended; completed at its result, which is before the child's end, or at the child's end. Never completed by others. */
    CompletableFuture<Outcome<R>> outcome();

    /** The exit code; completed at the child's end, after {@link #outcome}. Never completed by others. */
    CompletableFuture<Integer> exit();

    /** Interrupts the task's thread. */
    void interrupt();

    /** Asks the child, and what it started, to end. */
    void terminate();

    /** Asks the child to end, and ends it if it has not after its grace time. */
    void end();

    /** Ends the child, and what it started, at once. */
    void kill();

    /** Its standard output so far, if that is captured. */
    Optional<String> capturedStdout();

    /** Its standard error so far, if that is captured. */
    Optional<String> capturedStderr();
}
