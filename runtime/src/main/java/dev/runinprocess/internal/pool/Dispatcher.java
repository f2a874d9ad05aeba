package dev.runinprocess.internal.pool;

import dev.runinprocess.failure.DeathReport;
import dev.runinprocess.failure.LaunchException;
import dev.runinprocess.failure.PoolBrokenException;
import dev.runinprocess.failure.TaskTimeoutException;
import dev.runinprocess.failure.WorkerDiedException;
import dev.runinprocess.internal.launch.Timer;
import dev.runinprocess.internal.park.Deadline;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Who does which call when. Safe for use by many threads. */
public final class Dispatcher {
    /*
     * One lock guards all that changes here, in the workers and in the calls. Nothing is sent, started or answered under it: what is to be done is decided with the lock
     * and done without, on the thread that found it out. A call is in exactly one place: pending, in flight at one worker, or settled, which it becomes once.
     */
    private static final int STARTS_THAT_FAIL = 3;

    private final PoolSpec spec;
    private final PoolMethods methods = new PoolMethods();
    private final Share share = new Share();
    private final Landings landings = new Landings();
    private final Deque<QueuedCall> pending = new ArrayDeque<>();
    private final List<Worker> workers = new ArrayList<>();
    private final Deque<Worker> idle = new ArrayDeque<>();
    private int launching;
    private int workerNumbers;
    private int failedStarts;
    private long unfinished;
    private boolean lookScheduled;
    private State state = State.OPEN;
    private @Nullable PoolBrokenException broken;

    private enum State {
        OPEN,
        CLOSING,
        STOPPED
    }

    /** Calls that a worker is to be sent, which have numbers in a row. */
    record Outgoing(List<QueuedCall> calls, int firstNumber) {}

    /** What is to be told to somebody once the lock is free. */
    private record Delivery(QueuedCall call, Answer answer) {}

    private Dispatcher(PoolSpec spec) {
        this.spec = spec;
    }

    /**
     * Starts a pool with all its workers.
     *
     * @throws LaunchException if one cannot be started; those that were are ended
     */
    public static Dispatcher start(PoolSpec spec) {
        Dispatcher dispatcher = new Dispatcher(spec);
        try {
            dispatcher.launchMissing();
        } catch (RuntimeException | Error e) {
            dispatcher.stop();
            throw e;
        }
        return dispatcher;
    }

    CallEncoder encoder() {
        return new CallEncoder(methods, spec);
    }

    /**
     * Takes calls in, and gives them to workers that have nothing to do.
     *
     * @throws RejectedExecutionException if the pool is closed
     */
    void submit(List<QueuedCall> calls) {
        List<Worker> given = new ArrayList<>(1);
        KeepAlive.enter(calls.size());
        boolean accepted = false;
        try {
            synchronized (this) {
                requireOpen();
                unfinished += calls.size();
                pending.addAll(calls);
                accepted = true;
                giveToIdle(given);
            }
        } finally {
            if (!accepted) {
                KeepAlive.leave(calls.size());
            }
        }
        given.forEach(Worker::flush);
    }

    private void requireOpen() {
        if (broken != null) {
            throw new PoolBrokenException(broken.getMessage(), broken.getCause());
        }
        if (state != State.OPEN) {
            throw new RejectedExecutionException("Pool '" + spec.name() + "' is closed.");
        }
    }

    private void giveToIdle(List<Worker> given) {
        while (!idle.isEmpty() && !pending.isEmpty()) {
            Worker worker = idle.pop();
            give(worker);
            if (!worker.inFlight.isEmpty()) {
                given.add(worker);
            }
        }
    }

    /** Gives a worker what it may take now. One that gets nothing and has nothing is idle. */
    private void give(Worker worker) {
        int most = Math.max(1, (pending.size() + idle.size()) / (idle.size() + 1));
        QueuedCall call = nextPending();
        while (call != null && worker.state == Worker.State.READY && share.mayTake(worker, call, most)) {
            int chunk = Math.min(call.followers + 1, left(worker));
            hand(worker, pending.remove());
            for (int i = 1; i < chunk; i++) {
                hand(worker, pending.remove());
            }
            if (chunk <= call.followers && !pending.isEmpty()) {
                pending.getFirst().followers = call.followers - chunk;
            }
            call.followers = 0;
            if (left(worker) == 0) {
                worker.state = Worker.State.RETIRING;
            }
            call = nextPending();
        }
        if (worker.inFlight.isEmpty() && worker.state == Worker.State.READY) {
            idle.push(worker);
            lookForHoards();
        }
    }

    /** How many calls the worker may still be given in its life. */
    private int left(Worker worker) {
        int most = spec.maxTasksPerWorker();
        return most == 0 ? Integer.MAX_VALUE : (int) (most - worker.given);
    }

