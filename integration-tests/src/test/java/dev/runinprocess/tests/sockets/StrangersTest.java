package dev.runinprocess.tests.sockets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.runinprocess.channel.Client;
import dev.runinprocess.channel.Connection;
import dev.runinprocess.channel.ConnectionTerms;
import dev.runinprocess.channel.Listener;
import dev.runinprocess.failure.AuthenticationException;
import dev.runinprocess.failure.BrokenConnectionException;
import dev.runinprocess.sync.ProcessLock;
import dev.runinprocess.tests.testing.ParentProgram;
import dev.runinprocess.tests.testing.RunningProgram;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What strangers can do to a listener, and to a client: nothing. */
final class StrangersTest {
    private static final int GREETING_BYTES = 37;
    private static final ConnectionTerms<Integer> TERMS = ConnectionTerms.of(Integer.class)
            .authKey("a key that is long enough".getBytes(StandardCharsets.UTF_8))
            .handshakeTimeout(Duration.ofSeconds(2));

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<SocketChannel> strangers = new ArrayList<>();
    private Listener<Integer> listener;

    @BeforeEach
    void open() throws Exception {
        listener = Listener.open(TERMS, 0);
    }

    @AfterEach
    void end() throws Exception {
        listener.close();
        for (SocketChannel stranger : strangers) {
            stranger.close();
        }
        threads.shutdownNow();
        assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }

    private SocketChannel stranger() throws IOException {
        SocketChannel channel = SocketChannel.open(listener.address());
        strangers.add(channel);
        return channel;
    }

