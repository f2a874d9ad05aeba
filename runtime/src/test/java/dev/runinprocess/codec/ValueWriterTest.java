package dev.runinprocess.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.runinprocess.failure.NotTransferableException;
import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class ValueWriterTest {
    @Test
    void numbers_areLittleEndian() {
        ValueWriter out = new ValueWriter();
        out.writeShort(0x0102);
        out.writeInt(0x03040506);
        out.writeLong(0x0708090A0B0C0D0EL);
        out.writeChar('\u1112');
        out.writeLength(300);

        assertThat(Crossing.bytes(out.toPayload()))
                .containsExactly(
                        2, 1, 6, 5, 4, 3, 0x0E, 0x0D, 0x0C, 0x0B, 0x0A, 9, 8, 7, 0x12, 0x11, 0b1010_1100, 0b10);
    }

    @RepeatedTest(20)
    void primitives_crossInAnyOrder_cutAnywhere() {
        long seed = Seed.pick();
        Random values = new Random(seed);
        Random again = new Random(seed);
        ValueWriter out = new ValueWriter();
        int count = 20_000;
        for (int i = 0; i < count; i++) {
            write(out, values);
        }

        ValueReader in = new ValueReader(Crossing.cut(Crossing.bytes(out.toPayload()), new Random(seed)));
        for (int i = 0; i < count; i++) {
            check(in, again, seed);
        }
        assertThat(in.remaining()).isZero();
    }

    private static void write(ValueWriter out, Random random) {
        int kind = random.nextInt(9);
        long value = RandomValues.nextLong(random);
        switch (kind) {
            case 0 -> out.writeBoolean((value & 1) == 1);
            case 1 -> out.writeByte((int) value);
            case 2 -> out.writeShort((int) value);
            case 3 -> out.writeChar((char) value);
            case 4 -> out.writeInt((int) value);
            case 5 -> out.writeLong(value);
            case 6 -> out.writeFloat(Float.intBitsToFloat((int) value));
            case 7 -> out.writeDouble(Double.longBitsToDouble(value));
            default -> out.writeOrdinal((int) value & 0x3FFF_FFFF);
        }
    }

    private static void check(ValueReader in, Random random, long seed) {
        int kind = random.nextInt(9);
        long value = RandomValues.nextLong(random);
        long arrived = switch (kind) {
            case 0 -> in.readBoolean() == ((value & 1) == 1) ? value : ~value;
            case 1 -> in.readByte() == (byte) value ? value : ~value;
            case 2 -> in.readShort() == (short) value ? value : ~value;
            case 3 -> in.readChar() == (char) value ? value : ~value;
            case 4 -> in.readInt() == (int) value ? value : ~value;
            case 5 -> in.readLong();
            case 6 -> Float.floatToRawIntBits(in.readFloat()) == (int) value ? value : ~value;
            case 7 -> Double.doubleToRawLongBits(in.readDouble());
            default -> in.readOrdinal(0x4000_0000) == ((int) value & 0x3FFF_FFFF) ? value : ~value;
        };
        assertThat(arrived).as("kind %d, test.seed=%d", kind, seed).isEqualTo(value);
    }

    @Test
    void payload_isUntouchedByWhatIsWrittenLater() {
        ValueWriter out = new ValueWriter();
        out.writeInt(1);
        Payload payload = out.toPayload();
        out.writeInt(2);

        assertThat(payload.length()).isEqualTo(4);
        assertThat(Crossing.bytes(payload)).containsExactly(1, 0, 0, 0);
        assertThat(out.toPayload().length()).isEqualTo(8);
    }

    @Test
    void negativeLengthOrOrdinal_isRefused() {
        ValueWriter out = new ValueWriter();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> out.writeLength(-1))
                .withMessageContaining("length=-1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> out.writeOrdinal(-1))
                .withMessageContaining("ordinal=-1");
    }

    @Test
    void lengthBeyondTheEnd_isRefused() {
        ValueWriter out = new ValueWriter();
        out.writeLength(3);
        out.writeBytes(new byte[2], 0, 2);

        assertThatExceptionOfType(NotTransferableException.class)
                .isThrownBy(() -> new ValueReader(out.toPayload()).readLength())
                .withMessageContaining("length=3")
                .withMessageContaining("left=2");
    }

    @Test
    void ordinalBeyondTheAlternatives_isRefused() {
        ValueWriter out = new ValueWriter();
        out.writeOrdinal(2);

        assertThatExceptionOfType(NotTransferableException.class)
                .isThrownBy(() -> new ValueReader(out.toPayload()).readOrdinal(2))
                .withMessageContaining("ordinal=2");
        assertThat(new ValueReader(out.toPayload()).readOrdinal(3)).isEqualTo(2);
    }

    @Test
    void messageThatEnds_isRefused() {
        assertThatExceptionOfType(NotTransferableException.class)
                .isThrownBy(() -> new ValueReader(Payload.of(new byte[7])).readLong())
                .withMessageContaining("end in the middle");
    }

    @Test
    void lendingWriter_writesTheSameBytes_messageAfterMessage() {
        ValueWriter lending = ValueWriter.lending();
        for (int length : new int[] {0, 1, 300, 4095, 4096, 5000, 300_000, 20, 4096}) {
            byte[] array = new byte[length];
            new Random(length).nextBytes(array);
            byte[] lent = bytes(lending, array);

            assertThat(lent).isEqualTo(bytes(new ValueWriter(), array));
            lending.clear();
        }
    }

    private static byte[] bytes(ValueWriter out, byte[] array) {
        out.writeInt(7);
        out.write(Codecs.byteArray(), array);
        out.write(Codecs.byteArray(), array);
        out.writeLong(8);
        ByteBuffer copy = ByteBuffer.allocate((int) out.length());
        out.copyTo(copy, 0);
        assertThat(Crossing.bytes(out.toPayload())).isEqualTo(copy.array());
        return copy.array();
    }

    @Test
    void clearedWriter_needsNoSecondChunkForAMessageLikeTheLast() {
        ValueWriter out = new ValueWriter();
        out.write(Codecs.byteArray(), new byte[1000]);
        out.clear();
        byte[] chunk = out.chunk();
        out.write(Codecs.byteArray(), new byte[1000]);

        assertThat(out.chunk()).isSameAs(chunk);
    }

    @Test
    void remainderOfAnArray_isACopy() {
        byte[] bytes = {1, 2, 3};
        ValueReader in = new ValueReader(bytes, 3);
        in.readByte();
        Payload rest = in.remainder();
        bytes[2] = 9;

        assertThat(Crossing.bytes(rest)).containsExactly(2, 3);
    }
}
