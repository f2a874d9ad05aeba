package dev.runinprocess.failure;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** More of something than a session provides for: processes that share memory, waiters of one object. Nothing was changed; whoever has some keeps it. */
public final class LimitReachedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final long UNKNOWN = -1;

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

    /** One that was thrown in another process. */
    @SuppressWarnings("unused") // A parent rebuilds its child's exception by it.
    private LimitReachedException(String message) {
        super(message);
        this.limit = UNKNOWN;
        this.option = null;
    }

    /** How many there can be; -1 if this was thrown in another process, and only its message came. */
    public long limit() {
        return limit;
    }

    /** What allows more, if this was thrown in this process. */
    public Optional<String> option() {
        return Optional.ofNullable(option);
    }
}
