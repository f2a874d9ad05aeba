package dev.runinprocess.internal.socket;

import dev.runinprocess.failure.AuthenticationException;

/**
 * One side of the handshake in which two programs prove to each other that they know the same key. Its words have fixed lengths, so a stranger can announce none. No I/O; for one thread.
 *
 * <pre>
 *   client                                listener
 *     greeting (37 bytes)         →
 *                                 ←        greeting (37)
 *     proof (32)                  →
 *                                 ←        1, proof (33)     or 0 and zeros, and the end
 * </pre>
 *
 * <p>The client proves first: a listener meets strangers, and a proof is what one can try keys on.
 */
sealed interface Dialogue permits ClientDialogue, ListenerDialogue {
    /** The byte before the listener's proof. */
    byte WELCOME = 1;

    /** The byte instead, followed by zeros. */
    byte REFUSED = 0;

    /** The bytes of the listener's last word. */
    int VERDICT_BYTES = 1 + KeyProof.BYTES;

    /**
     * What to say before the other has said anything.
     *
     * @param identity what TLS knows of the listener
     */
    byte[] begin(byte[] identity);

    /** How many bytes the other's next word has; 0 if nothing more is awaited. */
    int awaitedBytes();

    /**
     * Hears the other's next word.
     *
     * @return what to say to that, which may be nothing
     * @throws AuthenticationException if the other cannot be trusted, and is owed no answer
     */
    byte[] answer(byte[] word) throws AuthenticationException;

    /**
     * Whether the other has proven to know the key, once nothing more is awaited.
     *
     * @throws AuthenticationException if it has not
     */
    void requireTrust() throws AuthenticationException;
}
