package dev.runinprocess.internal.socket;

import dev.runinprocess.failure.AuthenticationException;
import dev.runinprocess.internal.socket.KeyProof.Role;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The client's side. */
final class ClientDialogue implements Dialogue {
    private static final byte[] SILENCE = {};

    private final KeyProof key;
    private final byte[] nonce = Greeting.nonce();
    private byte[] identity = SILENCE;
    private byte @Nullable [] listenerNonce;
    private boolean trusted;

    ClientDialogue(KeyProof key) {
        this.key = key;
    }

    @Override
    public byte[] begin(byte[] tlsIdentity) {
        identity = tlsIdentity;
        return Greeting.with(nonce);
    }

    @Override
    public int awaitedBytes() {
        if (trusted) {
            return 0;
        }
        return listenerNonce == null ? Greeting.BYTES : VERDICT_BYTES;
    }

    @Override
    public byte[] answer(byte[] word) throws AuthenticationException {
        byte[] other = listenerNonce;
        if (other == null) {
            byte[] learnt = Greeting.nonceOf(word);
            listenerNonce = learnt;
            return key.of(Role.CLIENT, nonce, learnt, identity);
        }
        if (word[0] == REFUSED) {
            throw new AuthenticationException(
                    "The listener refused the key: it has another one. Give both ends the same, by ConnectionTerms.authKey(…).");
        }
        byte[] proof = Arrays.copyOfRange(word, 1, VERDICT_BYTES);
        trusted = word[0] == WELCOME && KeyProof.areEqual(proof, key.of(Role.LISTENER, nonce, other, identity));
        requireTrust();
        return SILENCE;
    }

    @Override
    public void requireTrust() throws AuthenticationException {
        if (!trusted) {
            throw new AuthenticationException("The listener has not proven that it knows the key.");
        }
    }
}
