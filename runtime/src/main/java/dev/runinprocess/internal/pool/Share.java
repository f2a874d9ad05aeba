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

    private static final int MOST_CALLS = 1 << 13;

    /** Less than the link holds, so that nobody who sends these waits while answers wait for him. */
    private static final long MOST_BYTES = 1 << 16;

    /** How many of a run's calls a worker may have now. One that has none may have any call, or chunk. */
    int mayTake(Worker worker, QueuedCall call, int fairShare) {
        int least = 0;
        if (worker.inFlight.isEmpty()) {
            least = call.isChunk ? call.left() : 1;
        } else if (isExclusive(call) || isExclusive(worker.inFlight.getLast())) {
            return 0;
        }
        int most = Math.min(fairShare, ahead(call.method())) - worker.inFlightCalls;
        int fitting = call.fitting(MOST_BYTES - worker.inFlightBytes);
        if (call.isChunk) {
            boolean fits = call.left() + call.followingCalls <= most && call.left() <= fitting;
            return fits ? call.left() : least;
        }
        return Math.max(least, Math.min(call.left(), Math.min(most, fitting)));
    }

    private static boolean isExclusive(QueuedCall call) {
        return call.timeoutNanos() > 0 || call.isLarge();
    }

    private static int ahead(PoolMethod method) {
        long typical = method.typicalNanos();
        return typical == 0 ? 1 : (int) Math.max(1, Math.min(MOST_CALLS, WORK_AHEAD_NANOS / typical));
    }

    /** Whether it is time to give the worker more: so early that it does not run out, and so late that it is worth a message. */
    boolean isLow(Worker worker) {
        QueuedCall last = worker.inFlight.peekLast();
        return last == null || worker.inFlightCalls <= ahead(last.method()) / 2;
    }

    boolean isAnyHoarding(List<Worker> workers) {
        for (Worker worker : workers) {
            if (worker.inFlightCalls > 1) {
                return true;
            }
        }
        return false;
    }

    /** Whether the worker keeps others' calls waiting behind one that takes long. */
    boolean isStuck(Worker worker) {
        return worker.inFlightCalls > 1 && System.nanoTime() - worker.sinceNanos >= LOOK.toNanos();
    }
}
