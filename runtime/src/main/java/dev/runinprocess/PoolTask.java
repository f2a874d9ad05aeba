package dev.runinprocess;

import dev.runinprocess.failure.ChildDiedException;
import dev.runinprocess.internal.pool.Arrival;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * A task of a {@link ProcessPool}: a future of its result. It completes with what the method returned; with what it threw, rebuilt; or with a
 * {@link dev.runinprocess.failure.WorkerDiedException}, a {@link dev.runinprocess.failure.TaskTimeoutException} or a {@link dev.runinprocess.failure.PoolBrokenException}.
 *
 * <p>To cancel it is to end its work. Futures made from it, by {@code thenApply} and its kin, are plain ones: to cancel those, or to complete this one by hand, does nothing to the
 * work. What hangs on it runs on threads of the library's, which may block, or on the thread that asks for the result.
 *
 * <p>Safe for use by many threads; means nothing in another process.
 *
 * @param <R> the method's result; {@link Void} for {@code void}
 */
public final class PoolTask<R> extends CompletableFuture<R> {
    /** To look for the result with open eyes takes less. */
    private static final long BRIEF_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private final Arrival<R> arrival = new Arrival<>(this);
    private volatile Consumer<Boolean> canceller = force -> {};

    PoolTask() {}

    /** What says that the work has ended. */
    Arrival<R> arrival() {
        return arrival;
    }

    /** What ends the work, by force if need be. */
    void cancelBy(Consumer<Boolean> cancellation) {
        canceller = cancellation;
    }

    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
        return new CompletableFuture<>();
    }

    /**
     * Cancels the task, unless it is done. If it has not begun it never will. If it runs, its thread is interrupted; where that does not end it within the pool's
     * {@linkplain ProcessPoolBuilder#interruptGrace grace time}, its worker is asked to end, and then ended, with all that it has started, and replaced. This returns at once.
     *
     * @param mayInterruptIfRunning whether a task that runs is ended, too; if not, nobody hears of its result
     */
    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        boolean cancelled = super.cancel(mayInterruptIfRunning);
        if (cancelled) {
            canceller.accept(mayInterruptIfRunning);
        }
        return cancelled;
    }

    /**
     * Waits for the result.
     *
     * @throws ExecutionException with what the method threw as its cause; a {@link dev.runinprocess.failure.WorkerDiedException} if the worker died
     * @throws InterruptedException if this thread is interrupted; the task goes on
     */
    @Override
    public R get() throws InterruptedException, ExecutionException {
        arrival.lookFor();
        try {
            return super.get();
        } catch (ExecutionException e) {
            throw unwrapped(e);
        }
    }

    /**
     * Waits for the result, at most for the given time. A result that has come by then is read on this thread, which may take longer.
     *
     * @throws TimeoutException if there is none by then; the task goes on
     * @throws ExecutionException as {@link #get()}
     * @throws InterruptedException if this thread is interrupted; the task goes on
     */
    @Override
    public R get(long timeout, TimeUnit unit) throws InterruptedException, ExecutionException, TimeoutException {
        long begin = System.nanoTime();
        long nanos = unit.toNanos(timeout);
        if (nanos > BRIEF_NANOS) {
            arrival.lookFor();
        }
        try {
            return super.get(Math.max(0, nanos - (System.nanoTime() - begin)), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw unwrapped(e);
        }
    }

    /** As for a process: the death is the exception itself, and not its cause. */
    private static ExecutionException unwrapped(ExecutionException failure) {
        return failure.getCause() instanceof ChildDiedException died ? died : failure;
    }

    @Override
    public R join() {
        arrival.lookFor();
        return super.join();
    }
}
