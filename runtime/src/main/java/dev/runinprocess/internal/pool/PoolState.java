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

    /** What is to be told to somebody once the lock is free: an answer to so many calls from an index on. */
    record Delivery(QueuedCall call, int index, int count, Answer answer) {}

    /** No worker has them. Settled ones may be among them. */
    final Deque<QueuedCall> pending = new ArrayDeque<>();

    /** How many calls those are, without settled ones. */
    int pendingCalls;

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
            QueuedCall unused = removePending();
        }
        return pending.peek();
    }

    void addPending(QueuedCall call) {
        pending.addLast(call);
        countPending(call);
    }

    private void countPending(QueuedCall call) {
        call.isPending = true;
        if (!call.isSettled) {
            pendingCalls += call.left();
        }
    }

    /** A call has just been settled; if it waits, it does so no longer for anything. */
    void settledWhilePending(QueuedCall call) {
        if (call.isPending) {
            pendingCalls -= call.left();
            notifyAll();
        }
    }

    /** The first, which there is. */
    QueuedCall removePending() {
        QueuedCall call = pending.remove();
        call.isPending = false;
        if (!call.isSettled) {
            pendingCalls -= call.left();
        }
        return call;
    }

    /** Gives the first, which there is, no more than so many calls; the rest is behind it. */
    void cutPending(int calls) {
        QueuedCall call = pending.remove();
        QueuedCall rest = cut(call, calls);
        rest.isPending = true;
        pending.addFirst(rest);
        pending.addFirst(call);
    }

    /** Whoever has an answer for all of it is not told of its parts, which he may be reading. */
    private static QueuedCall cut(QueuedCall call, int calls) {
        QueuedCall rest = call.cut(calls);
        if (!rest.isSettled) {
            rest.receiver().parted(rest);
        }
        return rest;
    }

    /** Decides how a call ends, unless that is decided. */
    static void settle(QueuedCall call, Answer answer, List<Delivery> deliveries) {
        // Who keeps its future, be it of one that was cancelled, is not to keep a worker's memory.
        call.worker = null;
        if (call.isSettled) {
            return;
        }
        call.isSettled = true;
        stopClock(call);
        deliveries.add(new Delivery(call, call.index(), call.left(), answer));
    }

    /** So many calls at the beginning of one in flight are answered. */
    static void advance(QueuedCall call, int calls, Answer answer, List<Delivery> deliveries) {
        int index = call.index();
        call.advance(calls);
        if (call.left() == 0) {
            call.worker = null;
        }
        if (call.isSettled) {
            return;
        }
        if (call.left() == 0) {
            call.isSettled = true;
            stopClock(call);
        }
        deliveries.add(new Delivery(call, index, calls, answer));
    }

    /** Nothing that waits is done any more. */
    void dropPending(Answer answer, List<Delivery> deliveries) {
        for (QueuedCall call : pending) {
            settle(call, answer, deliveries);
            call.isPending = false;
        }
        pending.clear();
        pendingCalls = 0;
    }

    List<Portion> takeOutgoing(Worker worker) {
        List<Portion> calls = worker.outgoing;
        if (!calls.isEmpty()) {
            worker.outgoing = new ArrayList<>();
        }
        return calls;
    }

    /** Takes back what a worker that lives has not begun. */
    int takeBack(Worker worker) {
        int begun = worker.claims().takeBack(worker.lastNumber);
        takeBack(worker, begun, call -> {
            worker.inFlight.addFirst(call);
            worker.inFlightCalls += call.left();
            worker.inFlightBytes += call.bytes();
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
        worker.inFlightCalls = 0;
        worker.inFlightBytes = 0;
        while (!calls.isEmpty()) {
            QueuedCall call = calls.removeLast();
            if (call.number - begun > 0) {
                takeBack(worker, call);
                continue;
            }
            if (call.lastNumber() - begun > 0) {
                takeBack(worker, cut(call, begun - call.number + 1));
            }
            running.accept(call);
        }
    }

    private void takeBack(Worker worker, QueuedCall call) {
        worker.given -= call.left();
        // Where it was is where it must not be kept together.
        call.isChunk = false;
        putBack(call);
    }

    /** Before all others. */
    void putBack(QueuedCall call) {
        if (!call.isSettled) {
            stopClock(call);
            call.worker = null;
            pending.addFirst(call);
            countPending(call);
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
        return new PoolFacts(pendingCalls, unfinished, done, deaths, all);
    }
}
