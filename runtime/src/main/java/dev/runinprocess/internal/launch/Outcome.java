package dev.runinprocess.internal.launch;

import dev.runinprocess.failure.ChildDiedException;
import java.util.Objects;
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

    /**
     * What it sent has come; what that means is found out by the first who asks, on that thread. Constructors of the user's run then, which may wait for a lock
     * that the caller holds, or for ever: neither may keep the thread that hears the child.
     */
    final class Arrived<R> implements Outcome<R> {
        private @Nullable Supplier<Outcome<R>> reading;
        private @Nullable Outcome<R> read;

        /** To be found out by what is given. */
        public Arrived(Supplier<Outcome<R>> reading) {
            this.reading = reading;
        }

        private synchronized Outcome<R> read() {
            if (read == null) {
                read = Objects.requireNonNull(reading).get();
                reading = null;
            }
            return read;
        }

        @Override
        public @Nullable R get() throws ExecutionException {
            return read().get();
        }

        @Override
        public void complete(CompletableFuture<R> future) {
            read().complete(future);
        }
    }

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
