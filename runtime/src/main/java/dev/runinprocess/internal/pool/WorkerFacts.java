package dev.runinprocess.internal.pool;

import java.time.Duration;
import java.util.Optional;

/**
 * What is known of a worker at a moment.
 *
 * @param name its process's name
 * @param pid its process id
 * @param starting whether it is not ready yet
 * @param retiring whether it gets no more calls
 * @param task what it does, if anything
 * @param since how long ago that began, or the last call ended
 * @param done how many calls it has answered
 * @param waiting how many calls wait for it in particular
 * @param busyNanos how long it was at work
 * @param readyNanos how long it has been ready
 */
public record WorkerFacts(
        String name,
        long pid,
        boolean starting,
        boolean retiring,
        Optional<String> task,
        Duration since,
        long done,
        int waiting,
        long busyNanos,
        long readyNanos) {
    static WorkerFacts of(Worker worker, long now) {
        QueuedCall first = worker.inFlight.peek();
        boolean busy = first != null;
        boolean ready = worker.state != Worker.State.STARTING;
        return new WorkerFacts(
                worker.child().identity().name(),
                worker.child().pid(),
                !ready,
                worker.state == Worker.State.RETIRING,
                Optional.ofNullable(first).map(call -> call.method().displayName()),
                Duration.ofNanos(now - Math.max(worker.sinceNanos, worker.readyNanos)),
                worker.done,
                Math.max(0, worker.inFlightCalls - 1),
                worker.busyNanos + (busy ? now - worker.sinceNanos : 0),
                ready ? now - worker.readyNanos : 0);
    }
}
