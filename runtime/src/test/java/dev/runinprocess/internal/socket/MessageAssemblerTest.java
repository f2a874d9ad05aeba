package dev.runinprocess.internal.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runinprocess.internal.protocol.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Messages put together from bytes: right ones, cut anywhere, and wrong ones. */
final class MessageAssemblerTest {
    private static final int KINDS = 2;
    private static final int LIMIT = 1 << 20;
    private static final byte VALUE = 1;
    private static final byte BYTES = 2;

    private final MessageAssembler assembler = new MessageAssembler(KINDS, LIMIT);

    @Test
    void messages_cutAnywhere_arriveWhole() throws Exception {
        byte[] wire = concat(
                SentBytes.of(VALUE, bytes(300)),
                SentBytes.of(BYTES, bytes(0)),
                SentBytes.of(BYTES, bytes(1)),
                SentBytes.of(VALUE, bytes(20)));
        for (int step = 1; step <= wire.length; step++) {
            List<Message> messages = new ArrayList<>();
            for (int at = 0; at < wire.length; at += step) {
                ByteBuffer part = ByteBuffer.wrap(wire, at, Math.min(step, wire.length - at));
                for (Message next = assembler.take(part); next != null; next = assembler.take(part)) {
                    messages.add(next);
                }
            }
            assertThat(messages).extracting(Message::kind).containsExactly(VALUE, BYTES, BYTES, VALUE);
            assertThat(messages).extracting(Message::bytes).containsExactly(bytes(300), bytes(0), bytes(1), bytes(20));
            assertThat(assembler.isInside()).isFalse();
        }
    }

    @Test
    void messageThatWasDropped_isForgotten_whereverItEnded() throws Exception {
        byte[] next = SentBytes.of(BYTES, bytes(5));
        byte[] atItsMark = SentBytes.of(VALUE, bytes(300));
        atItsMark[atItsMark.length - 1] = MessageLayout.DROPPED;
        ByteBuffer betweenSegments = header(VALUE, 300)
                .putShort((short) 2)
                .put(bytes(2))
                .putShort((short) 0)
                .flip();
        byte[] wire = concat(atItsMark, bytesOf(betweenSegments), next);

        Message message = assembler.take(ByteBuffer.wrap(wire));

        assertThat(message).isNotNull();
        assertThat(message.bytes()).isEqualTo(bytes(5));
    }

    @Test
    void hugeLength_isRefused_beforeAnythingOfItCame() {
        assertRefused(header(VALUE, LIMIT + 1L), "longer than is taken here", "length=" + (LIMIT + 1));
        assertRefused(header(VALUE, -1), "longer than is taken here", "length=18446744073709551615");
        assertRefused(header(VALUE, Long.MAX_VALUE), "longer than is taken here");
    }

    @Test
    void nonsense_isRefused() {
        assertRefused(header((byte) 0, 1), "kind=0");
        assertRefused(header((byte) 3, 1), "kind=3");
        assertRefused(header((byte) -1, 1), "kind=-1");
        assertRefused(header(VALUE, 1).putShort((short) 2), "size=2, left=1");
        assertRefused(header(VALUE, 0).put((byte) 7), "mark=7");
    }

    private static void assertRefused(ByteBuffer wire, String... words) {
        MessageAssembler fresh = new MessageAssembler(KINDS, LIMIT);
        assertThatThrownBy(() -> fresh.take(wire.flip()))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContainingAll(words);
    }

    @Test
    void lengthThatLies_takesNoMemory() throws Exception {
        MessageAssembler large = new MessageAssembler(KINDS, MessageLayout.LONGEST_MESSAGE_BYTES);
        ByteBuffer wire = header(VALUE, MessageLayout.LONGEST_MESSAGE_BYTES)
                .putShort((short) 10)
                .put(bytes(10));

        assertThat(large.take(wire.flip())).isNull();

        assertThat(large.memoryBytes()).isLessThanOrEqualTo(4096);
    }

    @Test
    void mutatedMessages_giveTheDocumentedExceptionOrMessages_andNeverMoreMemoryThanBytesCame() {
        fuzz(100_000, 20261122);
    }

    /** All mutations; run with {@code mvn -Pstress -pl runtime test -Dtest=MessageAssemblerTest}. */
    @Test
    @Tag("stress")
    void tenMillionMutations_giveTheDocumentedExceptionOrMessages() {
        fuzz(10_000_000, System.nanoTime());
    }

    private static void fuzz(int mutations, long seed) {
        Random random = new Random(seed);
        int refused = 0;
        int whole = 0;
        for (int i = 0; i < mutations; i++) {
            byte[] wire = mutant(random);
            MessageAssembler fresh = new MessageAssembler(KINDS, LIMIT);
            int taken = 0;
            try {
                for (int at = 0; at < wire.length; ) {
                    int count = Math.min(1 + random.nextInt(wire.length), wire.length - at);
                    ByteBuffer part = ByteBuffer.wrap(wire, at, count);
                    at += count;
                    while (part.hasRemaining()) {
                        Message message = fresh.take(part);
                        whole += message == null ? 0 : 1;
                    }
                    taken = at;
                    if (fresh.memoryBytes() > 4096 + 2 * taken) {
                        throw new AssertionError("more memory than bytes: seed=" + seed + ", mutation=" + i);
                    }
                }
            } catch (ProtocolException e) {
                refused++;
            } catch (RuntimeException | Error e) {
                throw new AssertionError("seed=" + seed + ", mutation=" + i, e);
            }
        }
        assertThat(refused).as("refused of %d, seed %d", mutations, seed).isPositive();
        assertThat(whole).as("messages of %d, seed %d", mutations, seed).isPositive();
    }

    /** Some messages, of which a few bytes were changed, cut out or doubled. */
    private static byte[] mutant(Random random) {
        byte[] wire = concat(
                SentBytes.of(random.nextBoolean() ? VALUE : BYTES, bytes(length(random))),
                SentBytes.of(VALUE, bytes(length(random))));
        int changes = random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(wire.length);
            switch (random.nextInt(4)) {
                case 0 -> wire[at] = (byte) random.nextInt();
                case 1 -> wire[at] ^= (byte) (1 << random.nextInt(Byte.SIZE));
                case 2 ->
                    wire = concat(
                            part(wire, 0, at), part(wire, Math.min(wire.length, at + 1), wire.length), new byte[1]);
                default -> wire = concat(part(wire, 0, at), part(wire, at / 2, wire.length));
            }
        }
        return wire;
    }

    private static int length(Random random) {
        return random.nextInt(random.nextInt(64) == 0 ? 20_000 : 40);
    }

    private static byte[] part(byte[] bytes, int from, int to) {
        return Arrays.copyOfRange(bytes, from, to);
    }

    private static ByteBuffer header(byte kind, long length) {
        return ByteBuffer.allocate(100).order(ByteOrder.LITTLE_ENDIAN).put(kind).putLong(length);
    }

    private static byte[] bytesOf(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }

    private static byte[] concat(byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        ByteBuffer all = ByteBuffer.allocate(length);
        for (byte[] part : parts) {
            all.put(part);
        }
        return all.array();
    }

    private static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            bytes[i] = (byte) i;
        }
        return bytes;
    }
}
