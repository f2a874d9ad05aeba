package dev.runinprocess.internal.pool;

import dev.runinprocess.internal.launch.Outcome;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Calls whose results are wanted together, in their order. They go through the pool in runs. One thread adds; any may cancel.
 *
 * @param <R> the calls' result
 */
public final class CallGroup<R> implements Receiver {
    private static final int LARGEST_SUBMISSION = 1 << 11;

    private final Dispatcher dispatcher;
    private final RunEncoder encoder;
    private final Arrival<List<R>> arrival;
    private final int chunk;
    private final Tally tally;
    private final Tally.Expected expected;

    /** Those given to the pool, and what was cut off them. Its own lock; added by the one thread, and by who parts them, and read without it once all are answered. */
    private final List<QueuedCall> calls = new ArrayList<>();

    /** The answers of runs; its own lock, as above. */
    private final List<Part> answers = new ArrayList<>();

    private List<QueuedCall> next = new ArrayList<>();
    private int added;
    private int submitted;

    /** How many of those added the pool has; under the lock of the calls. */
    private int given;

    private int submission = 1;

    /** One more than is missing, until all are added. */
    private final AtomicInteger missing = new AtomicInteger(1);

    private volatile boolean cancelled;

    /** An answer of so many calls of a run, from an index on. */
    private record Part(QueuedCall call, int index, int count, Answer answer) {}

    /**
     * An empty one.
     *
     * @param chunk how many in a row go to one worker at a time; 0 for as many as seem good
     * @param tally what counts them
     * @param number how many there will be; empty if nobody knows
     */
    public CallGroup(Dispatcher dispatcher, Arrival<List<R>> arrival, int chunk, Tally tally, OptionalLong number) {
        this.dispatcher = dispatcher;
        this.encoder = new RunEncoder(dispatcher.encoder(), this);
        this.arrival = arrival;
        this.chunk = chunk;
        this.tally = tally;
        this.expected = tally.expect(number);
    }

    /** Adds a call, which may begin soon. */
    public void add(PoolCall call) {
        encoder.add(call, added, next);
        added++;
        if (added - submitted >= (chunk == 0 ? submission : chunk)) {
            submit();
        }
    }

    private void submit() {
        encoder.finish(next);
        int number = added - submitted;
        submitted = added;
        List<QueuedCall> now = next;
        next = new ArrayList<>();
        if (chunk > 1 && !now.isEmpty() && !areTimed(now)) {
            QueuedCall first = now.get(0);
            first.isChunk = true;
            first.followers = now.size() - 1;
            first.followingCalls = number - first.left();
        }
        synchronized (calls) {
            if (cancelled) {
                now.forEach(QueuedCall::ended);
                return;
            }
            calls.addAll(now);
            given += number;
        }
        missing.getAndAdd(number);
        boolean accepted = false;
        try {
            tally.submit(dispatcher, now);
            accepted = true;
        } finally {
            if (!accepted) {
                withdraw(now, number);
            }
        }
        submission = Math.min(Math.min(LARGEST_SUBMISSION, dispatcher.largestSubmission()), 2 * submission);
    }

    /** The time of a call begins when a worker gets it, so that one must have nothing before it. */
    private static boolean areTimed(List<QueuedCall> calls) {
        for (QueuedCall call : calls) {
            if (call.timeoutNanos() > 0) {
                return true;
            }
        }
        return false;
    }

    /** The pool does not have these, so they must not be cancelled there. */
    private void withdraw(List<QueuedCall> refused, int number) {
        Set<QueuedCall> all = new HashSet<>(refused);
        synchronized (calls) {
            calls.removeIf(all::contains);
            given -= number;
        }
    }

    /** Says that all are added. */
    public void complete() {
        submit();
        expected.cameTo(given());
        count(1);
    }

    @Override
    public void parted(QueuedCall rest) {
        synchronized (calls) {
            calls.add(rest);
        }
    }

    @Override
    public void answered(QueuedCall call, int index, int number, Answer answer) {
        if (call.isRun()) {
            synchronized (answers) {
                answers.add(new Part(call, index, number, answer));
            }
        } else {
            call.answer = answer;
        }
        tally.ended(answer, number);
        count(number);
    }

    private void count(int number) {
        if (missing.addAndGet(-number) == 0) {
            arrival.bring(new Outcome.Arrived<>(this::read), dispatcher.landings());
        }
    }

    /** Ends what is left. */
    public void cancel(boolean evenIfRunning) {
        cancelled = true;
        expected.cameTo(given());
        // One that is parted before it is cancelled has its rest behind it.
        int place = 0;
        for (QueuedCall call = call(place); call != null; call = call(place)) {
            tally.cancel(dispatcher, List.of(call), evenIfRunning);
            place++;
        }
    }

    /** As {@link #cancel}, by who adds and will add no more: what the pool was not given yet gets to nobody. */
    public void abandon() {
        cancel(true);
        next.forEach(QueuedCall::ended);
        next.clear();
    }

    private int given() {
        synchronized (calls) {
            return given;
        }
    }

    private @Nullable QueuedCall call(int place) {
        synchronized (calls) {
            return place < calls.size() ? calls.get(place) : null;
        }
    }

    private Outcome<List<R>> read() {
        tally.tell();
        Results<R> results = new Results<>(added);
        for (QueuedCall call : calls) {
            if (!call.isRun()) {
                Outcome<R> outcome = call.read();
                results.add(call.firstIndex(), outcome);
            }
        }
        for (Part part : answers) {
            part.call().read(part.answer(), part.count(), results, part.index());
        }
        return results.outcome();
    }
}
