package dev.runinprocess.internal.socket;

import dev.runinprocess.failure.AuthenticationException;

/**
 * A handshake with oneself, before anybody comes: it loads the classes and finds the providers of cryptography while there are file descriptors, and the first client does not wait for that.
 */
final class Rehearsal {
    private static final byte[] NO_IDENTITY = {};

    private Rehearsal() {}

    static void hold(KeyProof key) throws AuthenticationException {
        Dialogue client = new ClientDialogue(key);
        Dialogue listener = new ListenerDialogue(key);
        byte[] word = client.begin(NO_IDENTITY);
        byte[] unused = listener.begin(NO_IDENTITY);
        while (listener.awaitedBytes() > 0) {
            word = client.answer(listener.answer(word));
        }
        listener.requireTrust();
        client.requireTrust();
    }
}
