package dev.runinprocess.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.runinprocess.codec.TypeCodecs;
import dev.runinprocess.codec.ValueWriter;
import dev.runinprocess.failure.ChannelClosedException;
import dev.runinprocess.failure.LimitReachedException;
import dev.runinprocess.failure.MessageTooLongException;
import dev.runinprocess.failure.NotTransferableException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A connection over a socket, with both ends in this process. */
final class SocketConnectionTest {
    private static final int LARGE_BYTES = 32 << 20;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ConnectionTerms<Object> terms = ConnectionTerms.ofAny().maxMessageBytes(LARGE_BYTES + 100);
    private Connection<Object> one;
    private Connection<Object> other;

    @BeforeEach
    void connect() throws Exception {
        try (Listener<Object> listener = Listener.open(terms)) {
            one = Client.connect(terms, listener.address());
            other = listener.accept();
        }
    }

    @AfterEach
    void end() throws InterruptedException {
        one.close();
        other.close();
        threads.shutdownNow();
        assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void valuesAndBytes_arriveInTheirOrder() throws Exception {
        one.send(List.of(1, 2.5, "three"));
        one.sendBytes(new byte[] {1, 2, 3});
        one.send(null);
        one.sendBytes(new byte[0]);

        assertThat(other.receive()).isEqualTo(List.of(1, 2.5, "three"));
        assertThat(other.receiveBytes()).containsExactly(1, 2, 3);
        assertThat(other.receive()).isNull();
        assertThat(other.receiveBytes()).isEmpty();
    }

    @Test
    void messageOfAnotherKind_stays() throws Exception {
        one.sendBytes(new byte[] {7});
        one.send("text");

        assertThatIllegalStateException().isThrownBy(other::receive).withMessageContaining("receiveBytes()");
        assertThat(other.receiveBytes()).containsExactly(7);
        assertThatIllegalStateException().isThrownBy(other::receiveBytes).withMessageContaining("receive()");
        assertThat(other.receive()).isEqualTo("text");
    }

    @Test
    void messageThatDoesNotFit_stays() throws Exception {
        one.sendBytes(new byte[110]);

        assertThatThrownBy(() -> other.receiveBytes(ByteBuffer.allocate(40)))
                .isInstanceOfSatisfying(MessageTooLongException.class, e -> {
                    assertThat(e.length()).isEqualTo(110);
                    assertThat(e.room()).isEqualTo(40);
                });
        ByteBuffer large = ByteBuffer.allocate(200).position(3);
        assertThat(other.receiveBytes(large)).isEqualTo(110);
        assertThat(large.position()).isEqualTo(113);
    }

    @Test
    void largeMessages_goBothWaysAtTheSameTime() throws Exception {
        byte[] message = new byte[LARGE_BYTES];
        new Random(1).nextBytes(message);
        Future<?> sender = threads.submit(() -> sendQuietly(one, message));
        Future<?> otherSender = threads.submit(() -> sendQuietly(other, message));

        assertThat(other.receiveBytes()).isEqualTo(message);
        assertThat(one.receiveBytes()).isEqualTo(message);
        sender.get();
        otherSender.get();
    }

    private static void sendQuietly(Connection<Object> connection, byte[] message) {
        try {
            connection.sendBytes(message);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void poll_saysWhetherAWholeMessageIsThere() throws Exception {
        assertThat(other.poll()).isFalse();
        assertThat(other.poll(Duration.ofSeconds(-1))).isFalse();
        long begin = System.nanoTime();
        assertThat(other.poll(Duration.ofMillis(100))).isFalse();
        assertThat(System.nanoTime() - begin).isGreaterThanOrEqualTo(100_000_000);

        one.sendBytes(new byte[0]);
        assertThat(other.poll(Duration.ofSeconds(10))).isTrue();
        assertThat(other.poll()).isTrue();
        assertThat(other.receiveBytes()).isEmpty();
        assertThat(other.poll()).isFalse();

        Future<?> sender = threads.submit(() -> sendQuietly(one, new byte[LARGE_BYTES]));
        assertThat(other.poll(Duration.ofSeconds(30))).isTrue();
        sender.get();
        assertThat(other.receiveBytes()).hasSize(LARGE_BYTES);

        one.close();
        assertThat(other.poll(Duration.ofSeconds(10))).isTrue();
        assertThatThrownBy(other::receive).isInstanceOf(ChannelClosedException.class);
    }

    @Test
    void interruptOfReceive_losesNothing() throws Exception {
        Thread.currentThread().interrupt();
        assertThatThrownBy(other::receive).isInstanceOf(InterruptedException.class);

        Future<Object> receiving = threads.submit(() -> other.receive());
        await().until(() -> isBeingReceived(other));
        receiving.cancel(true);
        await().until(() -> !isBeingReceived(other));

        one.send(1);
        assertThat(other.receive()).isEqualTo(1);
        other.send(2);
        assertThat(one.receive()).isEqualTo(2);
    }

    /** Whoever receives has the lock, and polling finds nothing though something is there. */
    private static boolean isBeingReceived(Connection<Object> connection) {
        return ((SocketConnection<Object>) connection).isBeingReceived();
    }

    @Test
    void interruptOfSend_losesThatMessage_andNoOther() throws Exception {
        one.send("first");
        Future<?> sending = threads.submit(() -> {
            one.sendBytes(new byte[LARGE_BYTES]);
            return null;
        });
        assertThat(other.receive()).isEqualTo("first");
        await().pollDelay(Duration.ofMillis(100)).until(() -> !sending.isDone());
        sending.cancel(true);
        Future<?> next = threads.submit(() -> {
            one.send("third");
            return null;
        });

        assertThat(other.receive()).isEqualTo("third");
        next.get();
    }

    @Test
    void manySendersAndReceivers_loseNothing() throws Exception {
        int senders = 4;
        int each = 2000;
        ConcurrentLinkedQueue<Object> received = new ConcurrentLinkedQueue<>();
        List<Future<?>> all = new ArrayList<>();
        for (int s = 0; s < senders; s++) {
            int first = s * each;
            all.add(threads.submit(() -> {
                for (int i = 0; i < each; i++) {
                    one.send(first + i);
                }
                return null;
            }));
            all.add(threads.submit(() -> {
                for (int i = 0; i < each; i++) {
                    received.add(other.receive());
                }
                return null;
            }));
        }
        for (Future<?> future : all) {
            future.get();
        }
        assertThat(received)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, senders * each).boxed().toList());
    }

    @Test
    void valueThatCannotCross_failsItsSenderAlone() throws Exception {
        assertThatThrownBy(() -> one.send(Thread.currentThread())).isInstanceOf(NotTransferableException.class);
        one.send("next");
        assertThat(other.receive()).isEqualTo("next");
    }

    @Test
    void messageOverTheLimit_failsItsSenderAlone() throws Exception {
        assertThatThrownBy(() -> one.sendBytes(new byte[LARGE_BYTES + 101]))
                .isInstanceOf(LimitReachedException.class)
                .hasMessageContaining("ConnectionTerms.maxMessageBytes");
        one.send("next");
        assertThat(other.receive()).isEqualTo("next");
    }

    @Test
    void closedEnd_refusesAll_andThrowsOutWhoReceives() throws Exception {
        Future<Object> receiving = threads.submit(() -> other.receive());
        await().until(() -> isBeingReceived(other));
        other.close();
        other.close();

        assertThatThrownBy(receiving::get).hasCauseInstanceOf(ChannelClosedException.class);
        assertThat(other.isClosed()).isTrue();
        assertThatThrownBy(other::receive).isInstanceOf(ChannelClosedException.class);
        assertThatThrownBy(() -> other.send(1)).isInstanceOf(ChannelClosedException.class);
        assertThatThrownBy(other::poll).isInstanceOf(ChannelClosedException.class);
    }

    @Test
    void closedEnd_throwsOutWhoSends() throws Exception {
        Future<?> sending = threads.submit(() -> {
            one.sendBytes(new byte[LARGE_BYTES]);
            return null;
        });
        await().pollDelay(Duration.ofMillis(100)).until(() -> !sending.isDone());
        one.close();
        assertThatThrownBy(sending::get).hasCauseInstanceOf(ChannelClosedException.class);
        assertThatThrownBy(other::receive)
                .isInstanceOf(ChannelClosedException.class)
                .hasMessageContaining("Nobody is at the other end any more");
    }

    @Test
    void otherEndThatCloses_isTold_afterWhatItSent() throws Exception {
        one.send(1);
        one.send(2);
        other.send("nobody reads this");
        one.close();

        assertThat(other.receive()).isEqualTo(1);
        assertThat(other.receive()).isEqualTo(2);
        assertThatThrownBy(other::receive).isInstanceOf(ChannelClosedException.class);
        assertThatThrownBy(() -> other.send(1))
                .isInstanceOf(ChannelClosedException.class)
                .hasMessageContaining("Nothing can be sent");
    }

    @Test
    void connectionItself_cannotBePassedOn() {
        ValueWriter writer = new ValueWriter();
        assertThatThrownBy(() -> writer.write(Connection.codec(TypeCodecs.any()), one))
                .isInstanceOf(NotTransferableException.class)
                .hasMessageContaining("belongs to its process");
    }
}
