package dev.runinprocess;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.RunnableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** A pool for libraries that want an executor service: its tasks are {@link Call}s, which can cross, and no others. */
final class PoolExecutor extends AbstractExecutorService {
    private final ProcessPool pool;

    PoolExecutor(ProcessPool pool) {
        this.pool = pool;
    }

    @Override
    public <T> Future<T> submit(Callable<T> task) {
        return pool.submit(callOf(task));
    }

    private static <T> Call<T> callOf(Callable<T> task) {
        if (task instanceof Call<T> call) {
            return call;
        }
        throw refusal(task);
    }

    private static RejectedExecutionException refusal(Object task) {
        return new RejectedExecutionException("A " + task.getClass().getName()
                + " cannot cross to another process. Submit a Call, which a launcher's call(…) returns.");
    }

    @Override
    protected <T> RunnableFuture<T> newTaskFor(Callable<T> callable) {
        return new Relay<>(callOf(callable));
    }

    @Override
    public void execute(Runnable command) {
        if (!(command instanceof Relay<?> relay)) {
            throw refusal(command);
        }
        relay.begin(pool);
    }

    @Override
    public <T> T invokeAny(Collection<? extends Callable<T>> tasks) throws InterruptedException, ExecutionException {
        CompletableFuture<T> first = new CompletableFuture<>();
        try {
            begin(tasks, first);
            return first.get();
        } finally {
            first.cancel(true);
        }
    }

    @Override
    public <T> T invokeAny(Collection<? extends Callable<T>> tasks, long timeout, TimeUnit unit)
            throws InterruptedException, ExecutionException, TimeoutException {
        CompletableFuture<T> first = new CompletableFuture<>();
        try {
            begin(tasks, first);
            return first.get(timeout, unit);
        } finally {
            first.cancel(true);
        }
    }

    /** Begins tasks of which the first result, or the last failure, completes a future. Whatever completes that ends the others. */
    private <T> void begin(Collection<? extends Callable<T>> tasks, CompletableFuture<T> first) {
        if (tasks.isEmpty()) {
            throw new IllegalArgumentException("there must be a task at least");
        }
        AtomicInteger left = new AtomicInteger(tasks.size());
        for (Callable<T> task : tasks) {
            PoolTask<T> begun = pool.submit(callOf(task));
            Future<?> unused = begun.whenComplete((result, thrown) -> {
                if (thrown == null) {
                    first.complete(result);
                } else if (left.decrementAndGet() == 0) {
                    first.completeExceptionally(thrown);
                }
            });
            Future<?> unusedToo = first.whenComplete((result, thrown) -> begun.cancel(true));
        }
    }

    /** A future as {@link AbstractExecutorService} wants it, of a task in the pool. */
    private static final class Relay<T> extends FutureTask<T> {
        private final Call<T> call;
        private volatile PoolTask<T> task = new PoolTask<>();

        Relay(Call<T> call) {
            super(call);
            this.call = call;
        }

        void begin(ProcessPool pool) {
            PoolTask<T> begun = pool.submit(call);
            task = begun;
            Future<?> unused = begun.whenComplete(this::end);
            if (isCancelled()) {
                begun.cancel(true);
            }
        }

        private void end(T result, Throwable thrown) {
            if (thrown == null) {
                set(result);
            } else {
                setException(thrown);
            }
        }

        @Override
        public boolean cancel(boolean mayInterruptIfRunning) {
            boolean cancelled = super.cancel(mayInterruptIfRunning);
            task.cancel(mayInterruptIfRunning);
            return cancelled;
        }
    }

    @Override
    public void shutdown() {
        pool.shutdown();
    }

    @Override
    public List<Runnable> shutdownNow() {
        pool.shutdownNow();
        return List.of();
    }

    @Override
    public boolean isShutdown() {
        return pool.isShutdown();
    }

    @Override
    public boolean isTerminated() {
        return pool.isTerminated();
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
        return pool.awaitTermination(Duration.ofNanos(unit.toNanos(timeout)));
    }
}
