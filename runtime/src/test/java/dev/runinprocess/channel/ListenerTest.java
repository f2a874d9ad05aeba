package dev.runinprocess.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.runinprocess.failure.AuthenticationException;
import dev.runinprocess.failure.ChannelClosedException;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Listeners: where they listen, whom they let in, how they end. */
final class ListenerTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final ConnectionTerms<Integer> TERMS = ConnectionTerms.of(Integer.class);

    @TempDir
    private Path directory;

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void end() throws InterruptedException {
        threads.shutdownNow();
        assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void listenerWithoutAddress_isAFileInAPrivateDirectory() throws Exception {
        Path file;
        try (Listener<Integer> listener = Listener.open(TERMS)) {
            file = ((UnixDomainSocketAddress) listener.address()).getPath();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            assertCarries(listener, listener.address());
        }
        assertThat(file).doesNotExist();
    }

    @Test
    void pathThatIsRelative_isToldAsAnAbsoluteOne() throws Exception {
        Path relative = Path.of("").toAbsolutePath().relativize(directory.resolve("s"));
        try (Listener<Integer> listener = Listener.open(TERMS, relative)) {
            assertThat(((UnixDomainSocketAddress) listener.address()).getPath()).isAbsolute();
            assertCarries(listener, listener.address());
        }
    }

    @Test
    void port_isOneOfTheLoopbackInterface() throws Exception {
        try (Listener<Integer> listener = Listener.open(TERMS, 0)) {
            InetSocketAddress address = (InetSocketAddress) listener.address();
            assertThat(address.getAddress().isLoopbackAddress()).isTrue();
            assertThat(address.getPort()).isPositive();
            assertCarries(listener, address);
            try (Connection<Integer> client = Client.connect(TERMS, address.getPort());
                    Connection<Integer> accepted = listener.accept()) {
                accepted.send(3);
                assertThat(client.receive()).isEqualTo(3);
            }
        }
    }

    private static void assertCarries(Listener<Integer> listener, SocketAddress address) throws Exception {
        try (Connection<Integer> client = Client.connect(TERMS, address);
                Connection<Integer> accepted = listener.accept()) {
            client.send(1729);
            assertThat(accepted.receive()).isEqualTo(1729);
            accepted.send(2);
            assertThat(client.receive()).isEqualTo(2);
        }
    }

    @Test
    void pathWhereSomebodyListens_isRefused() throws Exception {
        Path path = directory.resolve("s");
        try (Listener<Integer> listener = Listener.open(TERMS, path)) {
            assertThatThrownBy(() -> Listener.open(TERMS, path))
                    .isInstanceOf(BindException.class)
                    .hasMessageContainingAll(path.toString(), "somebody listens there");
            assertCarries(listener, listener.address());
        }
    }

    @Test
    void portWhereSomebodyListens_isRefused() throws Exception {
        try (Listener<Integer> listener = Listener.open(TERMS, 0)) {
            int port = ((InetSocketAddress) listener.address()).getPort();
            assertThatThrownBy(() -> Listener.open(TERMS, port)).isInstanceOf(BindException.class);
            assertCarries(listener, listener.address());
        }
    }

    @Test
    void fileOfADeadListener_isReplaced() throws Exception {
        Path path = directory.resolve("s");
        try (ServerSocketChannel dead = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            dead.bind(UnixDomainSocketAddress.of(path));
        }
        assertThat(path).exists();

        try (Listener<Integer> listener = Listener.open(TERMS, path)) {
            assertCarries(listener, listener.address());
        }
        assertThat(path).doesNotExist();
    }

    @Test
    void fileThatIsNoSocket_isLeftAlone() throws Exception {
        Path path = Files.writeString(directory.resolve("s"), "mine");
        assertThatThrownBy(() -> Listener.open(TERMS, path))
                .isInstanceOf(BindException.class)
                .hasMessageContaining("no socket");
        assertThat(path).hasContent("mine");
        Files.delete(path);
    }

    @Test
    void fileThatSomebodyElsePutThere_outlivesTheListener() throws Exception {
        Path path = directory.resolve("s");
        Listener<Integer> listener = Listener.open(TERMS, path);
        Files.delete(path);
        try (Listener<Integer> second = Listener.open(TERMS, path)) {
            listener.close();
            assertThat(path).exists();
            assertCarries(second, second.address());
        }
    }

    @Test
    void pathThatIsTooLong_isRefused_andSaysSo() {
        Path path = directory.resolve("s".repeat(120));
        assertThatThrownBy(() -> Listener.open(TERMS, path))
                .isInstanceOf(BindException.class)
                .hasMessageContaining("107 bytes");
    }

    @Test
    void manyThatWantOnePathOfADeadListener_leaveItToOne() throws Exception {
        for (int round = 0; round < 20; round++) {
            Path path = directory.resolve("s" + round);
            try (ServerSocketChannel dead = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
                dead.bind(UnixDomainSocketAddress.of(path));
            }
            List<Future<Listener<Integer>>> openings = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                openings.add(threads.submit(() -> {
                    try {
                        return Listener.open(TERMS, path);
                    } catch (BindException e) {
                        return null;
                    }
                }));
            }
            int open = 0;
            for (Future<Listener<Integer>> opening : openings) {
                try (Listener<Integer> listener = opening.get()) {
                    open += listener == null ? 0 : 1;
                }
            }
            assertThat(open).isPositive();
        }
    }

    @Test
    void pathThatIsOpenedAndClosedByManyInTurn_isTakenOrFree_andNothingElse() throws Exception {
        Path path = directory.resolve("s");
        List<Future<Integer>> users = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            users.add(threads.submit(() -> {
                int opened = 0;
                for (int round = 0; round < 100; round++) {
                    try {
                        Listener.open(TERMS, path).close();
                        opened++;
                    } catch (BindException e) {
                        assertThat(e).hasMessageContaining("somebody listens there");
                    }
                }
                return opened;
            }));
        }
        int opened = 0;
        for (Future<Integer> user : users) {
            opened += user.get();
        }
        assertThat(opened).isPositive();
    }

    @Test
    void clientsThatAreGoneBeforeAnybodyAccepts_areAccepted_withWhatTheySent() throws Exception {
        try (Listener<Integer> listener = Listener.open(TERMS)) {
            for (int i = 0; i < 10; i++) {
                try (Connection<Integer> client = Client.connect(TERMS, listener.address())) {
                    client.send(i);
                }
            }
            for (int i = 0; i < 10; i++) {
                try (Connection<Integer> accepted = listener.accept()) {
                    assertThat(accepted.receive()).isEqualTo(i);
                    assertThatThrownBy(accepted::receive)
                            .isInstanceOf(ChannelClosedException.class)
                            .hasMessageContaining("was closed, or its process died");
                }
            }
        }
    }

    @Test
    void moreClientsThanMayWait_getInAsOthersAreAccepted() throws Exception {
        // Fewer than may be strangers at a time: of more, the slowest has to go.
        int clients = 250;
        try (Listener<Integer> listener = Listener.open(TERMS)) {
            List<Future<Integer>> answers = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                answers.add(threads.submit(() -> {
                    try (Connection<Integer> client = Client.connect(TERMS, listener.address())) {
                        return client.receive();
                    }
                }));
            }
            for (int i = 0; i < clients; i++) {
                try (Connection<Integer> accepted = listener.accept()) {
                    accepted.send(i);
                }
            }
            List<Integer> all = new ArrayList<>();
            for (Future<Integer> answer : answers) {
                all.add(answer.get());
            }
            assertThat(all).doesNotHaveDuplicates().hasSize(clients);
        }
    }

    @Test
    void accept_withATime_waitsThatLong() throws Exception {
        try (Listener<Integer> listener = Listener.open(TERMS)) {
            assertThat(listener.accept(Duration.ZERO)).isEmpty();
            assertThat(listener.accept(Duration.ofSeconds(-1))).isEmpty();
            long begin = System.nanoTime();
            assertThat(listener.accept(Duration.ofMillis(100))).isEmpty();
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isBetween(Duration.ofMillis(100), LONG);
        }
    }

    @Test
    void interruptOfAccept_leavesTheListenerOpen() throws Exception {
        try (Listener<Integer> listener = Listener.open(TERMS)) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(listener::accept).isInstanceOf(InterruptedException.class);

            AtomicBoolean interrupted = new AtomicBoolean();
            Thread accepting = new Thread(() -> {
                try {
                    listener.accept().close();
                    throw new AssertionError("nobody came");
                } catch (InterruptedException e) {
                    interrupted.set(true);
                }
            });
            accepting.start();
            await().until(() -> accepting.getState() == Thread.State.TIMED_WAITING);
            accepting.interrupt();
            accepting.join();
            assertThat(interrupted).isTrue();
            assertCarries(listener, listener.address());
        }
    }

    @Test
    void close_throwsOutWhoAccepts_andHangsUpOnWhoWaits() throws Exception {
        Listener<Integer> listener = Listener.open(TERMS);
        CountDownLatch begun = new CountDownLatch(1);
        Future<Connection<Integer>> accepting = threads.submit(() -> {
            begun.countDown();
            return listener.accept();
        });
        begun.await();
        listener.close();
        listener.close();
        assertThatThrownBy(accepting::get).hasRootCauseInstanceOf(ClosedChannelException.class);
        assertThatThrownBy(listener::accept)
                .isInstanceOf(ChannelClosedException.class)
                .hasMessage("This listener is closed.");
        assertThatThrownBy(() -> Client.connect(TERMS, listener.address())).isInstanceOf(IOException.class);

        Listener<Integer> second = Listener.open(TERMS);
        try (Connection<Integer> client = Client.connect(TERMS, second.address())) {
            second.close();
            assertThatThrownBy(client::receive).isInstanceOf(ChannelClosedException.class);
        }
    }

    @Test
    void acceptedConnection_outlivesTheListener() throws Exception {
        Listener<Integer> listener = Listener.open(TERMS, 0);
        try (Connection<Integer> client = Client.connect(TERMS, listener.address());
                Connection<Integer> accepted = listener.accept()) {
            listener.close();
            client.send(5);
            assertThat(accepted.receive()).isEqualTo(5);
        }
    }

    @Test
    void differentKeys_refuseEachOther() throws Exception {
        ConnectionTerms<Integer> other = TERMS.authKey(new byte[] {1, 2, 3});
        try (Listener<Integer> listener = Listener.open(TERMS)) {
            assertThatThrownBy(() -> Client.connect(other, listener.address()))
                    .isInstanceOf(AuthenticationException.class)
                    .hasMessageContaining("ConnectionTerms.authKey");
            assertThat(listener.accept(Duration.ofMillis(50))).isEmpty();
            await().until(() -> listener.refused() == 1);
            assertCarries(listener, listener.address());
        }
    }

    @Test
    void addressOfAnotherFamily_isRefused() {
        SocketAddress strange = new SocketAddress() {
            private static final long serialVersionUID = 1L;
        };
        assertThatThrownBy(() -> Listener.open(TERMS, strange)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Client.connect(TERMS, strange)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void terms_doNotTellTheKey() {
        assertThat(TERMS.authKey("hidden".getBytes(StandardCharsets.UTF_8)))
                .hasToString("ConnectionTerms[maxMessageBytes=1073741824, handshakeTimeout=PT10S]");
    }
}
