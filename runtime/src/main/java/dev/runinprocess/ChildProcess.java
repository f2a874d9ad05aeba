package dev.runinprocess;

import dev.runinprocess.channel.Announcing;
import dev.runinprocess.codec.Payload;
import dev.runinprocess.codec.ValueWriter;
import dev.runinprocess.internal.launch.Child;
import dev.runinprocess.internal.launch.InlineChild;
import dev.runinprocess.internal.launch.LaunchSpec;
import dev.runinprocess.internal.launch.ProcessChild;
import dev.runinprocess.link.BoundTask;
import dev.runinprocess.link.TaskDefinition;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A child process: the parent's handle to one run of an annotated method in a JVM of its own. Python: {@code Process}.
 *
 * <p>It is new, then started, then ended, and may then be closed. A {@code main} that returns waits for children that are no daemons; a JVM that
 * shuts down otherwise, and one whose daemons are left, ends its children. It is not {@code AutoCloseable}: leaving a block must neither
 * wait nor kill silently.
 *
 * <p>Safe for use by many threads; means nothing in another process. Waiting methods return or throw when the child dies, however it does:
 * nothing here waits for ever for the dead.
 *
 * @param <R> the method's result; {@link Void} for {@code void}
 */
public final class ChildProcess<R> implements Announcing {
    private final LaunchSpec spec;
    private final ExitListeners listeners = new ExitListeners();
    private @Nullable BoundTask<R> task;
    private @Nullable Child<R> child;
    private boolean closed;

    ChildProcess(TaskDefinition definition, ProcessOptions options, BoundTask<R> task) {
        this.spec = options.resolve(definition);
        this.task = task;
    }

    /**
     * Starts the child. Encodes the arguments on the calling thread and returns as soon as the operating system has the process; the arguments are
     * not kept.
     *
     * @return this
     * @throws IllegalStateException if it was started or closed before, or if the launch would repeat itself without end
     * @throws dev.runinprocess.failure.NotTransferableException if an argument cannot cross; it may be started again
     * @throws dev.runinprocess.failure.LaunchException if no process could be started; it may be started again
     */
    public synchronized ChildProcess<R> start() {
        requireOpen();
        BoundTask<R> bound = task;
        if (child != null || bound == null) {
            throw new IllegalStateException(
                    "Child process '" + name() + "' was started before. Make another one with process(…).");
        }
        Child<R> started = launch(bound);
        child = started;
        task = null;
        ActiveChildren.add(this);
        Future<?> unused = started.exit().thenRun(() -> ActiveChildren.remove(this));
        return this;
    }

    private Child<R> launch(BoundTask<R> bound) {
        ValueWriter arguments = new ValueWriter();
        boolean launched = false;
        try {
            bound.write(arguments);
            Child<R> started = launch(bound, arguments.toPayload());
            launched = true;
            // A child that dies early never gets its arguments; one that has got them does not care.
            Runnable losses = arguments.losses();
            if (losses != null) {
                Future<?> unused = started.exit().thenRun(losses);
            }
            return started;
        } finally {
            if (!launched) {
                arguments.lost();
            }
        }
    }

    private Child<R> launch(BoundTask<R> bound, Payload arguments) {
        return InlineChild.isWanted()
                ? InlineChild.start(spec, () -> InlineCall.run(bound, arguments))
                : ProcessChild.start(spec, arguments, bound.result());
    }

    /**
     * Runs the method here, in this process and on this thread, for tests and debugging. Python: {@code run()}.
     *
     * @return what the method returned
     * @throws Exception what the method threw
     * @throws IllegalStateException if the process was started, which takes the arguments away
     */
    public R run() throws Exception {
        BoundTask<R> bound;
        synchronized (this) {
            requireOpen();
            bound = task;
        }
        if (bound == null) {
            throw new IllegalStateException(
                    "Child process '" + name() + "' was started, and its arguments are gone. Call run() on a new one.");
        }
        try {
            return bound.invoke();
        } catch (Exception | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new ExecutionException(e);
        }
    }

    /**
     * Waits for the result, which may come before the child's end.
     *
     * @throws ExecutionException with what the method threw as its cause, rebuilt; a
     *     {@link dev.runinprocess.failure.ChildDiedException} if the child ended without a result
     * @throws InterruptedException if this thread is interrupted; the child goes on
     */
    @SuppressWarnings("NullAway") // The result is null if the method returned null; R says whether it may.
    public R get() throws ExecutionException, InterruptedException {
        return started().outcome().get().get();
    }

    /**
     * Waits for the result, at most for the given time; not at all if that is zero or negative.
     *
     * @throws TimeoutException if there is none by then; the child goes on
     * @throws ExecutionException as {@link #get()}
     * @throws InterruptedException if this thread is interrupted; the child goes on
     */
    @SuppressWarnings("NullAway") // As in get().
    public R get(Duration limit) throws ExecutionException, InterruptedException, TimeoutException {
        return started().outcome().get(nanos(limit), TimeUnit.NANOSECONDS).get();
    }

    /**
     * The result as a future: a copy, so that to complete or cancel it does nothing to the child. It completes with what the method
     * threw, or with a {@link dev.runinprocess.failure.ChildDiedException}, as {@link #get()} tells.
     */
    public CompletableFuture<R> result() {
        CompletableFuture<R> copy = new CompletableFuture<>();
        Future<?> unused = started().outcome().thenAcceptAsync(outcome -> outcome.complete(copy), this::runCallbacks);
        return copy;
    }

