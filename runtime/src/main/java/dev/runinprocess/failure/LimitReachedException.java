package dev.runinprocess.failure;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** More of something than a session provides for: processes that share memory, waiters of one object. Nothing was changed; whoever has some keeps it. */
public final class LimitReachedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long limit;
    private final @Nullable String option;

    /**
     * Creates one.
     *
     * @param what what there are too many of
     * @param limit how many there can be
     * @param option how to allow more; null if that cannot be
     */
    public LimitReachedException(String what, long limit, @Nullable String option) {
        super(what + ": limit=" + limit + "." + (option == null ? "" : " Allow more with " + option + "."));
        this.limit = limit;
        this.option = option;
    }

    /** How many there can be. */
    public long limit() {
        return limit;
    }

    /** What allows more. */
    public Optional<String> option() {
        return Optional.ofNullable(option);
    }
}
