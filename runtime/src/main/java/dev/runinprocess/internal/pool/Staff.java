package dev.runinprocess.internal.pool;

import dev.runinprocess.failure.DeathReport;
import dev.runinprocess.failure.PoolBrokenException;
import dev.runinprocess.failure.WorkerDiedException;
import dev.runinprocess.internal.launch.Timer;
import dev.runinprocess.internal.os.ResidentSize;
import dev.runinprocess.internal.pool.PoolState.Delivery;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** How many workers there are: who is started, and who has to go. Safe for use by many threads. */
final class Staff {
    private static final int STARTS_THAT_FAIL = 3;
    private static final long LAUNCH_PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long MEASURE_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final PoolSpec spec;
    private final PoolState state;
    private final Dispatcher dispatcher;
    private int numbers;
    private int failedStarts;
    private long lastLaunchNanos = System.nanoTime();
    private boolean complete;
    private boolean idleScheduled;

    Staff(PoolSpec spec, PoolState state, Dispatcher dispatcher) {
        this.spec = spec;
        this.state = state;
        this.dispatcher = dispatcher;
    }

    /** Starts all. */
    void launchAll() {
        launchMissing();
        synchronized (state) {
            complete = true;
        }
    }

    private void launchMissing() {
        while (true) {
            Budget.Grant grant;
            int number;
            synchronized (state) {
                if (!isShort()) {
                    state.notifyAll();
                    return;
                }
                grant = Budget.current().grant(state.workers.size() + state.launching);
                if (!grant.given()) {
                    return;
                }
                state.launching++;
                number = ++numbers;
            }
            launch(number, grant);
        }
    }

    private boolean isShort() {
        int alive = state.launching;
        int busy = 0;
        for (Worker worker : state.workers) {
            if (worker.state != Worker.State.RETIRING) {
                alive++;
                busy += worker.inFlight.isEmpty() ? 0 : 1;
            }
        }
        boolean onDemand = complete && spec.idleLimit().isPresent();
        int wanted = onDemand ? Math.min(spec.workers(), busy + state.pendingCalls) : spec.workers();
        return switch (state.phase) {
            case OPEN -> state.broken == null && alive < wanted;
            // Those who are at work may die, but then somebody looks here again.
            case CLOSING ->
                state.broken == null && state.unfinished > 0 && alive < Math.min(spec.workers(), state.pendingCalls);
            case STOPPED -> false;
        };
    }

    private void launch(int number, Budget.Grant grant) {
        Worker worker = null;
        boolean late;
        try {
            worker = new Worker(
                    dispatcher,
                    WorkerLaunch.start(spec, dispatcher.methods(), number, grant),
                    "runinprocess-" + spec.name() + "-hears-" + number);
        } finally {
            synchronized (state) {
                state.launching--;
                if (worker != null) {
                    state.workers.add(worker);
                }
                late = state.phase == PoolState.Phase.STOPPED;
                state.notifyAll();
            }
            if (worker == null) {
                grant.giveBack();
            }
        }
        hear(worker, grant);
        if (late) {
            worker.child().kill();
        }
    }

    /** There may be no thread for it. */
    private void hear(Worker worker, Budget.Grant grant) {
        boolean heard = false;
        try {
            worker.start();
            heard = true;
        } finally {
            if (!heard) {
                worker.child().kill();
                synchronized (state) {
                    state.workers.remove(worker);
                }
                grant.giveBack();
            }
        }
    }

    /** Starts those that are missing. Nobody is there to be told if that fails but those who wait for answers. */
    void replace() {
        boolean again = true;
        while (again) {
            try {
                launchMissing();
                again = false;
            } catch (RuntimeException | Error e) {
                List<Delivery> deliveries = new ArrayList<>();
                synchronized (state) {
                    failStart(e, deliveries);
                    again = state.broken == null && state.phase != PoolState.Phase.STOPPED;
                }
                dispatcher.deliver(deliveries);
            }
        }
        dispatcher.finishIfDone();
    }

