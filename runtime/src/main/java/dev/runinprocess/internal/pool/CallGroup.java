package dev.runinprocess.internal.pool;

import dev.runinprocess.internal.launch.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Calls whose results are wanted together, in their order. One thread adds; any may cancel.
 *
 * @param <R> the calls' result
 */
public final class CallGroup<R> implements Receiver {
    private static final int LARGEST_SUBMISSION = 256;

    private final Dispatcher dispatcher;
    private final CallEncoder encoder;
    private final Arrival<List<R>> arrival;
    private final int chunk;
    private final Tally tally;
    private final Tally.Expected expected;

    /** Those given to the pool; added by the one thread, and read by others once all are. */
    private final List<QueuedCall> calls = new ArrayList<>();

    private List<QueuedCall> next = new ArrayList<>();
    private int submission = 1;

    /** One more than is missing, until all are added. */
    private final AtomicInteger missing = new AtomicInteger(1);

    private volatile boolean cancelled;

    /**
     * An empty one.
     *
     * @param chunk how many in a row go to one worker at a time; 0 for as many as seem good
     * @param tally what counts them
     * @param number how many there will be; empty if nobody knows
     */
    public CallGroup(Dispatcher dispatcher, Arrival<List<R>> arrival, int chunk, Tally tally, OptionalLong number) {
        this.dispatcher = dispatcher;
        this.encoder = dispatcher.encoder();
        this.arrival = arrival;
        this.chunk = chunk;
        this.tally = tally;
        this.expected = tally.expect(number);
    }

    /** Adds a call, which may begin soon. */
    public void add(PoolCall call) {
        next.add(encoder.encode(call, this, calls.size() + next.size()));
        if (next.size() >= (chunk == 0 ? submission : chunk)) {
            submit();
        }
    }

    private void submit() {
        List<QueuedCall> now = next;
        next = new ArrayList<>(now.size());
        if (chunk > 0 && !now.isEmpty() && !areTimed(now)) {
            now.get(0).followers = now.size() - 1;
        }
        synchronized (calls) {
            if (cancelled) {
                return;
            }
            calls.addAll(now);
        }
        missing.getAndAdd(now.size());
        boolean accepted = false;
        try {
            tally.submit(dispatcher, now);
            accepted = true;
        } finally {
            if (!accepted) {
                withdraw(now.size());
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

    /** The pool does not have the last ones, so they must not be cancelled there. */
    private void withdraw(int number) {
        synchronized (calls) {
            calls.subList(calls.size() - number, calls.size()).clear();
        }
    }

    /** Says that all are added. */
    public void complete() {
        submit();
        expected.cameTo(calls.size());
        count();
    }

    @Override
    public void answered(QueuedCall call, Answer answer) {
        call.answer = answer;
        tally.ended(answer);
        count();
    }

    private void count() {
        if (missing.decrementAndGet() == 0) {
            arrival.bring(new Outcome.Arrived<>(this::read), dispatcher.landings());
        }
    }

    /** Ends what is left. */
    public void cancel(boolean evenIfRunning) {
        List<QueuedCall> all;
        synchronized (calls) {
            cancelled = true;
            all = new ArrayList<>(calls);
        }
        expected.cameTo(all.size());
        tally.cancel(dispatcher, all, evenIfRunning);
    }

    private Outcome<List<R>> read() {
        tally.tell();
        List<R> results = new ArrayList<>(calls.size());
        @Nullable Throwable failure = null;
        for (QueuedCall call : calls) {
            Outcome<R> outcome = call.read();
            try {
                results.add(outcome.get());
            } catch (ExecutionException e) {
                // The first of several is the one that counts, as if they had run in a row.
                failure = failure == null ? cause(e) : failure;
            }
        }
        return failure == null ? new Outcome.Returned<>(results) : new Outcome.Threw<>(failure);
    }

    private static Throwable cause(ExecutionException e) {
        Throwable cause = e.getCause();
        return cause == null ? e : cause;
    }
}
