package dev.runinprocess;

import dev.runinprocess.internal.log.Log;
import dev.runinprocess.internal.pool.CallGroup;
import dev.runinprocess.internal.pool.CallStream;
import dev.runinprocess.internal.pool.Dispatcher;
import dev.runinprocess.internal.pool.PoolCall;
import dev.runinprocess.internal.pool.PoolSpec;
import dev.runinprocess.internal.pool.SingleCall;
import dev.runinprocess.internal.pool.Tally;
import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Child JVMs that stay, and do calls of annotated methods one after the other. Python: {@code Pool} and {@code ProcessPoolExecutor}.
 *
 * <p>A worker that dies fails the task that it was doing and no other; another one takes its place. What goes wrong with one task, be it too late, cancelled, or impossible to send, is that task's
 * alone.
 *
 * <p>To close a pool is to let it do what it was given. A pool that is never closed keeps no program from ending: once {@code main} and the program's other threads that are no daemons
 * have ended, the tasks that it was given are done, with all that hangs on their futures, and then the workers end. {@code System.exit} waits for nothing and ends tasks, as it ends threads.
 *
 * <p>Safe for use by many threads; means nothing in another process. Workers may have pools of their own.
 */
public final class ProcessPool implements AutoCloseable {
    private static final int STREAM_BUFFER = 1024;

    private static final Cleaner CLEANER = Cleaner.create();

    private final PoolSpec spec;
    private final Dispatcher dispatcher;
    private final Tally tally;

    /** What all views of one pool have: once nobody has it, nobody can close the pool. */
    private final Object hold;

    ProcessPool(PoolSpec spec) {
        this(spec, Dispatcher.start(spec), Tally.none(), new Object());
        CLEANER.register(hold, new Forgotten(spec.name(), dispatcher));
    }

    private ProcessPool(PoolSpec spec, Dispatcher dispatcher, Tally tally, Object hold) {
        this.spec = spec;
        this.dispatcher = dispatcher;
        this.tally = tally;
        this.hold = hold;
    }

    /** What is done for a pool that nobody can close any more. */
    private record Forgotten(String name, Dispatcher dispatcher) implements Runnable {
        @Override
        public void run() {
            if (dispatcher.isOpen()) {
                Log.warning("Pool '" + name
                        + "' was not closed, and nobody has it any more: it is closed now. Use try-with-resources.");
                dispatcher.close();
            }
        }
    }

    /** Starts a pool with as many workers as this process may use processors. */
    public static ProcessPool ofCpus() {
        return builder().start();
    }

    /**
     * Starts a pool with so many workers.
     *
     * @throws IllegalArgumentException unless that is positive
     */
    public static ProcessPool of(int workers) {
        return builder().workers(workers).start();
    }

    /** Settings for a pool, none of them made yet. */
    public static ProcessPoolBuilder builder() {
        return new ProcessPoolBuilder();
    }

    /**
     * Returns this pool, with somebody who is told how far the tasks are that are given to it by what this returns, all of them together. To close the one is to close the other.
     */
    public ProcessPool withProgress(ProgressListener listener) {
        Objects.requireNonNull(listener, "listener");
        Tally told = Tally.toldTo(counts -> listener.progressed(
                new Progress(counts.succeeded(), counts.failed(), counts.total(), counts.elapsed())));
        return new ProcessPool(spec, dispatcher, told, hold);
    }

    /** Its name. */
    public String name() {
        return spec.name();
    }

    /**
     * Gives it a task. Encodes the arguments on the calling thread. With {@link ProcessPoolBuilder#queueBound} it waits for room as long as that many tasks wait; otherwise for nothing. A task that {@link #shutdownNow} drops ends with a
     * {@link java.util.concurrent.CancellationException}.
     *
     * @throws dev.runinprocess.failure.NotTransferableException if an argument cannot cross
     * @throws java.util.concurrent.RejectedExecutionException if the pool is closed; a {@link dev.runinprocess.failure.PoolBrokenException} if it has ended by itself; or if this thread is interrupted, as it remains, while it waits for room
     */
    public <R> PoolTask<R> submit(Call<R> call) {
        PoolTask<R> task = new PoolTask<>();
        SingleCall<R> single = SingleCall.submit(dispatcher, call.forPool(), task.arrival(), tally);
        task.cancelBy(single::cancel);
        return task;
    }