    private @Nullable QueuedCall nextPending() {
        while (!pending.isEmpty() && pending.getFirst().isSettled && pending.getFirst().followers == 0) {
            pending.remove();
        }
        return pending.peek();
    }

    private void hand(Worker worker, QueuedCall call) {
        if (call.isSettled) {
            return;
        }
        if (worker.inFlight.isEmpty()) {
            worker.sinceNanos = System.nanoTime();
        }
        worker.lastNumber++;
        worker.given++;
        worker.inFlightBytes += call.arguments().length;
        call.number = worker.lastNumber;
        call.worker = worker;
        worker.inFlight.add(call);
        worker.outgoing.add(call);
        if (call.timeoutNanos() > 0) {
            call.timer = Timer.after(Duration.ofNanos(call.timeoutNanos()), () -> timeOut(call));
        }
    }

    synchronized Outgoing takeOutgoing(Worker worker) {
        List<QueuedCall> calls = worker.outgoing;
        if (!calls.isEmpty()) {
            worker.outgoing = new ArrayList<>();
        }
        return new Outgoing(calls, worker.lastNumber - calls.size() + 1);
    }

    /** A worker has started, and done what it does first. */
    void ready(Worker worker) {
        synchronized (this) {
            failedStarts = 0;
            if (worker.state != Worker.State.STARTING) {
                return;
            }
            worker.state = Worker.State.READY;
            worker.readyNanos = System.nanoTime();
            give(worker);
        }
        worker.flush();
        finishIfDone();
    }

    /** A worker has answered calls. */
    void answered(Worker worker, List<Worker.Answered> answers) {
        List<Delivery> deliveries = new ArrayList<>(answers.size());
        boolean retired;
        synchronized (this) {
            for (Worker.Answered answered : answers) {
                take(worker, answered, deliveries);
            }
            long now = System.nanoTime();
            worker.busyNanos += now - worker.sinceNanos;
            worker.sinceNanos = now;
            if (share.isLow(worker)) {
                give(worker);
            }
            retired = worker.state == Worker.State.RETIRING && worker.inFlight.isEmpty();
        }
        worker.flush();
        deliver(deliveries);
        if (retired) {
            worker.finish();
            launchQuietly();
        }
    }

    private void take(Worker worker, Worker.Answered answered, List<Delivery> deliveries) {
        QueuedCall call = worker.inFlight.peek();
        if (call == null || call.number != answered.number()) {
            throw new IllegalStateException(
                    "a worker answered a call that it does not have: number=" + answered.number());
        }
        worker.inFlight.remove();
        worker.inFlightBytes -= call.arguments().length;
        worker.done++;
        call.method().took(answered.nanos());
        settle(call, answered.answer(), deliveries);
    }

    private static void settle(QueuedCall call, Answer answer, List<Delivery> deliveries) {
        if (call.isSettled) {
            return;
        }
        call.isSettled = true;
        Future<?> timer = call.timer;
        if (timer != null) {
            timer.cancel(false);
        }
        deliveries.add(new Delivery(call, answer));
    }

    private void deliver(List<Delivery> deliveries) {
        if (deliveries.isEmpty()) {
            return;
        }
        for (Delivery delivery : deliveries) {
            delivery.call().receiver().answered(delivery.call(), delivery.answer());
        }
        forget(deliveries.size());
    }

    private void forget(int calls) {
        synchronized (this) {
            unfinished -= calls;
            notifyAll();
        }
        KeepAlive.leave(calls);
        finishIfDone();
    }

    /** Once a closed pool has nothing left to do, its workers end. */
    private void finishIfDone() {
        List<Worker> done = List.of();
        synchronized (this) {
            if (state == State.CLOSING && unfinished == 0) {
                done = new ArrayList<>(workers);
                done.removeIf(worker -> worker.state == Worker.State.STARTING);
                done.forEach(worker -> worker.state = Worker.State.RETIRING);
                idle.clear();
            }
        }
        done.forEach(Worker::finish);
    }

    /** A worker's process has ended. */
    void ended(Worker worker, DeathReport report) {
        List<Delivery> deliveries = new ArrayList<>();
        List<Worker> given = new ArrayList<>();
        Throwable startFailure = startFailure(worker, report);
        synchronized (this) {
            workers.remove(worker);
            idle.remove(worker);
            if (startFailure != null && state != State.STOPPED) {
                failStart(startFailure, deliveries);
            }
            takeBack(worker, worker.claims().begun(), victim -> lose(victim, report, deliveries));
            giveToIdle(given);
            notifyAll();
        }
        given.forEach(Worker::flush);
        deliver(deliveries);
        launchQuietly();
    }

