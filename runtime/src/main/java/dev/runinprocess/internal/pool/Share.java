package dev.runinprocess.internal.pool;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * How many calls a worker is given ahead: enough that it never waits for the next where they are short, one where they are long or nobody knows. Its methods are called under the {@link Dispatcher}'s
 * lock.
 */
final class Share {
    /** After so long, a worker's other calls are better off elsewhere. */
    static final Duration LOOK = Duration.ofMillis(1);

    /** What a worker has to do is about this: many times what it takes to hear of an answer and to send more. */
    private static final long WORK_AHEAD_NANOS = TimeUnit.MICROSECONDS.toNanos(500);

    private static final int MOST_CALLS = 2048;

    /** Less than the link holds, so that nobody who sends these waits while answers wait for him. */
    private static final long MOST_BYTES = 1 << 15;

    /** Whether a worker may have another call now. One that has none may have any. */
    boolean mayTake(Worker worker, QueuedCall call, int fairShare) {
        if (worker.inFlight.isEmpty()) {
            return true;
        }
        if (call.timeoutNanos() > 0 || call.largeArguments() != null || isExclusive(worker.inFlight.getLast())) {
            return false;
        }
        int most = Math.min(fairShare, ahead(call.method()));
        return worker.inFlight.size() + call.followers < most
                && worker.inFlightBytes + call.arguments().length <= MOST_BYTES;
    }

    private static boolean isExclusive(QueuedCall call) {
        return call.timeoutNanos() > 0 || call.largeArguments() != null;
    }

    private static int ahead(PoolMethod method) {
        long typical = method.typicalNanos();
        return typical == 0 ? 1 : (int) Math.max(1, Math.min(MOST_CALLS, WORK_AHEAD_NANOS / typical));
    }

    /** Whether it is time to give the worker more: so early that it does not run out, and so late that it is worth a message. */
    boolean isLow(Worker worker) {
        QueuedCall last = worker.inFlight.peekLast();
        return last == null || worker.inFlight.size() <= ahead(last.method()) / 2;
    }

    boolean isAnyHoarding(List<Worker> workers) {
        for (Worker worker : workers) {
            if (worker.inFlight.size() > 1) {
                return true;
            }
        }
        return false;
    }

    /** Whether the worker keeps others' calls waiting behind one that takes long. */
    boolean isStuck(Worker worker) {
        return worker.inFlight.size() > 1 && System.nanoTime() - worker.sinceNanos >= LOOK.toNanos();
    }
}