    /**
     * Gives it a task, as {@link #submit} does, and waits for the result. A caller who is interrupted takes the task with it.
     *
     * @return the result
     * @throws ExecutionException with what the method threw as its cause; a {@link dev.runinprocess.failure.WorkerDiedException} if the worker died
     * @throws InterruptedException if this thread is interrupted
     */
    public <R> R call(Call<R> call) throws ExecutionException, InterruptedException {
        return await(submit(call));
    }

    /**
     * Calls a method for each of the inputs, each as by {@link #submit}, and waits for all results. How many calls in a row go to one worker at a time is measured while they run.
     *
     * @param function what binds an input, such as {@code DownloadLauncher::call}; called on this thread, as the inputs' iterator is
     * @return the results, in the order of the inputs; a list of the caller's own
     * @throws ExecutionException if calls failed, all having ended, for the first of these in the order of the inputs, as {@link #call} does
     * @throws InterruptedException if this thread is interrupted, which cancels what is left
     */
    public <T, R> List<R> map(Function<? super T, Call<R>> function, Iterable<? extends T> inputs)
            throws ExecutionException, InterruptedException {
        return await(mapAsync(function, inputs));
    }

    /**
     * As {@link #map(Function, Iterable)}, and as many calls in a row as are given here go to one worker at a time.
     *
     * @throws IllegalArgumentException unless that is positive
     */
    public <T, R> List<R> map(Function<? super T, Call<R>> function, Iterable<? extends T> inputs, int chunkSize)
            throws ExecutionException, InterruptedException {
        return await(mapAsync(function, inputs, chunkSize));
    }

    /**
     * Calls a method for each of the inputs, each as by {@link #submit}. Returns when all inputs are taken and encoded, whether calls have ended or not; they begin meanwhile. To cancel the task is to end all that is left.
     *
     * @return the results as they will be, as {@link #map} returns them
     */
    public <T, R> PoolTask<List<R>> mapAsync(Function<? super T, Call<R>> function, Iterable<? extends T> inputs) {
        return collect(function, inputs, 0);
    }

    /** As {@link #mapAsync(Function, Iterable)}, with a number of calls in a row as for {@link #map(Function, Iterable, int)}. */
    public <T, R> PoolTask<List<R>> mapAsync(
            Function<? super T, Call<R>> function, Iterable<? extends T> inputs, int chunkSize) {
        if (chunkSize <= 0) {
            throw new IllegalArgumentException("chunkSize must be positive: chunkSize=" + chunkSize);
        }
        return collect(function, inputs, chunkSize);
    }

    private <T, R> PoolTask<List<R>> collect(
            Function<? super T, Call<R>> function, Iterable<? extends T> inputs, int chunkSize) {
        PoolTask<List<R>> task = new PoolTask<>();
        CallGroup<R> group = new CallGroup<>(dispatcher, task.arrival(), chunkSize, tally, number(inputs));
        task.cancelBy(group::cancel);
        boolean complete = false;
        try {
            for (T input : inputs) {
                group.add(function.apply(input).forPool());
            }
            group.complete();
            complete = true;
        } finally {
            if (!complete) {
                group.abandon();
            }
            // Or it might count as forgotten before all inputs are taken.
            Reference.reachabilityFence(hold);
        }
        return task;
    }

