package dev.runinprocess.tests.sockets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runinprocess.ChildProcess;
import dev.runinprocess.channel.Client;
import dev.runinprocess.channel.Connection;
import dev.runinprocess.channel.ConnectionTerms;
import dev.runinprocess.channel.Connections;
import dev.runinprocess.channel.Listener;
import dev.runinprocess.channel.Pipe;
import dev.runinprocess.channel.ProcessQueue;
import dev.runinprocess.channel.Waitable;
import dev.runinprocess.codec.TypeCodecs;
import dev.runinprocess.failure.ChannelClosedException;
import dev.runinprocess.failure.NotTransferableException;
import dev.runinprocess.tests.testing.Conformance;
import dev.runinprocess.tests.testing.LeavesNothing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Waiting for connections over sockets, among other things. */
@ExtendWith(LeavesNothing.class)
final class WaitForSocketsTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final int CHILDREN = 4;
    private static final int NUMBERS = 10;

    private final ConnectionTerms<Object> terms = SocketTasks.terms();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void end() throws InterruptedException {
        threads.shutdownNow();
        assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    @Conformance("TestWait.test_wait_socket")
    void whatChildrenSend_isReceivedFromWhoeverIsReady() throws Exception {
        assertReceivesAll(0);
    }

    @Test
    @Conformance("TestWait.test_wait_socket_slow")
    void whatChildrenSendSlowly_isReceivedFromWhoeverIsReady() throws Exception {
        assertReceivesAll(100);
    }

    private void assertReceivesAll(int pauseMillis) throws Exception {
        try (Listener<Object> listener = Listener.open(terms, 0)) {
            List<ChildProcess<Void>> children = new ArrayList<>();
            List<Connection<Object>> open = new ArrayList<>();
            for (int i = 0; i < CHILDREN; i++) {
                children.add(SendNumbersLauncher.start(SocketTasks.text(listener.address()), i, NUMBERS, pauseMillis));
            }
            for (int i = 0; i < CHILDREN; i++) {
                open.add(listener.accept());
            }
            List<Object> received = new ArrayList<>();
            while (!open.isEmpty()) {
                for (Connection<Object> ready : Connections.waitAny(open)) {
                    try {
                        received.add(ready.receive());
                    } catch (ChannelClosedException e) {
                        ready.close();
                        open.remove(ready);
                    }
                }
            }
            assertThat(received)
                    .containsExactlyInAnyOrderElementsOf(IntStream.range(0, CHILDREN * NUMBERS)
                            .mapToObj(i -> 100 * (i / NUMBERS) + i % NUMBERS)
                            .toList());
            for (ChildProcess<Void> child : children) {
                assertThat(child.join(LONG)).isTrue();
            }
        }
    }

    @Test
    void socketAmongOtherThings_isNoticed_andSoAreThey() throws Exception {
        ProcessQueue<Integer> queue = ProcessQueue.of(Integer.class);
        try (Pipe<Integer> pipe = Pipe.of(Integer.class);
                Listener<Object> listener = Listener.open(terms);
                Connection<Object> client = Client.connect(terms, listener.address());
                Connection<Object> accepted = listener.accept()) {
            List<Waitable> all = List.of(queue, pipe.first(), accepted);
            assertThat(Connections.waitAny(all, Duration.ofMillis(50))).isEmpty();
            assertThat(Connections.waitAny(all, Duration.ofSeconds(-1))).isEmpty();

            for (int i = 0; i < 100; i++) {
                Future<List<Waitable>> waiting = threads.submit(() -> Connections.waitAny(all, LONG));
                client.send(i);
                assertThat(waiting.get()).containsExactly(accepted);
                assertThat(accepted.receive()).isEqualTo(i);

                Future<List<Waitable>> again = threads.submit(() -> Connections.waitAny(all, LONG));
                queue.put(i);
                assertThat(again.get()).containsExactly(queue);
                assertThat(queue.take()).isEqualTo(i);
            }
        }
    }

    @Test
    void messageThatComesInPieces_isReadyWhenItIsWhole() throws Exception {
        int length = 16 << 20;
        try (Listener<Object> listener = Listener.open(terms, 0);
                Connection<Object> client = Client.connect(terms, listener.address());
                Connection<Object> accepted = listener.accept()) {
            Future<List<Connection<Object>>> waiting =
                    threads.submit(() -> Connections.waitAny(List.of(accepted), LONG));
            client.sendBytes(new byte[length]);
            assertThat(waiting.get()).containsExactly(accepted);
            assertThat(accepted.receiveBytes()).hasSize(length);
        }
    }

    @Test
    void allWhoWaitForOneSocket_areTold() throws Exception {
        try (Listener<Object> listener = Listener.open(terms);
                Connection<Object> client = Client.connect(terms, listener.address());
                Connection<Object> accepted = listener.accept()) {
            List<Future<List<Connection<Object>>>> waiting = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                waiting.add(threads.submit(() -> Connections.waitAny(List.of(accepted), LONG)));
            }
            Future<Boolean> polling = threads.submit(() -> accepted.poll(LONG));
            client.send(1);
            for (Future<List<Connection<Object>>> each : waiting) {
                assertThat(each.get()).containsExactly(accepted);
            }
            assertThat(polling.get()).isTrue();
            assertThat(accepted.receive()).isEqualTo(1);
        }
    }

    @Test
    void endOfASocket_isReady_andClosingItHereThrowsOut() throws Exception {
        try (Listener<Object> listener = Listener.open(terms)) {
            Connection<Object> client = Client.connect(terms, listener.address());
            Connection<Object> accepted = listener.accept();
            Future<List<Connection<Object>>> waiting =
                    threads.submit(() -> Connections.waitAny(List.of(accepted), LONG));
            client.close();
            assertThat(waiting.get()).containsExactly(accepted);

            Connection<Object> second = Client.connect(terms, listener.address());
            Future<List<Connection<Object>>> thrownOut =
                    threads.submit(() -> Connections.waitAny(List.of(second), LONG));
            second.close();
            assertThatThrownBy(thrownOut::get).hasCauseInstanceOf(ChannelClosedException.class);
            accepted.close();
        }
    }

    /** Java cannot pass a socket on. It is refused in words, and a relay does. */
    @Test
    @Conformance("_TestPicklingConnections.test_pickling")
    void acceptedConnection_isNotPassedOn_butWhatItSaysIs() throws Exception {
        try (Pipe<Connection<Object>> connections = Pipe.of(Connection.codec(TypeCodecs.any()));
                Pipe<Object> words = Pipe.ofAny();
                Listener<Object> listener = Listener.open(terms)) {
            ChildProcess<Void> child = SayAndLeaveLauncher.start(SocketTasks.text(listener.address()), "HELLO");
            try (Connection<Object> accepted = listener.accept()) {
                assertThatThrownBy(() -> connections.first().send(accepted))
                        .isInstanceOf(NotTransferableException.class)
                        .hasMessageContaining("Pass the listener's address");
                words.first().send(accepted.receive());
                assertThat(words.second().receive()).isEqualTo("HELLO");
            }
            assertThat(child.join(LONG)).isTrue();
        }
    }
}