    /** The one who knows the key gets in at once, whatever others do. */
    private void assertFriendsGetIn() throws Exception {
        long begin = System.nanoTime();
        ConnectionTerms<Integer> patient = TERMS.handshakeTimeout(Duration.ofSeconds(30));
        try (Connection<Integer> client = Client.connect(patient, listener.address());
                Connection<Integer> accepted = listener.accept()) {
            client.send(1);
            assertThat(accepted.receive()).isEqualTo(1);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
    }

    private static void assertHungUp(SocketChannel stranger) throws IOException {
        ByteBuffer anything = ByteBuffer.allocate(1000);
        try {
            while (stranger.read(anything) >= 0) {
                anything.clear();
            }
        } catch (IOException e) {
            assertThat(e).hasMessageContaining("reset");
        }
    }

    @Test
    void silentStranger_isHungUpOn_whenItsTimeIsOver() throws Exception {
        SocketChannel silent = stranger();
        assertFriendsGetIn();
        assertHungUp(silent);
        assertThat(listener.refused()).isEqualTo(1);
    }

    @Test
    void slowStranger_isHungUpOn_thoughItSaysSomethingAllTheTime() throws Exception {
        SocketChannel slow = stranger();
        Future<?> drip = threads.submit(() -> {
            slow.write(ByteBuffer.wrap("RInP".getBytes(StandardCharsets.US_ASCII)));
            slow.write(ByteBuffer.wrap(new byte[] {1}));
            for (int i = 0; i < 30; i++) {
                TimeUnit.MILLISECONDS.sleep(100);
                slow.write(ByteBuffer.wrap(new byte[] {7}));
            }
            return null;
        });
        assertFriendsGetIn();
        assertHungUp(slow);
        assertThat(listener.refused()).isEqualTo(1);
        drip.cancel(true);
    }

    @Test
    void garbage_isHungUpOn() throws Exception {
        Random random = new Random(5);
        for (int i = 0; i < 100; i++) {
            byte[] garbage = new byte[1 + random.nextInt(5000)];
            random.nextBytes(garbage);
            SocketChannel stranger = stranger();
            stranger.write(ByteBuffer.wrap(garbage));
        }
        assertFriendsGetIn();
        for (SocketChannel stranger : strangers) {
            assertHungUp(stranger);
        }
        assertThat(listener.refused()).isEqualTo(100);
        assertThat(listener.accept(Duration.ZERO)).isEmpty();
    }

    @Test
    void hugeLength_isGarbageLikeAnyOther() throws Exception {
        SocketChannel stranger = stranger();
        stranger.write(ByteBuffer.allocate(GREETING_BYTES)
                .put((byte) 1)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(Long.MAX_VALUE)
                .clear());
        assertHungUp(stranger);
        assertThat(listener.refused()).isEqualTo(1);
        assertFriendsGetIn();
    }

    @Test
    void thousandConnectionsOfAPortScanner_keepNobodyOut() throws Exception {
        for (int i = 0; i < 1000; i++) {
            SocketChannel stranger = stranger();
            if (i % 3 == 0) {
                stranger.close();
            } else if (i % 3 == 1) {
                stranger.write(ByteBuffer.wrap("GET / HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));
            }
        }
        assertFriendsGetIn();
        await().atMost(Duration.ofSeconds(30)).until(() -> listener.refused() == 1000);
        assertThat(listener.accept(Duration.ZERO)).isEmpty();
    }

    @Test
    void moreSilentStrangersThanThereIsRoomFor_displaceEachOther() throws Exception {
        try (Listener<Integer> patient = Listener.open(TERMS.handshakeTimeout(Duration.ofHours(1)), 0)) {
            for (int i = 0; i < 300; i++) {
                strangers.add(SocketChannel.open(patient.address()));
            }
            try (Connection<Integer> client =
                    Client.connect(TERMS.handshakeTimeout(Duration.ofSeconds(30)), patient.address())) {
                patient.accept().close();
                assertThat(client.poll(Duration.ofSeconds(30))).isTrue();
            }
            assertHungUp(strangers.get(0));
            assertThat(patient.refused()).isBetween(44L, 45L);
        }
    }

    @Test
    void moreStrangersThanFileDescriptors_keepNobodyOut(@TempDir Path directory) throws Exception {
        try (RunningProgram program = ParentProgram.of(SocketTasks.Besieged.class, directory)
                .by("prlimit", "--nofile=80", "--")
                .start()) {
            SocketAddress address = SocketTasks.address(program.awaitLine("port "));
            for (int i = 0; i < 200; i++) {
                strangers.add(SocketChannel.open(address));
            }
            ConnectionTerms<ProcessLock> patient = SocketTasks.locks().handshakeTimeout(Duration.ofSeconds(30));
            try (Connection<ProcessLock> client = Client.connect(patient, address)) {
                assertThat(client.receiveBytes()).hasSize(7);
            } catch (IOException e) {
                throw new AssertionError(program.toString(), e);
            }
            assertThat(Integer.parseInt(program.awaitLine("refused "))).isBetween(100, 200);
            assertThat(program.awaitExit()).isZero();
            assertThat(program.stderr()).contains("They were the slowest when nobody could connect");
        }
    }

    @Test
    void strangerThatDiesAtAnyStep_leavesNothing() throws Exception {
        byte[] greeting = greeting();
        for (int length = 0; length < greeting.length; length++) {
            SocketChannel stranger = stranger();
            stranger.write(ByteBuffer.wrap(greeting, 0, length));
            stranger.close();
        }
        for (int length = 0; length < 32; length++) {
            SocketChannel stranger = stranger();
            stranger.write(ByteBuffer.wrap(greeting));
            readFully(stranger, GREETING_BYTES);
            stranger.write(ByteBuffer.wrap(new byte[length]));
            stranger.close();
        }
        assertFriendsGetIn();
        await().until(() -> listener.refused() == greeting.length + 32);
    }

    private static byte[] greeting() {
        byte[] greeting = new byte[GREETING_BYTES];
        new Random(3).nextBytes(greeting);
        ByteBuffer.wrap(greeting)
                .put("RInP".getBytes(StandardCharsets.US_ASCII))
                .put((byte) 1);
        return greeting;
    }

    private static byte[] readFully(SocketChannel channel, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            assertThat(channel.read(bytes)).isPositive();
        }
        return bytes.array();
    }

    /** Somebody on the way records what a client says, both words, and says it again. */
    @Test
    void recordingOfAClient_doesNotLetIn() throws Exception {
        byte[] said;
        try (ServerSocketChannel middle = loopback()) {
            Future<byte[]> recording = threads.submit(() -> relay(middle));
            try (Connection<Integer> client = Client.connect(TERMS, middle.getLocalAddress());
                    Connection<Integer> accepted = listener.accept()) {
                said = recording.get();
                client.send(1);
                assertThat(accepted.isClosed()).isFalse();
            }
        }
        SocketChannel replay = stranger();
        replay.write(ByteBuffer.wrap(said));
        byte[] verdict = readFully(replay, GREETING_BYTES + 33);
        assertThat(verdict[GREETING_BYTES]).isZero();
        assertHungUp(replay);
        assertThat(listener.accept(Duration.ofMillis(100))).isEmpty();
        assertThat(listener.refused()).isEqualTo(1);
    }

    /** Passes the words of one handshake on, in their order, and returns the client's. */
    private byte[] relay(ServerSocketChannel middle) throws IOException {
        SocketChannel client = middle.accept();
        strangers.add(client);
        SocketChannel onward = stranger();
        byte[] greeting = readFully(client, GREETING_BYTES);
        onward.write(ByteBuffer.wrap(greeting));
        client.write(ByteBuffer.wrap(readFully(onward, GREETING_BYTES)));
        byte[] proof = readFully(client, 32);
        onward.write(ByteBuffer.wrap(proof));
        client.write(ByteBuffer.wrap(readFully(onward, 33)));
        return ByteBuffer.allocate(GREETING_BYTES + 32).put(greeting).put(proof).array();
    }

    private static ServerSocketChannel loopback() throws IOException {
        return ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    @Test
    void whatIsNoListener_disappointsTheClient_andDoesNotHoldIt() throws Exception {
        try (ServerSocketChannel silent = loopback()) {
            assertThatThrownBy(() -> Client.connect(TERMS, silent.getLocalAddress()))
                    .isInstanceOf(SocketTimeoutException.class)
                    .hasMessageContaining("has not finished the handshake in time");
        }
        assertRefusedByClient(new byte[0], "hung up");
        assertRefusedByClient(
                "HTTP/1.1 400 Bad Request\r\nConnection: close".getBytes(StandardCharsets.US_ASCII), "does not speak");
        ByteBuffer bogus =
                ByteBuffer.allocate(GREETING_BYTES + 33).put(greeting()).put((byte) 1);
        assertRefusedByClient(bogus.array(), "has not proven");
    }

    private void assertRefusedByClient(byte[] answer, String words) throws Exception {
        try (ServerSocketChannel impostor = loopback()) {
            Future<?> answering = threads.submit(() -> {
                try (SocketChannel client = impostor.accept()) {
                    readFully(client, GREETING_BYTES);
                    client.write(ByteBuffer.wrap(answer));
                    client.shutdownOutput();
                    ByteBuffer rest = ByteBuffer.allocate(100);
                    while (client.read(rest) >= 0) {
                        rest.clear();
                    }
                }
                return null;
            });
            SocketAddress address = impostor.getLocalAddress();
            assertThatThrownBy(() -> Client.connect(TERMS, address))
                    .isInstanceOf(AuthenticationException.class)
                    .hasMessageContaining(words);
            answering.get();
        }
    }

    @Test
    void interruptOfConnect_endsIt() throws Exception {
        try (ServerSocketChannel silent = loopback()) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> Client.connect(TERMS, silent.getLocalAddress()))
                    .isInstanceOf(InterruptedException.class);
        }
    }

    /** One who knows the key, and then sends what is longer than is taken here. */
    @Test
    void friendThatTurnsHostile_breaksItsConnection_andNoOther() throws Exception {
        try (Listener<Integer> strict = Listener.open(TERMS.maxMessageBytes(100), 0);
                Connection<Integer> hostile = Client.connect(TERMS, strict.address());
                Connection<Integer> accepted = strict.accept();
                Connection<Integer> other = Client.connect(TERMS, strict.address());
                Connection<Integer> otherAccepted = strict.accept()) {
            hostile.sendBytes(new byte[100]);
            hostile.sendBytes(new byte[101]);
            assertThat(accepted.receiveBytes()).hasSize(100);
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(accepted::receiveBytes)
                        .isInstanceOf(BrokenConnectionException.class)
                        .hasMessageContainingAll("length=101", "limit=100", "ConnectionTerms.maxMessageBytes");
            }
            assertThat(accepted.poll()).isTrue();
            other.send(3);
            assertThat(otherAccepted.receive()).isEqualTo(3);
        }
    }
}