    /** One that ends before it was ready counts as a start that failed; several in a row end the pool. */
    private @Nullable Throwable startFailure(Worker worker, DeathReport report) {
        synchronized (this) {
            if (worker.state != Worker.State.STARTING) {
                return null;
            }
        }
        Answer.Threw notReady = worker.notReady;
        return notReady == null
                ? new WorkerDiedException(report, List.of())
                : notReady.rebuild(methods.of(spec.initializer().orElseThrow()));
    }

    private void failStart(Throwable reason, List<Delivery> deliveries) {
        failedStarts++;
        if (failedStarts < STARTS_THAT_FAIL || broken != null) {
            return;
        }
        PoolBrokenException exception = new PoolBrokenException(
                "Pool '" + spec.name() + "' has ended, since " + STARTS_THAT_FAIL
                        + " of its workers in a row failed before they were ready: " + reason,
                reason);
        broken = exception;
        if (state == State.OPEN) {
            state = State.CLOSING;
        }
        for (QueuedCall call : pending) {
            settle(call, new Answer.Failed(() -> new PoolBrokenException(exception.getMessage(), reason)), deliveries);
        }
        pending.clear();
    }

    /**
     * What the worker has not begun is pending again, before all else. What it has begun goes to the one given, latest first: of several, all but the last are answered, and the answers on their way.
     */
    private void takeBack(Worker worker, int begun, Consumer<QueuedCall> running) {
        Deque<QueuedCall> calls = new ArrayDeque<>(worker.inFlight);
        worker.inFlight.clear();
        worker.outgoing.clear();
        worker.inFlightBytes = 0;
        while (!calls.isEmpty()) {
            QueuedCall call = calls.removeLast();
            if (call.number - begun <= 0) {
                running.accept(call);
            } else if (!call.isSettled) {
                Future<?> timer = call.timer;
                if (timer != null) {
                    timer.cancel(false);
                }
                call.worker = null;
                worker.given--;
                pending.addFirst(call);
            }
        }
    }

    private void lose(QueuedCall call, DeathReport report, List<Delivery> deliveries) {
        if (call.isSettled) {
            return;
        }
        if (call.retries > 0 && state != State.STOPPED && broken == null) {
            call.retries--;
            call.worker = null;
            pending.addFirst(call);
            return;
        }
        PoolMethod method = call.method();
        DeathReport facts = new DeathReport(
                method.displayName(),
                report.processName(),
                report.pid(),
                report.exitCode(),
                report.exitedItself(),
                report.duration(),
                "in the middle of a task",
                report.stderr(),
                report.crashLog());
        settle(call, new Answer.Failed(() -> new WorkerDiedException(facts, method.argumentNames())), deliveries);
    }

    /** Starts the workers that are missing. */
    private void launchMissing() {
        while (true) {
            int index;
            synchronized (this) {
                if (!needsWorker()) {
                    notifyAll();
                    return;
                }
                launching++;
                index = ++workerNumbers;
            }
            launch(index);
        }
    }

    private boolean needsWorker() {
        int alive = launching;
        for (Worker worker : workers) {
            if (worker.state != Worker.State.RETIRING) {
                alive++;
            }
        }
        return switch (state) {
            case OPEN -> broken == null && alive < spec.workers();
            // Those who are at work may die, but then somebody looks here again.
            case CLOSING -> broken == null && alive < Math.min(spec.workers(), pending.size());
            case STOPPED -> false;
        };
    }

    private void launch(int index) {
        Worker worker = null;
        try {
            worker = new Worker(this, WorkerLaunch.start(spec, methods, index));
        } finally {
            synchronized (this) {
                launching--;
                if (worker != null) {
                    workers.add(worker);
                }
                notifyAll();
            }
        }
        worker.start("runinprocess-" + spec.name() + "-hears-" + index);
        if (isStopped()) {
            worker.child().kill();
        }
    }

    private synchronized boolean isStopped() {
        return state == State.STOPPED;
    }

    /** As {@link #launchMissing}, where nobody is there to be told of a failure but those who wait for answers. */
    private void launchQuietly() {
        boolean again = true;
        while (again) {
            try {
                launchMissing();
                again = false;
            } catch (LaunchException | IllegalStateException e) {
                List<Delivery> deliveries = new ArrayList<>();
                synchronized (this) {
                    failStart(e, deliveries);
                    again = broken == null && state != State.STOPPED;
                }
                deliver(deliveries);
            }
        }
        finishIfDone();
    }

    /**
     * Ends a call that nobody wants any more; if it runs, and that is wanted, by force.
     *
     * @return whether that was in time
     */
    boolean cancel(QueuedCall call, boolean evenIfRunning) {
        return endEarly(call, evenIfRunning, null);
    }

    private void timeOut(QueuedCall call) {
        PoolMethod method = call.method();
        Duration limit = Duration.ofNanos(call.timeoutNanos());
        boolean unused =
                endEarly(call, true, new Answer.Failed(() -> new TaskTimeoutException(method.displayName(), limit)));
    }

