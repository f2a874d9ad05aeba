package dev.runinprocess.internal.socket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.internal.park.Deadline;
import java.nio.ByteBuffer;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages through a socket: of all sizes, and interrupted in the middle. */
final class MessageWriterTest {
    private static final int KINDS = 2;
    private static final byte VALUE = 1;
    private static final byte BYTES = 2;

    /** More than the buffers of a socket hold. */
    private static final int LARGE_BYTES = 32 << 20;

    private SocketPair pair;
    private MessageWriter writer;
    private MessageReader reader;

    @BeforeEach
    void connect() throws Exception {
        pair = SocketPair.open();
        writer = new MessageWriter(PlainWire.of(pair.one()));
        reader = new MessageReader(PlainWire.of(pair.other()), KINDS, LARGE_BYTES);
    }

    @AfterEach
    void disconnect() throws Exception {
        pair.close();
    }

    @Test
    void message_liesOnTheWireAsDrawn() throws Exception {
        byte[] message = bytes(999);
        write(VALUE, message);
        ByteBuffer wire = ByteBuffer.allocate(message.length + 12);
        pair.other().configureBlocking(true);
        while (wire.hasRemaining()) {
            assertThat(pair.other().read(wire)).isPositive();
        }
        assertThat(wire.array()).isEqualTo(SentBytes.of(VALUE, message));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_519, 65_520, 65_521, 65_522, 65_523, 65_535, 65_536, 131_072, 200_000})
    void messageOfAnySize_arrives(int length) throws Exception {
        byte[] message = bytes(length);
        write(BYTES, message);
        write(VALUE, message);

        assertThat(next().bytes()).isEqualTo(message);
        assertThat(next().bytes()).isEqualTo(message);
    }

    /** Whatever the moment: the reader lets through so many bytes before the interrupt. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_536, 1_000_000, 10_000_000})
    void interruptedMessage_isNotReceived_andTheNextOneIs(int readBefore) throws Exception {
        AtomicReference<Exception> thrown = new AtomicReference<>();
        CountDownLatch over = new CountDownLatch(1);
        Thread sender = new Thread(() -> {
            try {
                write(VALUE, new byte[LARGE_BYTES]);
            } catch (Exception e) {
                thrown.set(e);
            }
            over.countDown();
        });
        sender.start();
        PlainWire receiver = PlainWire.of(pair.other());
        MessageAssembler assembler = new MessageAssembler(KINDS, LARGE_BYTES);
        int read = 0;
        while (read < readBefore) {
            receiver.awaitReadable(Deadline.NEVER);
            ByteBuffer part = ByteBuffer.allocate(readBefore - read);
            read += receiver.read(part);
            assertThat(assembler.take(part.flip())).isNull();
        }
        sender.interrupt();
        over.await();
        assertThat(thrown.get()).isInstanceOf(InterruptedException.class);

        Thread second = new Thread(() -> {
            try {
                write(BYTES, bytes(7));
            } catch (Exception e) {
                thrown.set(e);
            }
        });
        second.start();
        Message message = null;
        while (message == null) {
            receiver.awaitReadable(Deadline.NEVER);
            ByteBuffer part = ByteBuffer.allocate(1 << 16);
            assertThat(receiver.read(part)).isNotNegative();
            message = assembler.take(part.flip());
        }
        second.join();
        assertThat(message.kind()).isEqualTo(BYTES);
        assertThat(message.bytes()).isEqualTo(bytes(7));
    }

    @Test
    void messageInterruptedBeforeItsFirstByte_leavesNothing() throws Exception {
        Thread.currentThread().interrupt();
        write(VALUE, bytes(10));
        assertThat(Thread.interrupted()).isTrue();

        assertThat(next().bytes()).isEqualTo(bytes(10));
    }

    @Test
    void readerThatIsInterruptedInsideAMessage_goesOnWhereItWas() throws Exception {
        byte[] message = bytes(5000);
        byte[] wire = SentBytes.of(VALUE, message);
        pair.one().write(ByteBuffer.wrap(wire, 0, 2000));
        for (int i = 0; i < 3; i++) {
            Thread.currentThread().interrupt();
            try {
                boolean unused = reader.await(Deadline.NEVER);
                throw new AssertionError("half a message");
            } catch (InterruptedException e) {
                assertThat(pair.other().isOpen()).isTrue();
            }
        }
        pair.one().write(ByteBuffer.wrap(wire, 2000, wire.length - 2000));

        assertThat(next().bytes()).isEqualTo(message);
    }

    @Test
    void endBetweenMessages_andInsideOne_areToldApart() throws Exception {
        write(VALUE, bytes(3));
        pair.one().write(ByteBuffer.wrap(SentBytes.of(VALUE, bytes(500)), 0, 100));
        pair.one().close();

        assertThat(next().bytes()).isEqualTo(bytes(3));
        assertThat(reader.await(Deadline.NEVER)).isTrue();
        assertThat(reader.message()).isNull();
        assertThat(reader.end()).contains("in the middle of a message: bytes=89, expected=500");
    }

    private Message next() throws Exception {
        assertThat(reader.await(Deadline.NEVER)).isTrue();
        Message message = reader.message();
        assertThat(message).isNotNull();
        reader.take();
        return message;
    }

    private void write(byte kind, byte[] message) throws Exception {
        writer.write(kind, message.length, out -> out.write(message));
    }

    private static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        new Random(count).nextBytes(bytes);
        return bytes;
    }
}
