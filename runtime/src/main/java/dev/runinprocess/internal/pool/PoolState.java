package dev.runinprocess.internal.pool;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * All of a pool that changes: what waits, who is there, how far it has come. It is its own lock, which guards what is said of workers and calls to change, too; all here is used under it.
 */
final class PoolState {
    /** Whether calls are taken. */
    enum Phase {
        OPEN,

        /** No more are; those that there are are done. */
        CLOSING,

        /** There are none, and workers are being ended. */
        STOPPED
    }

    /** What is to be told to somebody once the lock is free. */
    record Delivery(QueuedCall call, Answer answer) {}

    /** Calls that a worker is to be sent, which have numbers in a row. */
    record Outgoing(List<QueuedCall> calls, int firstNumber) {}

    /** No worker has them. Settled ones may be among them. */
    final Deque<QueuedCall> pending = new ArrayDeque<>();

    /** Those whose processes have not ended. */
    final List<Worker> workers = new ArrayList<>();

    /** Those that have nothing to do and may be given something; the last to have had something first. */
    final Deque<Worker> idle = new ArrayDeque<>();

    Phase phase = Phase.OPEN;

    /** Why the pool has ended by itself. */
    @Nullable
    Throwable broken;

    /** How many workers are being started. */
    int launching;

    /** How many calls have no answer that was told. */
    long unfinished;

    /** How many calls workers have answered. */
    long done;

    /** How many workers have died in the middle of a call, or before they were ready. */
    long deaths;

    boolean isOpen() {
        return phase == Phase.OPEN && broken == null;
    }

    boolean hasEnded() {
        return phase != Phase.OPEN && workers.isEmpty() && launching == 0 && unfinished == 0;
    }

    /** The call that is next, or null. */
    @Nullable
    QueuedCall next() {
        while (!pending.isEmpty() && pending.getFirst().isSettled && pending.getFirst().followers == 0) {
            pending.remove();
        }
        return pending.peek();
    }

    /** Decides how a call ends, unless that is decided. */
    static void settle(QueuedCall call, Answer answer, List<Delivery> deliveries) {
        if (call.isSettled) {
            return;
        }
        call.isSettled = true;
        stopClock(call);
        deliveries.add(new Delivery(call, answer));
    }

    /** Nothing that waits is done any more. */
    void dropPending(Answer answer, List<Delivery> deliveries) {
        for (QueuedCall call : pending) {
            settle(call, answer, deliveries);
        }
        pending.clear();
    }

    Outgoing takeOutgoing(Worker worker) {
        List<QueuedCall> calls = worker.outgoing;
        if (!calls.isEmpty()) {
            worker.outgoing = new ArrayList<>();
        }
        return new Outgoing(calls, worker.lastNumber - calls.size() + 1);
    }

    /** Takes back what a worker that lives has not begun. */
    int takeBack(Worker worker) {
        int begun = worker.claims().takeBack(worker.lastNumber);
        takeBack(worker, begun, call -> {
            worker.inFlight.addFirst(call);
            worker.inFlightBytes += call.arguments().length;
        });
        return begun;
    }

    /**
     * What a worker has not begun is pending again, before all else. What it has begun goes to the one given, latest first: of several, all but the last are answered, and the answers on their way.
     */
    void takeBack(Worker worker, int begun, Consumer<QueuedCall> running) {
        Deque<QueuedCall> calls = new ArrayDeque<>(worker.inFlight);
        worker.inFlight.clear();
        worker.outgoing.clear();
        worker.inFlightBytes = 0;
        while (!calls.isEmpty()) {
            QueuedCall call = calls.removeLast();
            if (call.number - begun <= 0) {
                running.accept(call);
            } else {
                worker.given--;
                putBack(call);
            }
        }
    }

    /** Before all others. */
    void putBack(QueuedCall call) {
        if (!call.isSettled) {
            stopClock(call);
            call.worker = null;
            pending.addFirst(call);
        }
    }

    private static void stopClock(QueuedCall call) {
        Future<?> timer = call.timer;
        if (timer != null) {
            timer.cancel(false);
        }
    }

    PoolFacts facts() {
        long now = System.nanoTime();
        List<WorkerFacts> all = new ArrayList<>();
        for (Worker worker : workers) {
            all.add(WorkerFacts.of(worker, now));
        }
        return new PoolFacts(pending.size(), unfinished, done, deaths, all);
    }
}