    private boolean endEarly(QueuedCall call, boolean evenIfRunning, @Nullable Answer answer) {
        Worker running = null;
        List<Worker> given = new ArrayList<>();
        synchronized (this) {
            if (call.isSettled) {
                return false;
            }
            call.isSettled = true;
            Worker worker = call.worker;
            if (worker != null && worker.inFlight.contains(call)) {
                int begun = worker.claims().takeBack(worker.lastNumber);
                takeBackKeepingBegun(worker, begun);
                if (call.number == begun && evenIfRunning) {
                    running = worker;
                }
                if (worker.inFlight.isEmpty()) {
                    give(worker);
                    given.add(worker);
                }
                giveToIdle(given);
            }
        }
        if (running != null) {
            end(running, call);
        }
        given.forEach(Worker::flush);
        if (answer != null) {
            call.receiver().answered(call, answer);
        }
        forget(1);
        return true;
    }

    private void takeBackKeepingBegun(Worker worker, int begun) {
        takeBack(worker, begun, call -> {
            worker.inFlight.addFirst(call);
            worker.inFlightBytes += call.arguments().length;
        });
    }

    /** Interrupts what runs; if that does not end it, its worker is asked to end, and then ended. */
    private void end(Worker worker, QueuedCall call) {
        worker.child().interrupt(Integer.toUnsignedLong(call.number));
        Future<?> unused = Timer.after(spec.interruptGrace(), () -> {
            boolean stillRuns;
            synchronized (this) {
                stillRuns = worker.inFlight.peek() == call;
            }
            if (stillRuns) {
                worker.child().end();
            }
        });
    }

    /** While one has nothing to do, another must not keep calls that it was given because they seemed short. */
    private void lookForHoards() {
        if (lookScheduled || !share.isAnyHoarding(workers)) {
            return;
        }
        lookScheduled = true;
        Future<?> unused = Timer.after(Share.LOOK, this::redistribute);
    }

    private void redistribute() {
        List<Worker> given = new ArrayList<>();
        synchronized (this) {
            lookScheduled = false;
            if (idle.isEmpty() || !pending.isEmpty()) {
                return;
            }
            for (Worker worker : workers) {
                if (share.isStuck(worker)) {
                    takeBackKeepingBegun(worker, worker.claims().takeBack(worker.lastNumber));
                }
            }
            giveToIdle(given);
            if (!idle.isEmpty()) {
                lookForHoards();
            }
        }
        given.forEach(Worker::flush);
    }

    /** Takes no more calls. Those that it has are done, and then the workers end. */
    public void close() {
        synchronized (this) {
            if (state == State.OPEN) {
                state = State.CLOSING;
            }
        }
        finishIfDone();
    }

    /** Takes no more calls, drops those that it has, and ends the workers. */
    public void stop() {
        List<Delivery> deliveries = new ArrayList<>();
        List<Worker> ending;
        synchronized (this) {
            state = State.STOPPED;
            Supplier<Throwable> reason =
                    () -> new CancellationException("Pool '" + spec.name() + "' was shut down before the task ended.");
            for (QueuedCall call : pending) {
                settle(call, new Answer.Failed(reason), deliveries);
            }
            pending.clear();
            for (Worker worker : workers) {
                for (QueuedCall call : worker.inFlight) {
                    settle(call, new Answer.Failed(reason), deliveries);
                }
            }
            idle.clear();
            ending = new ArrayList<>(workers);
            notifyAll();
        }
        ending.forEach(worker -> worker.child().end());
        deliver(deliveries);
    }

    /** Whether it takes calls. */
    public synchronized boolean isOpen() {
        return state == State.OPEN && broken == null;
    }

    /** Where outcomes are once they are answered. */
    Landings landings() {
        return landings;
    }

    /** Whether it takes no more calls, has none, has no workers, and whoever waits for a call has its outcome. */
    public synchronized boolean hasEnded() {
        return isQuiet() && landings.areDone();
    }

    private boolean isQuiet() {
        return state != State.OPEN && workers.isEmpty() && launching == 0 && unfinished == 0;
    }

    /**
     * Waits until {@link #hasEnded}.
     *
     * @return whether it has
     */
    public synchronized boolean awaitEnd(Duration limit) throws InterruptedException {
        Deadline deadline = Deadline.after(limit);
        while (!hasEnded()) {
            long left = deadline.left();
            if (left <= 0) {
                return false;
            }
            // At least a millisecond, for this waits for ever if asked to wait for none. Nobody tells of a future that
            // is completed, which is soon.
            wait(isQuiet() ? 1 : Math.max(1, TimeUnit.NANOSECONDS.toMillis(left)));
        }
        return true;
    }
}
