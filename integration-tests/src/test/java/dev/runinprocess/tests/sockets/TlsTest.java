package dev.runinprocess.tests.sockets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.runinprocess.channel.Client;
import dev.runinprocess.channel.Connection;
import dev.runinprocess.channel.ConnectionTerms;
import dev.runinprocess.channel.Listener;
import dev.runinprocess.failure.AuthenticationException;
import dev.runinprocess.failure.ChannelClosedException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.security.Security;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Connections with TLS: whom it lets talk, and that it carries all that goes without it. */
final class TlsTest {
    private static final int LARGE_BYTES = 16 << 20;

    private static Certificates good;
    private static Certificates elsewhere;

    private final ConnectionTerms<Integer> terms = ConnectionTerms.of(Integer.class);
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @BeforeAll
    static void prepare(@TempDir Path directory) throws Exception {
        // Read once, when TLS is loaded: keys change every 100 kB, so that both ends have to answer while they read.
        Security.setProperty(
                "jdk.tls.keyLimits", "AES/GCM/NoPadding KeyUpdate 100000, ChaCha20-Poly1305 KeyUpdate 100000");
        good = Certificates.of("dns:localhost,ip:127.0.0.1", directory);
        elsewhere = Certificates.of("dns:elsewhere.example", directory);
    }

