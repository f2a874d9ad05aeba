package dev.runinprocess.internal.launch;

import dev.runinprocess.failure.ChildDiedException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How a task ended.
 *
 * @param <R> the task's result
 */
public sealed interface Outcome<R> {
    /** The result, or what there is instead. */
    @Nullable
    R get() throws ExecutionException;

    /** Completes a future with it. */
    void complete(CompletableFuture<R> future);

    /** It returned. */
    record Returned<R>(@Nullable R value) implements Outcome<R> {
        @Override
        public @Nullable R get() {
            return value;
        }

        @Override
        public void complete(CompletableFuture<R> future) {
            future.complete(value);
        }
    }

    /** It threw, or its result could not be read. */
    record Threw<R>(Throwable thrown) implements Outcome<R> {
        @Override
        public @Nullable R get() throws ExecutionException {
            throw new ExecutionException(thrown);
        }

        @Override
        public void complete(CompletableFuture<R> future) {
            future.completeExceptionally(thrown);
        }
    }

    /** Its process ended first. The exception is made anew for each caller, whose stack trace it then has. */
    record Died<R>(Supplier<ChildDiedException> exception) implements Outcome<R> {
        @Override
        public @Nullable R get() throws ExecutionException {
            throw exception.get();
        }

        @Override
        public void complete(CompletableFuture<R> future) {
            future.completeExceptionally(exception.get());
        }
    }
}
