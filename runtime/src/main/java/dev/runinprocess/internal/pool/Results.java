package dev.runinprocess.internal.pool;

import dev.runinprocess.internal.launch.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * What calls in a row came to, put together in whatever order. For one thread.
 *
 * @param <R> the calls' result
 */
final class Results<R> {
    private final @Nullable Object[] values;
    private @Nullable Throwable failure;
    private int failedAt = Integer.MAX_VALUE;

    Results(int number) {
        this.values = new @Nullable Object[number];
    }

    void add(int index, Outcome<R> outcome) {
        try {
            values[index] = outcome.get();
        } catch (ExecutionException e) {
            // The first of several is the one that counts, as if they had run in a row.
            if (index < failedAt) {
                failedAt = index;
                failure = e.getCause() == null ? e : e.getCause();
            }
        }
    }

    /** All results, or the first failure. */
    @SuppressWarnings("unchecked") // Only results were put there.
    Outcome<List<R>> outcome() {
        return failure == null
                ? new Outcome.Returned<>(new ArrayList<>((List<R>) Arrays.asList(values)))
                : new Outcome.Threw<>(failure);
    }
}