    @AfterEach
    void end() throws InterruptedException {
        threads.shutdownNow();
        assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void messagesOfAllSizes_goBothWaysAtOnce(String protocol) throws Exception {
        ConnectionTerms<Integer> inside = terms.tls(good.having(protocol));
        ConnectionTerms<Integer> outside = terms.tls(good.trusting());
        byte[] message = new byte[LARGE_BYTES];
        new Random(7).nextBytes(message);
        try (Listener<Integer> listener = Listener.open(inside, 0)) {
            for (int i = 0; i < 3; i++) {
                Connection<Integer> client = Client.connect(outside, listener.address());
                try (Connection<Integer> accepted = listener.accept()) {
                    try (client) {
                        client.send(i);
                        assertThat(accepted.receive()).isEqualTo(i);
                        Future<?> one = threads.submit(sending(client, message));
                        Future<?> other = threads.submit(sending(accepted, message));
                        assertThat(client.receiveBytes()).isEqualTo(message);
                        assertThat(accepted.receiveBytes()).isEqualTo(message);
                        one.get();
                        other.get();
                        client.sendBytes(new byte[0]);
                        assertThat(accepted.receiveBytes()).isEmpty();
                    }
                    assertThatThrownBy(accepted::receive)
                            .isInstanceOf(ChannelClosedException.class)
                            .hasMessageContaining("was closed");
                }
            }
            assertThat(listener.refused()).isZero();
        }
    }

    private static Callable<Void> sending(Connection<Integer> connection, byte[] message) {
        return () -> {
            connection.sendBytes(message);
            return null;
        };
    }

    @Test
    void certificateThatIsNotTrusted_isRefusedByTheClient() throws Exception {
        try (Listener<Integer> listener = Listener.open(terms.tls(good.having("TLS")), 0)) {
            ConnectionTerms<Integer> distrustful = terms.tls(elsewhere.trusting());
            assertThatThrownBy(() -> Client.connect(distrustful, listener.address()))
                    .isInstanceOf(SSLHandshakeException.class);
            await().until(() -> listener.refused() == 1);
            assertThat(listener.accept(Duration.ZERO)).isEmpty();
        }
    }

    @Test
    void certificateOfAnotherHost_isRefusedByTheClient_overTcpOnly() throws Exception {
        ConnectionTerms<Integer> inside = terms.tls(elsewhere.having("TLS"));
        ConnectionTerms<Integer> outside = terms.tls(elsewhere.trusting());
        try (Listener<Integer> listener = Listener.open(inside, 0)) {
            assertThatThrownBy(() -> Client.connect(outside, listener.address()))
                    .isInstanceOf(SSLHandshakeException.class);
        }
        try (Listener<Integer> listener = Listener.open(inside);
                Connection<Integer> client = Client.connect(outside, listener.address());
                Connection<Integer> accepted = listener.accept()) {
            client.send(1);
            assertThat(accepted.receive()).isEqualTo(1);
        }
    }

    @Test
    void wrongKey_isRefused_inSpiteOfTheCertificate() throws Exception {
        try (Listener<Integer> listener = Listener.open(terms.tls(good.having("TLS")), 0)) {
            ConnectionTerms<Integer> stranger = terms.tls(good.trusting()).authKey(new byte[20]);
            assertThatThrownBy(() -> Client.connect(stranger, listener.address()))
                    .isInstanceOf(AuthenticationException.class);
            await().until(() -> listener.refused() == 1);
        }
    }

    @Test
    void oneEndWithoutTls_isRefused() throws Exception {
        ConnectionTerms<Integer> quick = terms.handshakeTimeout(Duration.ofSeconds(2));
        try (Listener<Integer> listener = Listener.open(quick.tls(good.having("TLS")), 0)) {
            assertThatThrownBy(() -> Client.connect(quick, listener.address())).isInstanceOf(IOException.class);
            await().until(() -> listener.refused() == 1);
        }
        try (Listener<Integer> listener = Listener.open(quick, 0)) {
            ConnectionTerms<Integer> outside = quick.tls(good.trusting());
            assertThatThrownBy(() -> Client.connect(outside, listener.address()))
                    .isInstanceOf(SSLException.class);
            await().until(() -> listener.refused() == 1);
        }
    }

    /** Somebody in the middle, whose own certificate is trusted, too, passes on what both say. */
    @Test
    void trustedCertificateInTheMiddle_isFoundByTheKey() throws Exception {
        SSLContext both = good.trusting(elsewhere);
        try (Listener<Integer> listener = Listener.open(terms.tls(elsewhere.having("TLS")), 0);
                SSLServerSocket middle = (SSLServerSocket) good.having("TLS")
                        .getServerSocketFactory()
                        .createServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Future<?> relay = threads.submit(() -> {
                try (SSLSocket client = (SSLSocket) middle.accept();
                        SSLSocket onward = (SSLSocket) both.getSocketFactory()
                                .createSocket(
                                        InetAddress.getLoopbackAddress(),
                                        ((InetSocketAddress) listener.address()).getPort())) {
                    onward.getOutputStream().write(client.getInputStream().readNBytes(37));
                    client.getOutputStream().write(onward.getInputStream().readNBytes(37));
                    onward.getOutputStream().write(client.getInputStream().readNBytes(32));
                    client.getOutputStream().write(onward.getInputStream().readNBytes(33));
                    return null;
                }
            });
            assertThatThrownBy(() -> Client.connect(terms.tls(both), middle.getLocalPort()))
                    .isInstanceOf(AuthenticationException.class);
            relay.get();
            await().until(() -> listener.refused() == 1);
        }
    }

    @Test
    void strangersWithoutTls_keepNobodyOut() throws Exception {
        ConnectionTerms<Integer> quick = terms.handshakeTimeout(Duration.ofSeconds(1));
        try (Listener<Integer> listener = Listener.open(quick.tls(good.having("TLS")), 0);
                SocketChannel silent = SocketChannel.open(listener.address());
                SocketChannel loud = SocketChannel.open(listener.address())) {
            int written = loud.write(ByteBuffer.wrap(new byte[] {22, 3, 1, 0, 100, 1, 2, 3}));
            assertThat(written).isEqualTo(8);
            try (Connection<Integer> client = Client.connect(terms.tls(good.trusting()), listener.address());
                    Connection<Integer> accepted = listener.accept()) {
                accepted.send(1);
                assertThat(client.receive()).isEqualTo(1);
            }
            await().until(() -> listener.refused() == 2);
            assertThat(silent.isOpen()).isTrue();
        }
    }

    @Test
    void connectionThatIsCut_isToldFromOneThatIsClosed() throws Exception {
        try (Listener<Integer> listener = Listener.open(terms.tls(good.having("TLS")), 0);
                ServerSocketChannel middle =
                        ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            Future<SocketChannel> onward = threads.submit(() -> {
                SocketChannel client = middle.accept();
                SocketChannel server = SocketChannel.open(listener.address());
                Future<?> back = threads.submit(() -> pass(server, client));
                assertThat(back.isCancelled()).isFalse();
                Future<?> forth = threads.submit(() -> pass(client, server));
                assertThat(forth.isCancelled()).isFalse();
                return server;
            });
            try (Connection<Integer> client = Client.connect(terms.tls(good.trusting()), middle.getLocalAddress());
                    Connection<Integer> accepted = listener.accept()) {
                accepted.send(1);
                assertThat(client.receive()).isEqualTo(1);
                onward.get().close();
                assertThatThrownBy(accepted::receive)
                        .isInstanceOf(ChannelClosedException.class)
                        .hasMessageContaining("gone without a farewell");
            }
        }
    }

    private static Void pass(SocketChannel from, SocketChannel to) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(1 << 14);
        while (from.read(bytes) >= 0) {
            bytes.flip();
            while (bytes.hasRemaining()) {
                int unused = to.write(bytes);
            }
            bytes.clear();
        }
        to.shutdownOutput();
        return null;
    }

    @Test
    void interrupts_loseNothingButTheMessageThatWasBeingSent() throws Exception {
        try (Listener<Integer> listener = Listener.open(terms.tls(good.having("TLS")), 0);
                Connection<Integer> client = Client.connect(terms.tls(good.trusting()), listener.address());
                Connection<Integer> accepted = listener.accept()) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(client::receive).isInstanceOf(InterruptedException.class);

            Future<?> sending = threads.submit(sending(client, new byte[LARGE_BYTES]));
            await().pollDelay(Duration.ofMillis(200)).until(() -> !sending.isDone());
            sending.cancel(true);
            Future<?> next = threads.submit(() -> {
                client.send(2);
                return null;
            });
            assertThat(accepted.receive()).isEqualTo(2);
            next.get();
        }
    }
}
