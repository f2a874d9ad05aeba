package dev.runinprocess.internal.launch;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

/**
 * A task in a thread of this JVM, for debugging: the same calls, one process. What only a process can do it does as far as a
 * thread can: to terminate or kill it is to interrupt it.
 *
 * @param <R> the task's result
 */
public final class InlineChild<R> implements Child<R> {
    /** The system property that runs every launch inline. */
    public static final String PROPERTY = "runinprocess.inline";

    private final CompletableFuture<Outcome<R>> outcome = new CompletableFuture<>();
    private final CompletableFuture<Integer> exit = new CompletableFuture<>();
    private final Thread thread;

    private InlineChild(LaunchSpec spec, Callable<R> task) {
        thread = new Thread(() -> run(task), spec.processName());
        thread.setDaemon(spec.daemon());
    }

    /** Whether launches run inline. */
    public static boolean isWanted() {
        String value = System.getProperty(PROPERTY);
        return value != null && !value.equalsIgnoreCase("false");
    }

    /** Starts one. */
    public static <R> InlineChild<R> start(LaunchSpec spec, Callable<R> task) {
        InlineChild<R> child = new InlineChild<>(spec, task);
        child.thread.start();
        return child;
    }

    private void run(Callable<R> task) {
        int code = 0;
        try {
            outcome.complete(new Outcome.Returned<>(task.call()));
        } catch (Throwable thrown) {
            code = 1;
            outcome.complete(new Outcome.Threw<>(thrown));
        }
        exit.complete(code);
    }

    @Override
    public long pid() {
        return ProcessHandle.current().pid();
    }

    @Override
    public CompletableFuture<Outcome<R>> outcome() {
        return outcome;
    }

    @Override
    public CompletableFuture<Integer> exit() {
        return exit;
    }

    @Override
    public void interrupt() {
        thread.interrupt();
    }

    @Override
    public void terminate() {
        thread.interrupt();
    }

    @Override
    public void end() {
        thread.interrupt();
    }

    @Override
    public void kill() {
        thread.interrupt();
    }

    @Override
    public Optional<String> capturedStdout() {
        return Optional.empty();
    }

    @Override
    public Optional<String> capturedStderr() {
        return Optional.empty();
    }
}
