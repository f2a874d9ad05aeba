package dev.runinprocess.internal.pool;

import dev.runinprocess.failure.LaunchException;
import dev.runinprocess.internal.park.Deadline;
import dev.runinprocess.internal.pool.PoolState.Delivery;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/** Who does which call when. Safe for use by many threads. */
public final class Dispatcher {
    /*
     * One lock guards all that changes. Nothing is sent, started or answered under it: what is to be done is decided with the lock and done without, on the thread that found it
     * out. A call is in exactly one place: pending, in flight at one worker, or settled, which it becomes once.
     */
    private final PoolSpec spec;
    private final PoolMethods methods = new PoolMethods();
    private final Landings landings = new Landings();
    private final PoolState state = new PoolState();
    private final Staff staff;
    private final Endings endings;
    private final Dealer dealer;
    private final Deaths deaths;

    private Dispatcher(PoolSpec spec) {
        this.spec = spec;
        this.staff = new Staff(spec, state, this);
        this.endings = new Endings(spec, state, this);
        this.dealer = new Dealer(spec, state, staff, endings, this);
        this.deaths = new Deaths(spec, state, staff, this);
    }

    /**
     * Starts a pool with all its workers.
     *
     * @throws LaunchException if one cannot be started; those that were are ended
     */
    public static Dispatcher start(PoolSpec spec) {
        Dispatcher dispatcher = new Dispatcher(spec);
        try {
            dispatcher.staff.launchAll();
        } catch (RuntimeException | Error e) {
            dispatcher.stop();
            throw e;
        }
        return dispatcher;
    }

    PoolMethods methods() {
        return methods;
    }

    CallEncoder encoder() {
        return new CallEncoder(methods, spec);
    }

    /** How many calls may be submitted at a time so that the bound of the queue means something. */
    int largestSubmission() {
        return spec.queueBound() == 0 ? Integer.MAX_VALUE : 1;
    }

    /**
     * Takes calls in, and gives them to workers that have nothing to do.
     *
     * @throws RejectedExecutionException if the pool is closed
     */
    void submit(List<QueuedCall> calls) {
        Dealing dealing = new Dealing();
        boolean replace;
        if (PoolEvents.areTasksRecorded()) {
            long now = System.nanoTime();
            calls.forEach(call -> call.submitNanos = now);
        }
        int number = QueuedCall.left(calls);
        KeepAlive.enter(number);
        boolean accepted = false;
        try {
            synchronized (state) {
                awaitRoom();
                state.unfinished += number;
                calls.forEach(state::addPending);
                accepted = true;
                dealer.giveToIdle(dealing);
                replace = staff.isTimeToReplace();
            }
        } finally {
            if (!accepted) {
                KeepAlive.leave(number);
                calls.forEach(QueuedCall::ended);
            }
        }
        carryOut(dealing);
        if (replace) {
            CallbackThreads.run(staff::replace);
        }
    }

    private void awaitRoom() {
        requireOpen();
        while (spec.queueBound() > 0 && state.pendingCalls >= spec.queueBound()) {
            try {
                state.wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new RejectedExecutionException(
                        "Interrupted while waiting for room in pool '" + spec.name() + "'.", e);
            }
            requireOpen();
        }
    }

    private void requireOpen() {
        Throwable reason = state.broken;
        if (reason != null) {
            throw staff.brokenBy(reason);
        }
        if (!state.isOpen()) {
            throw new RejectedExecutionException("Pool '" + spec.name() + "' is closed.");
        }
    }

    Dealer dealer() {
        return dealer;
    }

    /** See {@link Staff#dropStranded}. */
    void dropStranded(List<Delivery> deliveries) {
        staff.dropStranded(deliveries);
    }

    Deaths deaths() {
        return deaths;
    }

    List<Portion> takeOutgoing(Worker worker) {
        synchronized (state) {
            return state.takeOutgoing(worker);
        }
    }

    /** A worker has started, and done what it does first. */
    void ready(Worker worker) {
        Dealing dealing = new Dealing();
        synchronized (state) {
            staff.started();
            if (worker.state == Worker.State.STARTING) {
                worker.state = Worker.State.READY;
                worker.readyNanos = System.nanoTime();
                PoolEvents.ready(spec.name(), worker, worker.readyNanos - worker.startNanos());
                dealer.give(worker);
                dealing.note(worker);
            }
        }
        carryOut(dealing);
        finishIfDone();
    }

    /** The number of the call whose answer is next. */
    int firstUnanswered(Worker worker) {
        synchronized (state) {
            QueuedCall first = worker.inFlight.peek();
            return first == null ? worker.lastNumber + 1 : first.number;
        }
    }

    /** A worker has answered calls. */
    void answered(Worker worker, List<Worker.Answered> answers) {
        List<Delivery> deliveries = new ArrayList<>(answers.size());
        Dealing dealing = new Dealing();
        synchronized (state) {
            for (Worker.Answered answered : answers) {
                take(worker, answered, deliveries);
            }
            long now = System.nanoTime();
            worker.busyNanos += now - worker.sinceNanos;
            worker.sinceNanos = now;
            if (staff.isTooLarge(worker, now)) {
                worker.state = Worker.State.RETIRING;
            } else {
                dealer.giveIfLow(worker);
            }
            dealing.note(worker);
        }
        dealing.send();
        deliver(deliveries);
        if (dealing.finish()) {
            // Whoever waits for the answer must not start processes.
            CallbackThreads.run(staff::replace);
        }
    }

