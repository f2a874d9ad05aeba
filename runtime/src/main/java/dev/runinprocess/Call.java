package dev.runinprocess;

import dev.runinprocess.internal.pool.PoolCall;
import dev.runinprocess.link.BoundTask;
import dev.runinprocess.link.TaskDefinition;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;

/**
 * An annotated method with its arguments, ready to run in a child process any number of times. Immutable, as far as the arguments are; they are
 * encoded at each start. Made by a launcher's {@code call(…)}.
 *
 * @param <R> the method's result; {@link Void} for {@code void}
 */
public final class Call<R> implements Callable<R> {
    private final TaskDefinition definition;
    private final BoundTask<R> task;
    private final ProcessOptions options;
    private final boolean idempotent;

    private Call(TaskDefinition definition, BoundTask<R> task, ProcessOptions options, boolean idempotent) {
        this.definition = definition;
        this.task = task;
        this.options = options;
        this.idempotent = idempotent;
    }

    /** Binds arguments to a method. For generated launchers. */
    public static <R> Call<R> of(TaskDefinition definition, BoundTask<R> task) {
        return new Call<>(definition, task, ProcessOptions.defaults(), false);
    }

    /** Returns the same call with these options, which override the annotation. In a {@link ProcessPool}, whose workers run already, the timeout alone counts. */
    public Call<R> options(ProcessOptions options) {
        return new Call<>(definition, task, Objects.requireNonNull(options, "options"), idempotent);
    }

    /** Returns the same call, declared to be harmless if it is done twice: what a pool with {@link ProcessPoolBuilder#retries} does again when a worker dies in the middle of it. */
    public Call<R> idempotent() {
        return new Call<>(definition, task, options, true);
    }

    /** As {@link #await}: the name by which libraries know it. */
    @Override
    public R call() throws ExecutionException, InterruptedException {
        return await();
    }

    PoolCall forPool() {
        return new PoolCall(definition, task, options.taskTimeout(), idempotent);
    }

    /** Returns a process that is yet to be started. */
    public ChildProcess<R> process() {
        return new ChildProcess<>(definition, options, task);
    }

    /**
     * Starts a process. Returns as soon as the operating system has it.
     *
     * @throws dev.runinprocess.failure.LaunchException if it cannot be started
     * @throws dev.runinprocess.failure.NotTransferableException if an argument cannot cross
     */
    public ChildProcess<R> start() {
        return process().start();
    }

    /**
     * Starts a process and waits for the result. A caller who is interrupted takes the child with it: it is asked to end, and ended after
     * its grace time.
     *
     * @return the result
     * @throws ExecutionException with what the method threw as its cause; a {@link dev.runinprocess.failure.ChildDiedException} if the child
     *     ended without a result
     * @throws InterruptedException if this thread is interrupted
     */
    public R await() throws ExecutionException, InterruptedException {
        ChildProcess<R> child = start();
        try {
            return child.get();
        } catch (InterruptedException e) {
            child.end();
            throw e;
        }
    }

    @Override
    public String toString() {
        return definition.signature();
    }
}
