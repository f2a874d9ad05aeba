package dev.runinprocess.tests.sockets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runinprocess.ChildProcess;
import dev.runinprocess.ProcessOptions;
import dev.runinprocess.channel.Client;
import dev.runinprocess.channel.Connection;
import dev.runinprocess.channel.ConnectionTerms;
import dev.runinprocess.channel.Listener;
import dev.runinprocess.failure.AuthenticationException;
import dev.runinprocess.failure.ChannelClosedException;
import dev.runinprocess.sync.ProcessEvent;
import dev.runinprocess.tests.testing.Await;
import dev.runinprocess.tests.testing.Conformance;
import dev.runinprocess.tests.testing.LeavesNothing;
import dev.runinprocess.tests.testing.Signals;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Listeners and clients as Python's suite wants them. */
@ExtendWith(LeavesNothing.class)
final class ListenerTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final int GREETING_BYTES = 37;

    @TempDir
    private Path directory;

    private final ConnectionTerms<Object> terms = SocketTasks.terms();

    /** An address of each family. */
    private List<SocketAddress> addresses() {
        return List.of(
                UnixDomainSocketAddress.of(directory.resolve("s")),
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    @Test
    @Conformance("_TestListener.test_multiple_bind")
    void addressOfALiveListener_isRefused() throws Exception {
        for (SocketAddress address : addresses()) {
            try (Listener<Object> listener = Listener.open(terms, address)) {
                assertThatThrownBy(() -> Listener.open(terms, listener.address()))
                        .isInstanceOf(BindException.class);
            }
        }
    }

    @Test
    @Conformance("_TestListener.test_context")
    void scopes_closeListenerClientAndAcceptedConnection() throws Exception {
        assertCarriesAndEnds(terms);
    }

    @Test
    @Conformance("_TestListener.test_empty_authkey")
    void emptyKey_isAKeyLikeAnyOther() throws Exception {
        assertCarriesAndEnds(terms.authKey(new byte[0]));
    }

    private void assertCarriesAndEnds(ConnectionTerms<Object> agreed) throws Exception {
        for (SocketAddress address : addresses()) {
            Listener<Object> listener = Listener.open(agreed, address);
            try (listener;
                    Connection<Object> client = Client.connect(agreed, listener.address());
                    Connection<Object> accepted = listener.accept()) {
                client.send(1729);
                assertThat(accepted.receive()).isEqualTo(1729);
            }
            assertThatThrownBy(listener::accept).isInstanceOf(ChannelClosedException.class);
        }
    }

    @Test
    @Conformance("_TestListenerClient.test_listener_client")
    void child_connectsAndSaysHello() throws Exception {
        for (SocketAddress address : addresses()) {
            try (Listener<Object> listener = Listener.open(terms, address)) {
                ChildProcess<Void> child = SayAndLeaveLauncher.start(SocketTasks.text(listener.address()), "hello");
                try (Connection<Object> accepted = listener.accept()) {
                    assertThat(accepted.receive()).isEqualTo("hello");
                }
                assertThat(child.join(LONG)).isTrue();
            }
        }
    }

    @Test
    @Conformance("_TestListenerClient.test_issue14725")
    void child_thatIsGoneBeforeAnybodyAccepts_isHeard() throws Exception {
        try (Listener<Object> listener = Listener.open(terms)) {
            ChildProcess<Void> child = SayAndLeaveLauncher.start(SocketTasks.text(listener.address()), "hello");
            assertThat(child.join(LONG)).isTrue();
            try (Connection<Object> accepted = listener.accept()) {
                assertThat(accepted.receive()).isEqualTo("hello");
            }
        }
    }

    @Test
    @Conformance("_TestListenerClient.test_issue16955")
    void poll_seesBytesOfTheAcceptedEnd() throws Exception {
        for (SocketAddress address : addresses()) {
            try (Listener<Object> listener = Listener.open(terms, address);
                    Connection<Object> client = Client.connect(terms, listener.address());
                    Connection<Object> accepted = listener.accept()) {
                accepted.sendBytes("hello".getBytes(StandardCharsets.UTF_8));
                assertThat(client.poll(LONG)).isTrue();
            }
        }
    }

    /** The listener tells nobody but its counter and its log: who accepts waits for friends. */
    @Test
    @Conformance("OtherTest.test_deliver_challenge_auth_failure")
    void bogusAnswerToTheChallenge_isRefusedByTheListener() throws Exception {
        try (Listener<Object> listener = Listener.open(terms, 0);
                SocketChannel peer = SocketChannel.open(listener.address())) {
            write(peer, greeting());
            read(peer, GREETING_BYTES);
            write(peer, Arrays.copyOf("something bogus".getBytes(StandardCharsets.UTF_8), 32));

            assertThat(read(peer, 33)).containsOnly(0);
            assertThat(peer.read(ByteBuffer.allocate(1))).isEqualTo(-1);
            Await.until("it is counted", () -> listener.refused() == 1);
            assertThat(listener.accept(Duration.ZERO)).isEmpty();
        }
    }

    @Test
    @Conformance("OtherTest.test_answer_challenge_auth_failure")
    void bogusVerdict_isRefusedByTheClient() throws Exception {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try (ServerSocketChannel impostor =
                ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            Future<?> verdict = thread.submit(() -> {
                try (SocketChannel client = impostor.accept()) {
                    read(client, GREETING_BYTES);
                    write(client, greeting());
                    read(client, 32);
                    write(client, Arrays.copyOf("\1something bogus".getBytes(StandardCharsets.UTF_8), 33));
                    assertThat(client.read(ByteBuffer.allocate(1))).isEqualTo(-1);
                }
                return null;
            });
            SocketAddress address = impostor.getLocalAddress();
            assertThatThrownBy(() -> Client.connect(terms, address)).isInstanceOf(AuthenticationException.class);
            verdict.get();
        } finally {
            thread.shutdownNow();
        }
    }

    /** The handshake as its decision record has it, written down a second time. */
    @Test
    @Conformance("ChallengeResponseTest.test_challengeresponse")
    void responseToTheChallenge_verifies_andNoOtherDoes() throws Exception {
        byte[] key = "supadupasecretkey".getBytes(StandardCharsets.UTF_8);
        try (Listener<Object> listener = Listener.open(terms.authKey(key), 0)) {
            assertThat(verdictOn(listener, key, 0)[0]).isEqualTo((byte) 1);
            assertThat(verdictOn(listener, key, 1)[0]).isZero();
            assertThat(verdictOn(listener, "supadupasecretkex".getBytes(StandardCharsets.UTF_8), 0)[0])
                    .isZero();
            listener.accept().close();
            assertThat(listener.accept(Duration.ZERO)).isEmpty();
        }
    }

    private static byte[] verdictOn(Listener<Object> listener, byte[] key, int change) throws Exception {
        try (SocketChannel peer = SocketChannel.open(listener.address())) {
            byte[] mine = greeting();
            write(peer, mine);
            byte[] theirs = read(peer, GREETING_BYTES);
            byte[] proof = proof(key, 'C', mine, theirs);
            proof[0] ^= (byte) change;
            write(peer, proof);
            byte[] verdict = read(peer, 33);
            if (verdict[0] == 1) {
                assertThat(Arrays.copyOfRange(verdict, 1, 33)).isEqualTo(proof(key, 'L', mine, theirs));
            }
            return verdict;
        }
    }

    private static byte[] proof(byte[] key, char role, byte[] client, byte[] listener) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update("dev.runinprocess key".getBytes(StandardCharsets.US_ASCII));
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(digest.digest(key), "HmacSHA256"));
        mac.update("dev.runinprocess connection".getBytes(StandardCharsets.US_ASCII));
        mac.update((byte) 1);
        mac.update((byte) role);
        mac.update(client, 5, 32);
        mac.update(listener, 5, 32);
        return mac.doFinal();
    }

    private static byte[] greeting() {
        byte[] greeting = Arrays.copyOf("RInP\1".getBytes(StandardCharsets.US_ASCII), GREETING_BYTES);
        Arrays.fill(greeting, 5, GREETING_BYTES, (byte) 42);
        return greeting;
    }

    private static void write(SocketChannel channel, byte[] bytes) throws IOException {
        assertThat(channel.write(ByteBuffer.wrap(bytes))).isEqualTo(bytes.length);
    }

    private static byte[] read(SocketChannel channel, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            assertThat(channel.read(bytes)).isPositive();
        }
        return bytes.array();
    }

    @Test
    @Conformance("TestInvalidFamily.test_invalid_family")
    void addressOfAnUnknownFamily_isRefused() {
        SocketAddress pipe = new SocketAddress() {
            private static final long serialVersionUID = 1L;
        };
        assertThatThrownBy(() -> Listener.open(terms, pipe)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @Conformance("TestTimeouts.test_timeout")
    void timeLimitsOfTheJdksOwnClients_doNotApply() throws Exception {
        try (Listener<Object> listener = Listener.open(terms, 0)) {
            ProcessOptions options = ProcessOptions.defaults()
                    .systemProperty("sun.net.client.defaultReadTimeout", "100")
                    .systemProperty("sun.net.client.defaultConnectTimeout", "100");
            ChildProcess<Integer> child = EchoLauncher.call(SocketTasks.text(listener.address()))
                    .options(options)
                    .start();
            try (Connection<Object> accepted = listener.accept()) {
                assertThat(accepted.poll(Duration.ofSeconds(1))).isFalse();
                accepted.sendBytes(new byte[456]);
                assertThat(accepted.receiveBytes()).hasSize(456);
                accepted.sendBytes(new byte[0]);
            }
            assertThat(child.get(LONG)).isEqualTo(1);
        }
    }

    @Test
    @Conformance("TestIgnoreEINTR.test_ignore_listener")
    void signalThatIsHandled_doesNotEndAccept() throws Exception {
        Path path = directory.resolve("s");
        ProcessEvent listening = ProcessEvent.create();
        ProcessEvent handled = ProcessEvent.create();
        ChildProcess<Void> child = WelcomeInSpiteOfSignalsLauncher.start(path, listening, handled);
        assertThat(listening.await(LONG)).isTrue();
        Signals.send("USR1", child.pid());
        assertThat(handled.await(LONG)).isTrue();
        try (Connection<Object> client = Client.connect(terms, path)) {
            assertThat(client.receive()).isEqualTo("welcome");
        }
        assertThat(child.join(LONG)).isTrue();
    }

    @Test
    void child_echoesMessagesOfAllSizes() throws Exception {
        for (SocketAddress address : addresses()) {
            try (Listener<Object> listener = Listener.open(terms, address)) {
                ChildProcess<Integer> child = EchoLauncher.start(SocketTasks.text(listener.address()));
                try (Connection<Object> accepted = listener.accept()) {
                    for (int i = 1; i <= 1000; i++) {
                        accepted.sendBytes(new byte[i]);
                        assertThat(accepted.receiveBytes()).hasSize(i);
                    }
                    accepted.sendBytes(new byte[16 << 20]);
                    assertThat(accepted.receiveBytes()).hasSize(16 << 20);
                    accepted.sendBytes(new byte[0]);
                }
                assertThat(child.get(LONG)).isEqualTo(1001);
            }
        }
    }

    @Test
    void childWithAnotherKey_isRefused() throws Exception {
        try (Listener<Object> listener = Listener.open(terms.authKey(new byte[] {1}))) {
            ChildProcess<Void> child = SayAndLeaveLauncher.start(SocketTasks.text(listener.address()), "hello");
            assertThatThrownBy(() -> child.get(LONG))
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(AuthenticationException.class);
        }
    }
}
