package dev.runinprocess.internal.socket;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What shows that somebody knows the key: HMAC-SHA256 over what was never said before. Immutable.
 *
 * <pre>
 *   key:   SHA-256("dev.runinprocess key", the users' key)
 *   text:  "dev.runinprocess connection", version, role, client's nonce, listener's nonce, identity of TLS
 * </pre>
 */
final class KeyProof {
    /** The bytes of a proof. */
    static final int BYTES = 32;

    private static final byte[] KEY_LABEL = "dev.runinprocess key".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] TEXT_LABEL = "dev.runinprocess connection".getBytes(StandardCharsets.US_ASCII);

    /** Who proves: what one of them sends is no proof of the other. */
    enum Role {
        CLIENT('C'),
        LISTENER('L');

        private final byte letter;

        Role(char letter) {
            this.letter = (byte) letter;
        }
    }

    private final SecretKeySpec key;

    /** Of a key of any length, also of none. HMAC itself takes no empty key, and one that ends in zeros for the one without them. */
    KeyProof(byte[] authKey) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(KEY_LABEL);
            key = new SecretKeySpec(digest.digest(authKey), "HmacSHA256");
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    byte[] of(Role role, byte[] clientNonce, byte[] listenerNonce, byte[] identity) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(TEXT_LABEL);
            mac.update(Greeting.VERSION);
            mac.update(role.letter);
            mac.update(clientNonce);
            mac.update(listenerNonce);
            mac.update(identity);
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    /** Takes as long for a proof that is nearly right as for any other. */
    static boolean areEqual(byte[] proof, byte[] expected) {
        return MessageDigest.isEqual(proof, expected);
    }

    private static IllegalStateException missing(GeneralSecurityException e) {
        return new IllegalStateException("Every Java platform has SHA-256 and HmacSHA256, but this one: " + e, e);
    }
}
