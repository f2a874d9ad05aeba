package dev.runinprocess.internal.pool;

import dev.runinprocess.internal.launch.Outcome;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Spliterator;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Results as they are asked for, of inputs that may never end: a few calls are ahead of whoever asks, and no more. Inputs are taken, and calls made of them, by the thread that asks, one such thread
 * at a time.
 *
 * @param <T> the inputs
 * @param <R> the results
 */
public final class CallStream<T, R> implements Spliterator<R> {
    private final Dispatcher dispatcher;
    private final CallEncoder encoder;
    private final Iterator<? extends T> inputs;
    private final Function<? super T, PoolCall> function;
    private final StreamOrder order;
    private final int most;
    private final Tally tally;
    private final Tally.Expected expected;
    private int ahead;
    private int count;
    private @Nullable Throwable inputFailure;
    private boolean ended;

    /**
     * Takes nothing yet.
     *
     * @param ordered whether results come in the order of their inputs, or as they are there
     * @param workers how many calls are ahead at least
     * @param most how many are at most
     * @param tally what counts them
     * @param number how many there will be; empty if nobody knows
     */
    public CallStream(
            Dispatcher dispatcher,
            Iterator<? extends T> inputs,
            Function<? super T, PoolCall> function,
            boolean ordered,
            int workers,
            int most,
            Tally tally,
            OptionalLong number) {
        this.dispatcher = dispatcher;
        this.encoder = dispatcher.encoder();
        this.inputs = inputs;
        this.function = function;
        this.order = ordered ? new StreamOrder.OfInputs(tally) : new StreamOrder.OfAnswers(tally);
        this.most = most;
        this.tally = tally;
        this.expected = tally.expect(number);
        this.ahead = Math.min(most, 2 * workers);
    }

    @Override
    public boolean tryAdvance(Consumer<? super R> action) {
        Objects.requireNonNull(action, "action");
        fill();
        if (order.size() == 0) {
            tally.tell();
            rethrowInputFailure();
            return false;
        }
        QueuedCall call = await();
        if (call == null) {
            return false;
        }
        action.accept(result(call));
        return true;
    }

    /** At least one if there are any; and then as long as there is nothing to give. So inputs that are slow to come keep no result waiting for long. */
    private void fill() {
        if (order.hasRunDry()) {
            ahead = Math.min(most, 2 * ahead);
        }
        int taken = 0;
        while (order.size() < ahead && !(taken > 1 && order.isReady()) && takeInput()) {
            taken++;
        }
    }

    private boolean takeInput() {
        if (ended) {
            return false;
        }
        try {
            if (inputs.hasNext()) {
                QueuedCall call = encoder.encode(function.apply(inputs.next()), order, count);
                tally.submit(dispatcher, List.of(call));
                order.add(call);
                count++;
                return true;
            }
        } catch (RuntimeException | Error e) {
            // What came before comes first.
            inputFailure = e;
        }
        end();
        return false;
    }

    private void end() {
        ended = true;
        expected.cameTo(count);
    }

    private void rethrowInputFailure() {
        Throwable failure = inputFailure;
        inputFailure = null;
        if (failure instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        if (failure instanceof Error error) {
            throw error;
        }
    }

    private @Nullable QueuedCall await() {
        try {
            return order.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CompletionException("Interrupted while waiting for a result", e);
        }
    }

    @SuppressWarnings("NullAway") // The result is null if the method returned null; R says whether it may.
    private R result(QueuedCall call) {
        Outcome<R> outcome = call.read();
        try {
            return outcome.get();
        } catch (ExecutionException e) {
            throw new CompletionException(e.getCause() == null ? e : e.getCause());
        }
    }

    /** Ends what is ahead. */
    public void cancel() {
        end();
        tally.cancel(dispatcher, order.all(), true);
        order.cancel();
        tally.tell();
    }

    @Override
    public @Nullable Spliterator<R> trySplit() {
        return null;
    }

    @Override
    public long estimateSize() {
        return Long.MAX_VALUE;
    }

    @Override
    public int characteristics() {
        return order.characteristics();
    }
}
