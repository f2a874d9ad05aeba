package dev.runinprocess.internal.protocol;

import java.io.IOException;

/** Bytes on the control link that no peer of this version sends. */
public final class ProtocolException extends IOException {
    private static final long serialVersionUID = 1L;

    /** Creates one with what is wrong, as the rest of a sentence about the peer. */
    public ProtocolException(String message) {
        super(message);
    }
}
