package dev.runinprocess.internal.pool;

import dev.runinprocess.failure.TaskTimeoutException;
import dev.runinprocess.internal.launch.Timer;
import dev.runinprocess.internal.pool.PoolState.Delivery;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Calls that end before they have ended: cancelled, or too late. Safe for use by many threads. */
final class Endings {
    private final PoolSpec spec;
    private final PoolState state;
    private final Dispatcher dispatcher;

    Endings(PoolSpec spec, PoolState state, Dispatcher dispatcher) {
        this.spec = spec;
        this.state = state;
        this.dispatcher = dispatcher;
    }

    /** Has a call ended when its time is over. Under the lock. */
    void startClock(QueuedCall call) {
        if (call.timeoutNanos() > 0) {
            Duration limit = Duration.ofNanos(call.timeoutNanos());
            // Not on the timer's own thread, for another call may be sent then, and wait for room.
            call.timer = Timer.after(limit, () -> CallbackThreads.run(() -> timeOut(call, limit)));
        }
    }

    private void timeOut(QueuedCall call, Duration limit) {
        PoolMethod method = call.method();
        int unused = end(call, true, new Answer.Failed(() -> new TaskTimeoutException(method.displayName(), limit)));
    }

    /**
     * Ends a call.
     *
     * @param evenIfRunning whether that is done by force if it runs
     * @param answer what its receiver is told; null for nothing
     * @return for how many calls that was in time
     */
    int end(QueuedCall call, boolean evenIfRunning, @Nullable Answer answer) {
        Worker running = null;
        Worker stuck = null;
        int begun = 0;
        int ended;
        Dealing dealing = new Dealing();
        List<Delivery> stranded = new ArrayList<>();
        synchronized (state) {
            if (call.isSettled) {
                return 0;
            }
            call.isSettled = true;
            ended = call.left();
            state.settledWhilePending(call);
            Worker worker = call.worker;
            if (worker != null && worker.inFlight.contains(call)) {
                begun = state.takeBack(worker);
                boolean hasBegun = call.number - begun <= 0;
                // One that has ended, and was not heard of yet, must not have another interrupted in its place.
                running = evenIfRunning && isAt(call, begun) ? worker : null;
                if (!hasBegun && answer != null) {
                    // It had nothing else to do, and has not come to it in all that time: it is stopped, say.
                    worker.state = Worker.State.RETIRING;
                    stuck = worker;
                }
                dispatcher.dealer().dealAgain(worker, dealing);
                dispatcher.dropStranded(stranded);
            }
        }
        if (running != null) {
            interrupt(running, call, begun);
        }
        if (stuck != null) {
            stuck.child().end();
        }
        dispatcher.carryOut(dealing);
        dispatcher.deliver(stranded);
        call.ended();
        if (answer != null) {
            call.receiver().answered(call, call.index(), ended, answer);
        }
        dispatcher.forget(ended);
        return ended;
    }

    /** Whether it is the call, or has the call, that a worker has begun last. */
    private static boolean isAt(QueuedCall call, int begun) {
        return call.number - begun <= 0 && begun - call.lastNumber() <= 0;
    }

    /** If that does not end it, its worker is asked to end, and then ended. */
    private void interrupt(Worker worker, QueuedCall call, int number) {
        worker.child().interrupt(Integer.toUnsignedLong(number));
        Future<?> unused = Timer.after(spec.interruptGrace(), () -> {
            boolean stillRuns;
            synchronized (state) {
                stillRuns = worker.inFlight.contains(call)
                        && isAt(call, worker.claims().begun());
            }
            if (stillRuns) {
                worker.child().end();
            }
        });
    }
}