    /** Whether calls wait for workers that are not there. A launch that the budget did not allow is tried again, but not at each call. Under the lock. */
    boolean isTimeToReplace() {
        if (state.pending.isEmpty() || state.launching > 0 || !isShort()) {
            return false;
        }
        long now = System.nanoTime();
        if (spec.idleLimit().isEmpty() && now - lastLaunchNanos < LAUNCH_PAUSE_NANOS) {
            return false;
        }
        lastLaunchNanos = now;
        return true;
    }

    /** A worker is ready. Under the lock. */
    void started() {
        failedStarts = 0;
    }

    /** Why a worker that has ended was never ready; null if it was. Builds an exception of the user's, so not under the lock. */
    @Nullable
    Throwable startFailure(Worker worker, DeathReport report) {
        synchronized (state) {
            if (worker.state != Worker.State.STARTING) {
                return null;
            }
        }
        Answer.Threw notReady = worker.notReady;
        return notReady == null
                ? new WorkerDiedException(report, List.of())
                : notReady.rebuild(dispatcher.methods().of(spec.initializer().orElseThrow()));
    }

    /** Counts a start that failed. Several in a row end the pool. Under the lock. */
    void failStart(Throwable reason, List<Delivery> deliveries) {
        failedStarts++;
        state.deaths++;
        // Also of a pool that is closed meanwhile: its calls wait for workers that never come.
        if (failedStarts < STARTS_THAT_FAIL || state.broken != null || state.phase == PoolState.Phase.STOPPED) {
            return;
        }
        state.broken = reason;
        state.phase = PoolState.Phase.CLOSING;
        state.dropPending(new Answer.Failed(() -> brokenBy(reason)), deliveries);
    }

    /** Calls of a broken pool that came back to it have nobody to do them once all who were ready have gone. Under the lock. */
    void dropStranded(List<Delivery> deliveries) {
        Throwable reason = state.broken;
        if (reason != null
                && state.workers.stream().allMatch(worker -> worker.state == Worker.State.RETIRING)
                && state.launching == 0) {
            state.dropPending(new Answer.Failed(() -> brokenBy(reason)), deliveries);
        }
    }

    /** The exception for who wants something of a pool that has ended by itself, made anew. */
    PoolBrokenException brokenBy(Throwable reason) {
        return new PoolBrokenException(
                "Pool '" + spec.name() + "' has ended, since " + STARTS_THAT_FAIL
                        + " of its workers in a row failed before they were ready: " + reason,
                reason);
    }

    /** How many calls a worker may still be given in its life. Under the lock. */
    int left(Worker worker) {
        int most = spec.maxTasksPerWorker();
        return most == 0 ? Integer.MAX_VALUE : (int) (most - worker.given);
    }

    /** Looked at between calls, and not at each of many short ones. Under the lock. */
    boolean isTooLarge(Worker worker, long now) {
        if (spec.memoryLimitBytes() == 0 || now - worker.measuredNanos < MEASURE_PAUSE_NANOS) {
            return false;
        }
        worker.measuredNanos = now;
        return ResidentSize.of(worker.child().pid()) > spec.memoryLimitBytes();
    }

    /** Workers that have nothing to do for long will end. Under the lock. */
    void lookForIdle() {
        if (spec.idleLimit().isPresent() && !idleScheduled) {
            idleScheduled = true;
            Future<?> unused = Timer.after(spec.idleLimit().get(), this::endIdle);
        }
    }

    private void endIdle() {
        List<Worker> ending = new ArrayList<>();
        synchronized (state) {
            idleScheduled = false;
            long now = System.nanoTime();
            long limit = TimeUnit.NANOSECONDS.convert(spec.idleLimit().orElseThrow());
            for (Worker worker : state.idle) {
                if (now - worker.idleNanos >= limit) {
                    worker.state = Worker.State.RETIRING;
                    ending.add(worker);
                }
            }
            state.idle.removeAll(ending);
            if (!state.idle.isEmpty()) {
                lookForIdle();
            }
        }
        ending.forEach(Worker::finish);
    }
}