    private void take(Worker worker, Worker.Answered answered, List<Delivery> deliveries) {
        QueuedCall call = worker.inFlight.peek();
        int count = answered.count();
        if (call == null || call.number != answered.number() || count > call.left()) {
            throw new IllegalStateException(
                    "a worker answered a call that it does not have: number=" + answered.number());
        }
        worker.inFlightCalls -= count;
        worker.inFlightBytes -= call.bytes();
        worker.done += count;
        state.done += count;
        call.method().took(answered.nanos() / count);
        PoolEvents.answered(spec.name(), worker, call, count, answered.nanos() / count);
        PoolState.advance(call, count, answered.answer(), deliveries);
        worker.inFlightBytes += call.bytes();
        if (call.left() == 0) {
            worker.inFlight.remove();
        }
    }

    /** Does what was decided under the lock. */
    void carryOut(Dealing dealing) {
        dealing.send();
        if (dealing.finish()) {
            CallbackThreads.run(staff::replace);
        }
    }

    void deliver(List<Delivery> deliveries) {
        if (deliveries.isEmpty()) {
            return;
        }
        int calls = 0;
        for (Delivery delivery : deliveries) {
            QueuedCall call = delivery.call();
            call.ended();
            call.receiver().answered(call, delivery.index(), delivery.count(), delivery.answer());
            calls += delivery.count();
        }
        forget(calls);
    }

    /** Calls whose receivers were told, or need not be. */
    void forget(int calls) {
        synchronized (state) {
            state.unfinished -= calls;
            state.notifyAll();
        }
        KeepAlive.leave(calls);
        finishIfDone();
    }

    /** Once a closed pool has nothing left to do, its workers end. */
    void finishIfDone() {
        List<Worker> finished;
        synchronized (state) {
            if (state.phase != PoolState.Phase.CLOSING || state.unfinished > 0) {
                return;
            }
            finished = new ArrayList<>(state.workers);
            // One that does what it does first is let do it.
            finished.removeIf(worker -> worker.state == Worker.State.STARTING);
            finished.forEach(worker -> worker.state = Worker.State.RETIRING);
            state.idle.clear();
        }
        finished.forEach(Worker::finish);
    }

    /**
     * Ends a call that nobody wants any more; if it runs, and that is wanted, by force.
     *
     * @return for how many calls that was in time
     */
    int cancel(QueuedCall call, boolean evenIfRunning) {
        return endings.end(call, evenIfRunning, null);
    }

    /** Takes no more calls. Those that it has are done, and then the workers end. */
    public void close() {
        synchronized (state) {
            if (state.phase == PoolState.Phase.OPEN) {
                state.phase = PoolState.Phase.CLOSING;
                state.notifyAll();
            }
        }
        finishIfDone();
    }

    /** Takes no more calls, drops those that it has, and ends the workers. */
    public void stop() {
        List<Delivery> deliveries = new ArrayList<>();
        List<Worker> ending;
        Answer dropped = new Answer.Failed(
                () -> new CancellationException("Pool '" + spec.name() + "' was shut down before the task ended."));
        synchronized (state) {
            state.phase = PoolState.Phase.STOPPED;
            state.dropPending(dropped, deliveries);
            ending = new ArrayList<>(state.workers);
            for (Worker worker : ending) {
                for (QueuedCall call : worker.inFlight) {
                    PoolState.settle(call, dropped, deliveries);
                }
            }
            state.idle.clear();
            state.notifyAll();
        }
        ending.forEach(worker -> worker.child().end());
        deliver(deliveries);
    }

    /** What is known of it and its workers. */
    public PoolFacts facts() {
        synchronized (state) {
            return state.facts();
        }
    }

    /** Whether it takes calls. */
    public boolean isOpen() {
        synchronized (state) {
            return state.isOpen();
        }
    }

    /** Where outcomes are once they are answered. */
    Landings landings() {
        return landings;
    }

    /** Whether it takes no more calls, has none, has no workers, and whoever waits for a call has its outcome. */
    public boolean hasEnded() {
        synchronized (state) {
            return state.hasEnded() && landings.areDone();
        }
    }

    /**
     * Waits until {@link #hasEnded}.
     *
     * @return whether it has
     */
    public boolean awaitEnd(Duration limit) throws InterruptedException {
        Deadline deadline = Deadline.after(limit);
        synchronized (state) {
            while (!hasEnded()) {
                long left = deadline.left();
                if (left <= 0) {
                    return false;
                }
                // At least a millisecond, for this waits for ever if asked to wait for none. Nobody tells of a future
                // that
                // is completed, which is soon.
                state.wait(state.hasEnded() ? 1 : Math.max(1, TimeUnit.NANOSECONDS.toMillis(left)));
            }
            return true;
        }
    }
}
