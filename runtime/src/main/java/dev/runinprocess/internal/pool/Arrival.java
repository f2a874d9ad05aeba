package dev.runinprocess.internal.pool;

import dev.runinprocess.internal.launch.Outcome;
import dev.runinprocess.internal.park.Attempt;
import dev.runinprocess.internal.park.Patience;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The moment between the end of a task's work and the completion of its future. What it takes to complete it, reading the result and running what hangs on the future, may block, and is not for the
 * thread that hears the worker: whoever waits for it with open eyes does it, or else a thread for callbacks. Who waits for one call looks into its worker's ring himself.
 *
 * @param <R> the task's result
 */
public final class Arrival<R> implements Attempt {
    /*
     * Who waits says that he looks, and looks; when he stops to, he says so, and looks once more. Who brings the outcome stores it, and then asks whether somebody looks. So one of the two sees the
     * other, or both do, and then the first of them completes the future.
     */
    private static final Patience PATIENCE = new Patience();

    private final CompletableFuture<R> future;
    private final AtomicBoolean taken = new AtomicBoolean();
    private volatile @Nullable QueuedCall source;
    private volatile @Nullable Outcome<R> outcome;
    private @Nullable Landings landings;
    private volatile int looking;

    /** For a future. */
    public Arrival(CompletableFuture<R> future) {
        this.future = future;
    }

    /** Says which call's answer will bring the outcome, if it is only one. */
    void comesFrom(QueuedCall call) {
        source = call;
    }

    /**
     * Brings the outcome.
     *
     * @param where what knows it until the future is completed
     */
    void bring(Outcome<R> brought, Landings where) {
        where.add(this);
        landings = where;
        outcome = brought;
        if (looking == 0) {
            completeElsewhere();
        }
    }

    private void completeElsewhere() {
        try {
            CallbackThreads.run(this::complete);
        } catch (RuntimeException | Error e) {
            // There are no more threads. Better on this one than never.
            complete();
        }
    }

    private void complete() {
        Outcome<R> brought = outcome;
        if (brought != null && taken.compareAndSet(false, true)) {
            try {
                brought.complete(future);
            } catch (RuntimeException | Error e) {
                // A listener's error, or no memory for the result. Nobody may wait for ever.
                boolean unused = future.completeExceptionally(e);
            } finally {
                source = null;
                Objects.requireNonNull(landings).remove(this);
            }
        }
    }

    boolean isDone() {
        return future.isDone();
    }

    /** Waits a little for it, as long as that is worthwhile, and completes the future if it comes. */
    public void lookFor() {
        if (future.isDone()) {
            return;
        }
        Worker worker = worker();
        enter();
        try {
            if (worker != null) {
                worker.hearing().enter();
            }
            boolean unused = PATIENCE.sees(this);
        } finally {
            leave();
            if (worker != null) {
                worker.hearing().leave(isPromising());
            }
        }
        complete();
    }

    private @Nullable Worker worker() {
        QueuedCall call = source;
        return call == null ? null : call.worker;
    }

    private synchronized void enter() {
        looking++;
    }

    private synchronized void leave() {
        looking--;
    }

    @Override
    public boolean succeeds() {
        if (isPromising()) {
            return true;
        }
        Worker worker = worker();
        if (worker != null) {
            worker.hearing().look();
        }
        return isPromising();
    }

    @Override
    public boolean isPromising() {
        return outcome != null || future.isDone();
    }
}
