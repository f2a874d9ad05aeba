package dev.runinprocess.internal.socket;

import dev.runinprocess.failure.AuthenticationException;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * What both say first.
 *
 * <pre>
 *   0       4         5              37
 *   +-------+---------+--------------+
 *   | RInP  | version | nonce        |
 *   +-------+---------+--------------+
 * </pre>
 */
final class Greeting {
    /** Of all that goes over a socket: handshake and messages. */
    static final byte VERSION = 1;

    static final int NONCE_BYTES = 32;
    static final int BYTES = 5 + NONCE_BYTES;

    private static final byte[] MAGIC = {'R', 'I', 'n', 'P'};
    private static final SecureRandom RANDOM = new SecureRandom();

    private Greeting() {}

    static byte[] nonce() {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        return nonce;
    }

    static byte[] with(byte[] nonce) {
        byte[] greeting = Arrays.copyOf(MAGIC, BYTES);
        greeting[MAGIC.length] = VERSION;
        System.arraycopy(nonce, 0, greeting, BYTES - NONCE_BYTES, NONCE_BYTES);
        return greeting;
    }

    /**
     * The nonce of the other's greeting.
     *
     * @throws AuthenticationException if it is no greeting, or one of another version
     */
    static byte[] nonceOf(byte[] greeting) throws AuthenticationException {
        if (!Arrays.equals(greeting, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new AuthenticationException("The other end does not speak this library's protocol.");
        }
        byte version = greeting[MAGIC.length];
        if (version != VERSION) {
            throw new AuthenticationException(
                    "The other end speaks another version of this library's protocol: version=" + version
                            + ", this one's=" + VERSION + ".");
        }
        return Arrays.copyOfRange(greeting, BYTES - NONCE_BYTES, BYTES);
    }
}
