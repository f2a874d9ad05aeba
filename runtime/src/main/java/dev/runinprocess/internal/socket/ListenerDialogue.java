package dev.runinprocess.internal.socket;

import dev.runinprocess.failure.AuthenticationException;
import dev.runinprocess.internal.socket.KeyProof.Role;
import org.jspecify.annotations.Nullable;

/** The listener's side. */
final class ListenerDialogue implements Dialogue {
    private static final byte[] SILENCE = {};

    private final KeyProof key;
    private final byte[] nonce = Greeting.nonce();
    private byte[] identity = SILENCE;
    private byte @Nullable [] clientNonce;
    private boolean heardAll;
    private boolean trusted;

    ListenerDialogue(KeyProof key) {
        this.key = key;
    }

    @Override
    public byte[] begin(byte[] tlsIdentity) {
        identity = tlsIdentity;
        return SILENCE;
    }

    @Override
    public int awaitedBytes() {
        if (heardAll) {
            return 0;
        }
        return clientNonce == null ? Greeting.BYTES : KeyProof.BYTES;
    }

    @Override
    public byte[] answer(byte[] word) throws AuthenticationException {
        byte[] other = clientNonce;
        if (other == null) {
            clientNonce = Greeting.nonceOf(word);
            return Greeting.with(nonce);
        }
        heardAll = true;
        trusted = KeyProof.areEqual(word, key.of(Role.CLIENT, other, nonce, identity));
        byte[] verdict = new byte[VERDICT_BYTES];
        if (trusted) {
            verdict[0] = WELCOME;
            System.arraycopy(key.of(Role.LISTENER, other, nonce, identity), 0, verdict, 1, KeyProof.BYTES);
        } else {
            verdict[0] = REFUSED;
        }
        return verdict;
    }

    @Override
    public void requireTrust() throws AuthenticationException {
        if (!trusted) {
            throw new AuthenticationException("The client does not know the listener's key.");
        }
    }
}
