package dev.runinprocess.internal.pool;

import dev.runinprocess.internal.launch.Outcome;
import java.util.List;
import java.util.OptionalLong;

/**
 * A call by itself. Safe for use by many threads.
 *
 * @param <R> its result
 */
public final class SingleCall<R> implements Receiver {
    private final Dispatcher dispatcher;
    private final Arrival<R> arrival;
    private final Tally tally;
    private final QueuedCall call;

    private SingleCall(Dispatcher dispatcher, PoolCall call, Arrival<R> arrival, Tally tally) {
        this.dispatcher = dispatcher;
        this.arrival = arrival;
        this.tally = tally;
        this.call = dispatcher.encoder().encode(call, this, 0);
        arrival.comesFrom(this.call);
    }

    /** Gives one to a pool. */
    public static <R> SingleCall<R> submit(Dispatcher dispatcher, PoolCall call, Arrival<R> arrival, Tally tally) {
        SingleCall<R> single = new SingleCall<>(dispatcher, call, arrival, tally);
        Tally.Expected one = tally.expect(OptionalLong.of(1));
        boolean accepted = false;
        try {
            tally.submit(dispatcher, List.of(single.call));
            accepted = true;
        } finally {
            one.cameTo(accepted ? 1 : 0);
        }
        return single;
    }

    @Override
    public void answered(QueuedCall answered, int index, int count, Answer answer) {
        answered.answer = answer;
        tally.ended(answer, count);
        arrival.bring(new Outcome.Arrived<>(this::read), dispatcher.landings());
    }

    private Outcome<R> read() {
        tally.tell();
        Outcome<R> outcome = call.read();
        // It is kept by whom keeps the outcome, as long as he does.
        call.answer = null;
        return outcome;
    }

    /** Ends it. */
    public void cancel(boolean evenIfRunning) {
        tally.cancel(dispatcher, List.of(call), evenIfRunning);
    }
}
