package dev.runinprocess.failure;

import java.io.IOException;

/**
 * Somebody at the other end of a socket who has not proven to know the key, or who speaks something else. No message went either way. To try again is of no use before one of the two has changed.
 */
public final class AuthenticationException extends IOException {
    private static final long serialVersionUID = 1L;

    /** Creates one with what went wrong. */
    public AuthenticationException(String message) {
        super(message);
    }
}
