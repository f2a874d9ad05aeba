package dev.runinprocess.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PayloadTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 3_000_000})
    void bytes_throughStreams_areTheSame(int length) throws IOException {
        byte[] sent = bytes(length);

        Payload arrived = Payload.read(new Trickle(sent), length);

        assertThat(arrived.length()).isEqualTo(length);
        assertThat(Crossing.bytes(arrived)).isEqualTo(sent);
    }

    @Test
    void read_takesNoByteBeyondTheLength() throws IOException {
        InputStream in = new ByteArrayInputStream(new byte[] {1, 2, 3});

        Payload.read(in, 2);

        assertThat(in.read()).isEqualTo(3);
    }

    @Test
    void lengthThatLies_allocatesLittle_andEndsInEndOfFile() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        InputStream in = new ByteArrayInputStream(new byte[100]);
        long before = threads.getCurrentThreadAllocatedBytes();

        assertThatExceptionOfType(EOFException.class)
                .isThrownBy(() -> Payload.read(in, Long.MAX_VALUE))
                .withMessageContaining("bytes=100");

        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(1_000_000);
    }

    @Test
    void negativeLength_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Payload.read(InputStream.nullInputStream(), -1));
    }

    @Test
    void payload_ofBytesThatChangeLater_keepsThem() {
        byte[] bytes = {1, 2};
        Payload payload = Payload.of(bytes);
        bytes[0] = 9;

        assertThat(Crossing.bytes(payload)).containsExactly(1, 2);
    }

    @Test
    void payloads_joined_areOneAfterTheOther() {
        Payload joined = Payload.of(new byte[] {1}).concat(Payload.empty()).concat(Payload.of(new byte[] {2, 3}));

        assertThat(joined.length()).isEqualTo(3);
        assertThat(Crossing.bytes(joined)).containsExactly(1, 2, 3);
    }

    @Test
    void remainder_isWhatWasNotRead_andMovesNothing() {
        Payload payload = Crossing.cut(new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9}, new Random(1));
        ValueReader in = new ValueReader(payload);
        in.readInt();

        assertThat(Crossing.bytes(in.remainder())).containsExactly(5, 6, 7, 8, 9);
        assertThat(in.remaining()).isEqualTo(5);
        assertThat(in.readByte()).isEqualTo((byte) 5);
    }

    @Test
    @Tag("stress") // mvn -Pstress -pl runtime test -Dtest=PayloadTest; takes 5 GB of heap
    void valueOfMoreThanTwoGibibytes_crosses() {
        byte[] part = bytes(1 << 29);
        ValueWriter out = new ValueWriter();
        for (int i = 0; i < 5; i++) {
            out.write(Codecs.byteArray(), part);
        }

        Payload payload = out.toPayload();
        ValueReader in = new ValueReader(payload);

        assertThat(payload.length()).isGreaterThan(5L << 29);
        assertThat(in.remaining()).isEqualTo(payload.length());
        for (int i = 0; i < 5; i++) {
            assertThat(in.read(Codecs.byteArray())).isEqualTo(part);
        }
        assertThat(in.remaining()).isZero();
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    /** A pipe that brings its bytes in portions of any size. */
    private static final class Trickle extends FilterInputStream {
        private final Random random = new Random(1);

        Trickle(byte[] bytes) {
            super(new ByteArrayInputStream(bytes));
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return super.read(bytes, offset, Math.min(length, 1 + random.nextInt(40_000)));
        }
    }
}
