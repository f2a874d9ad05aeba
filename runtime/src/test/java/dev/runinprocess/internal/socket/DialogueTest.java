package dev.runinprocess.internal.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runinprocess.failure.AuthenticationException;
import dev.runinprocess.internal.socket.KeyProof.Role;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The words of the handshake, right and wrong ones. */
final class DialogueTest {
    private static final byte[] NO_IDENTITY = {};

    private final KeyProof key = key("supadupasecretkey");
    private final ClientDialogue client = new ClientDialogue(key);
    private final ListenerDialogue listener = new ListenerDialogue(key);

    private static KeyProof key(String text) {
        return new KeyProof(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whoKnowTheSameKey_trustEachOther() throws Exception {
        byte[] greeting = client.begin(NO_IDENTITY);
        assertThat(listener.begin(NO_IDENTITY)).isEmpty();
        assertThat(listener.awaitedBytes()).isEqualTo(greeting.length);
        byte[] answer = listener.answer(greeting);
        assertThat(client.awaitedBytes()).isEqualTo(answer.length);
        byte[] proof = client.answer(answer);
        assertThat(listener.awaitedBytes()).isEqualTo(proof.length);
        byte[] verdict = listener.answer(proof);
        assertThat(client.awaitedBytes()).isEqualTo(verdict.length);
        assertThat(client.answer(verdict)).isEmpty();

        assertThat(client.awaitedBytes()).isZero();
        assertThat(listener.awaitedBytes()).isZero();
        client.requireTrust();
        listener.requireTrust();
    }

    @Test
    void clientWithAnotherKey_isRefused_andLearnsNoProof() throws Exception {
        ClientDialogue stranger = new ClientDialogue(key("another"));
        listener.begin(NO_IDENTITY);
        byte[] proof = stranger.answer(listener.answer(stranger.begin(NO_IDENTITY)));
        byte[] verdict = listener.answer(proof);

        assertThat(verdict).isEqualTo(new byte[Dialogue.VERDICT_BYTES]);
        assertThatThrownBy(listener::requireTrust).isInstanceOf(AuthenticationException.class);
        assertThatThrownBy(() -> stranger.answer(verdict))
                .isInstanceOf(AuthenticationException.class)
                .hasMessageContaining("refused the key");
    }

    @Test
    void listenerWithAnotherKey_thatWelcomesEverybody_isNotTrusted() throws Exception {
        ListenerDialogue impostor = new ListenerDialogue(key("another"));
        byte[] greeting = impostor.answer(client.begin(NO_IDENTITY));
        byte[] unused = client.answer(greeting);
        byte[] verdict = new byte[Dialogue.VERDICT_BYTES];
        verdict[0] = Dialogue.WELCOME;

        assertThatThrownBy(() -> client.answer(verdict))
                .isInstanceOf(AuthenticationException.class)
                .hasMessageContaining("has not proven");
    }

    /** Neither one's words serve as the other's. */
    @Test
    void wordsSentBack_areNoProof() throws Exception {
        byte[] greeting = client.begin(NO_IDENTITY);
        byte[] clientsProof = client.answer(greeting);
        byte[] verdict = new byte[Dialogue.VERDICT_BYTES];
        verdict[0] = Dialogue.WELCOME;
        System.arraycopy(clientsProof, 0, verdict, 1, KeyProof.BYTES);
        assertThatThrownBy(() -> client.answer(verdict)).isInstanceOf(AuthenticationException.class);
    }

    @Test
    void recordingOfAClient_isOfNoUseLater() throws Exception {
        byte[] greeting = client.begin(NO_IDENTITY);
        byte[] proof = client.answer(listener.answer(greeting));
        byte[] unused = listener.answer(proof);
        listener.requireTrust();

        ListenerDialogue later = new ListenerDialogue(key);
        byte[] ignored = later.answer(greeting);
        assertThat(later.answer(proof)[0]).isEqualTo(Dialogue.REFUSED);
        assertThatThrownBy(later::requireTrust).isInstanceOf(AuthenticationException.class);
    }

    @Test
    void recordingOfAListener_isOfNoUseLater() throws Exception {
        byte[] greeting = listener.answer(client.begin(NO_IDENTITY));
        byte[] verdict = listener.answer(client.answer(greeting));

        ClientDialogue later = new ClientDialogue(key);
        byte[] unused = later.begin(NO_IDENTITY);
        byte[] ignored = later.answer(greeting);
        assertThatThrownBy(() -> later.answer(verdict)).isInstanceOf(AuthenticationException.class);
    }

    /** Each end of somebody in the middle has another certificate. */
    @Test
    void proofForAnotherCertificate_isNone() throws Exception {
        byte[] greeting = client.begin(new byte[] {1});
        listener.begin(new byte[] {2});
        assertThat(listener.answer(client.answer(listener.answer(greeting)))[0]).isEqualTo(Dialogue.REFUSED);
    }

    @Test
    void proofWithOneBitChanged_isNone() throws Exception {
        byte[] proof = client.answer(listener.answer(client.begin(NO_IDENTITY)));
        proof[31] ^= 1;
        assertThat(listener.answer(proof)[0]).isEqualTo(Dialogue.REFUSED);
    }

    @Test
    void strangeGreeting_isRefused() {
        assertThatThrownBy(() -> listener.answer(Arrays.copyOf("GET / HTTP/1.1".getBytes(StandardCharsets.UTF_8), 37)))
                .isInstanceOf(AuthenticationException.class)
                .hasMessageContaining("does not speak");
    }

    @Test
    void otherVersion_isRefused_withBothVersions() {
        byte[] greeting = client.begin(NO_IDENTITY);
        greeting[4] = 9;
        assertThatThrownBy(() -> listener.answer(greeting))
                .isInstanceOf(AuthenticationException.class)
                .hasMessageContaining("version=9, this one's=1");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 16, 64, 65, 1000})
    void keysOfAnyLength_areToldApart_alsoByZerosAtTheirEnd(int length) {
        byte[] nonce = Greeting.nonce();
        byte[] one = new KeyProof(new byte[length]).of(Role.CLIENT, nonce, nonce, NO_IDENTITY);
        byte[] longer = new KeyProof(new byte[length + 1]).of(Role.CLIENT, nonce, nonce, NO_IDENTITY);
        assertThat(one).hasSize(KeyProof.BYTES).isNotEqualTo(longer);
    }
}
