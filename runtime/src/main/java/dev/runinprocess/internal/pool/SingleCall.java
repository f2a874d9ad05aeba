package dev.runinprocess.internal.pool;

import dev.runinprocess.internal.launch.Outcome;
import java.util.List;

/**
 * A call by itself. Safe for use by many threads.
 *
 * @param <R> its result
 */
public final class SingleCall<R> implements Receiver {
    private final Dispatcher dispatcher;
    private final Arrival<R> arrival;
    private final QueuedCall call;

    private SingleCall(Dispatcher dispatcher, PoolCall call, Arrival<R> arrival) {
        this.dispatcher = dispatcher;
        this.arrival = arrival;
        this.call = dispatcher.encoder().encode(call, this, 0);
    }

    /** Gives one to a pool. */
    public static <R> SingleCall<R> submit(Dispatcher dispatcher, PoolCall call, Arrival<R> arrival) {
        SingleCall<R> single = new SingleCall<>(dispatcher, call, arrival);
        dispatcher.submit(List.of(single.call));
        return single;
    }

    @Override
    public void answered(QueuedCall answered, Answer answer) {
        answered.answer = answer;
        arrival.bring(new Outcome.Arrived<>(answered::read));
    }

    /** Ends it. */
    public void cancel(boolean evenIfRunning) {
        dispatcher.cancel(call, evenIfRunning);
    }
}
