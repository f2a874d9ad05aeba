package dev.runinprocess.link;

import dev.runinprocess.failure.ChildDiedException;
import dev.runinprocess.failure.ChildException;
import java.util.concurrent.ExecutionException;

/** Turns the {@link ExecutionException} of a waiting call into what the method itself declares. */
public final class Outcomes {
    private Outcomes() {}

    /**
     * Throws the cause if it is of that type.
     *
     * @throws X the cause
     */
    public static <X extends Throwable> void throwIf(Class<X> type, ExecutionException failure) throws X {
        if (type.isInstance(failure.getCause())) {
            throw type.cast(failure.getCause());
        }
    }

    /**
     * Returns what any method may throw: the cause if it is unchecked, otherwise a stand-in around it. Errors are thrown.
     *
     * @throws ChildDiedException if the child ended without a result
     */
    public static RuntimeException unchecked(ExecutionException failure) throws ChildDiedException {
        if (failure instanceof ChildDiedException died) {
            throw died;
        }
        Throwable cause = failure.getCause();
        if (cause instanceof Error error) {
            throw error;
        }
        if (cause instanceof RuntimeException unchecked) {
            return unchecked;
        }
        return new ChildException(cause == null ? failure : cause);
    }
}