    /**
     * The results of calls for inputs that may never end, in the order of the inputs. Inputs are taken as results are: the pool is some calls ahead, no more than it takes to keep its workers at work. To close the
     * stream is to cancel what is ahead, and who waits for a result then finds that there are no more. Who is interrupted while waiting gets a {@link java.util.concurrent.CompletionException}, and remains interrupted. A call that failed fails the step that would give its result, with a {@link java.util.concurrent.CompletionException} around the cause.
     *
     * <p>The stream is a sequential one; the function and the inputs' iterator are used by the thread that asks it.
     */
    public <T, R> Stream<R> stream(Function<? super T, Call<R>> function, Iterable<? extends T> inputs) {
        return stream(function, inputs, true);
    }

    /** As {@link #stream}, but results come as they are there. */
    public <T, R> Stream<R> streamUnordered(Function<? super T, Call<R>> function, Iterable<? extends T> inputs) {
        return stream(function, inputs, false);
    }

    private <T, R> Stream<R> stream(
            Function<? super T, Call<R>> function, Iterable<? extends T> inputs, boolean ordered) {
        Objects.requireNonNull(function, "function");
        CallStream<T, R> calls = new CallStream<>(
                dispatcher,
                inputs.iterator(),
                input -> bind(function, input),
                ordered,
                spec.workers(),
                STREAM_BUFFER,
                tally,
                number(inputs));
        return StreamSupport.<R>stream(calls, false).onClose(calls::cancel);
    }

    private static OptionalLong number(Iterable<?> inputs) {
        return inputs instanceof Collection<?> collection ? OptionalLong.of(collection.size()) : OptionalLong.empty();
    }

    /** A method of this object, so that a stream of its results keeps it. */
    private <T, R> PoolCall bind(Function<? super T, Call<R>> function, T input) {
        return function.apply(input).forPool();
    }

    private static <R> R await(PoolTask<R> task) throws ExecutionException, InterruptedException {
        try {
            return task.get();
        } catch (InterruptedException e) {
            task.cancel(true);
            throw e;
        }
    }

    /** What it is doing now. */
    public PoolSnapshot snapshot() {
        return PoolSnapshot.of(name(), dispatcher.facts());
    }

    /**
     * The pool as an executor service, for a library that wants one. Its tasks are {@link Call}s, which are {@link java.util.concurrent.Callable}s; any other is rejected, since it cannot cross. To shut it
     * down is to shut down the pool.
     */
    public ExecutorService asExecutorService() {
        return new PoolExecutor(this);
    }

    /** Takes no more tasks; those that it has are done. Returns at once. */
    public void shutdown() {
        dispatcher.close();
    }

    /** Takes no more tasks, cancels those that it has, and ends its workers. Returns at once. */
    public void shutdownNow() {
        dispatcher.stop();
    }

    /** Whether it takes no more tasks. */
    public boolean isShutdown() {
        return !dispatcher.isOpen();
    }

    /** Whether it is shut down, its tasks are done, and its workers have ended. */
    public boolean isTerminated() {
        return dispatcher.hasEnded();
    }

    /**
     * Waits until it {@link #isTerminated}, at most for the given time.
     *
     * @return whether it is
     * @throws InterruptedException if this thread is interrupted
     */
    public boolean awaitTermination(Duration limit) throws InterruptedException {
        return dispatcher.awaitEnd(limit);
    }

    /**
     * Takes no more tasks, and waits until those that it has are done and its workers have ended. A caller who is interrupted has them cancelled, waits for the workers' end all the same, and finds itself
     * interrupted afterwards. To close it again does nothing.
     */
    @Override
    public void close() {
        shutdown();
        boolean interrupted = false;
        while (true) {
            try {
                if (awaitTermination(Duration.ofDays(1))) {
                    break;
                }
            } catch (InterruptedException e) {
                interrupted = true;
                shutdownNow();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public String toString() {
        return "ProcessPool[name=" + name() + ", workers=" + spec.workers() + ", "
                + (isTerminated() ? "terminated" : isShutdown() ? "shut down" : "open") + "]";
    }
}