    /**
     * Waits for the child's end, whatever it is.
     *
     * @throws InterruptedException if this thread is interrupted; the child goes on
     */
    public void join() throws InterruptedException {
        try {
            started().exit().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the child's end never fails", e);
        }
    }

    /**
     * Waits for the child's end, at most for the given time; not at all if that is zero or negative.
     *
     * @return whether it has ended
     * @throws InterruptedException if this thread is interrupted; the child goes on
     */
    public boolean join(Duration limit) throws InterruptedException {
        try {
            started().exit().get(nanos(limit), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("the child's end never fails", e);
        }
    }

    private static long nanos(Duration limit) {
        try {
            return limit.toNanos();
        } catch (ArithmeticException e) {
            return limit.isNegative() ? 0 : Long.MAX_VALUE;
        }
    }

    /** Whether it was started and has not ended. */
    public synchronized boolean isAlive() {
        requireOpen();
        return child != null && !child.exit().isDone();
    }

    /**
     * The code it ended with, empty before: 0 after a normal return, 1 after an exception, {@code n} after {@code System.exit(n)}, and
     * {@code 128 + n} if signal {@code n} ended it (143 after {@link #terminate}, 137 after {@link #kill}).
     */
    public synchronized OptionalInt exitCode() {
        requireOpen();
        return child == null || !child.exit().isDone()
                ? OptionalInt.empty()
                : OptionalInt.of(child.exit().join());
    }

    /**
     * Its process id.
     *
     * @throws IllegalStateException if it was not started
     */
    public long pid() {
        return started().pid();
    }

    /** Its name. */
    public String name() {
        return spec.processName();
    }

    /** Whether this process's end terminates it. */
    public boolean isDaemon() {
        return spec.daemon();
    }

    /**
     * Interrupts the thread that runs the method, as {@link Thread#interrupt} does. The child ends only if the method lets the interruption do so; an
     * {@code InterruptedException} that it does not catch is an exception like any other. Nothing happens once the method has returned.
     */
    public void interrupt() {
        started().interrupt();
    }

    /**
     * Asks the child to end: SIGTERM, at which its shutdown hooks run and its own children are asked, too. Programs that it started otherwise
     * are asked after its end, and ended after the grace time. Returns at once; a child that ignores it goes on.
     */
    public void terminate() {
        started().terminate();
    }

    /** Ends the child at once, with all that it started and that can be found: SIGKILL. */
    public void kill() {
        started().kill();
    }

    /** {@link #terminate}, and {@link #kill} after the grace time. */
    void end() {
        started().end();
    }

    /** Completes with this handle when the child has ended. A copy: to complete it does nothing to the child. Python: {@code sentinel}. */
    public CompletableFuture<ChildProcess<R>> onExit() {
        return started().exit().thenApplyAsync(code -> this, this::runCallbacks);
    }

    /**
     * What a user hangs on a future may wait for this very child, so it must not run on the thread that hears the child; and it must not be lost when
     * {@code main} has returned, as on a pool's daemon threads.
     */
    private void runCallbacks(Runnable callbacks) {
        Thread thread = new Thread(callbacks, "runinprocess-callbacks-" + name());
        thread.setDaemon(isDaemon());
        thread.start();
    }

    /** Whether it has ended, for {@link dev.runinprocess.channel.Connections#waitAny}. */
    @Override
    public boolean isReady() {
        return started().exit().isDone();
    }

    @Override
    public Runnable announce(Runnable news) {
        return listeners.add(news, started().exit());
    }

    /** What it wrote to standard output so far; empty unless its output is {@linkplain Output#capture captured}. All of it once it has ended. */
    public Optional<String> capturedStdout() {
        return started().capturedStdout();
    }

    /** What it wrote to standard error so far; empty unless its output is {@linkplain Output#capture captured}. All of it once it has ended. */
    public Optional<String> capturedStderr() {
        return started().capturedStderr();
    }

    /**
     * Lets go of it. Whatever is asked of a closed handle, but its name and this once more, is an {@link IllegalStateException}.
     *
     * @throws IllegalStateException if the child is alive; it goes on
     */
    public synchronized void close() {
        if (child != null && !child.exit().isDone()) {
            throw new IllegalStateException("Child process '" + name() + "' is alive: pid=" + child.pid()
                    + ". Join it, or terminate it and join it, before closing it.");
        }
        closed = true;
        child = null;
        task = null;
    }

    boolean hasEnded() {
        Child<R> started;
        synchronized (this) {
            started = child;
        }
        return started == null || started.exit().isDone();
    }

    private synchronized Child<R> started() {
        requireOpen();
        if (child == null) {
            throw new IllegalStateException("Child process '" + name() + "' was not started. Call start() first.");
        }
        return child;
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("The handle of child process '" + name() + "' is closed.");
        }
    }

    @Override
    public String toString() {
        Child<R> started;
        synchronized (this) {
            started = child;
        }
        if (started == null) {
            return "ChildProcess[name=" + name() + ", " + (closed ? "closed" : "new") + "]";
        }
        String state = started.exit().isDone() ? "exitCode=" + started.exit().join() : "alive";
        return "ChildProcess[name=" + name() + ", pid=" + started.pid() + ", " + state + "]";
    }
}
