package dev.runinprocess.internal.protocol;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Bytes on the control link that no peer of this version sends. */
public final class ProtocolException extends IOException {
    private static final long serialVersionUID = 1L;

    /** Creates one with what is wrong, as the rest of a sentence about the peer. */
    public ProtocolException(String message) {
        super(message);
    }

    /** A value that no frame of its kind lacks. */
    static <T> T required(@Nullable T value) throws ProtocolException {
        if (value == null) {
            throw new ProtocolException("a frame lacks a value that is always there");
        }
        return value;
    }
}
