package dev.runinprocess.internal.protocol;

import dev.runinprocess.failure.NotTransferableException;
import org.jspecify.annotations.Nullable;

/** Values of a frame that are never null, as long as its sender is what it should be. */
final class Required {
    private Required() {}

    static <T> T value(@Nullable T value) {
        if (value == null) {
            throw new NotTransferableException("A frame lacks a value that is always there.");
        }
        return value;
    }
}
