package dev.runinprocess.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runinprocess.codec.Payload;
import dev.runinprocess.internal.protocol.ProtocolException;
import dev.runinprocess.internal.protocol.RawFrame;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class FrameTest {
    private static final int FUZZED_STREAMS = 20_000;

    private static byte[] written(RawFrame... frames) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        FrameOutput output = new FrameOutput(bytes);
        for (RawFrame frame : frames) {
            output.write(frame);
        }
        return bytes.toByteArray();
    }

    private static FrameInput reading(byte[] bytes) {
        return new FrameInput(new ByteArrayInputStream(bytes));
    }

    /** The next frame, which is there. */
    private static RawFrame next(FrameInput input) throws IOException {
        return Objects.requireNonNull(input.read());
    }

    private static byte[] bytesOf(Payload payload) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        payload.writeTo(bytes);
        return bytes.toByteArray();
    }

    private static byte[] random(int length, long seed) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 9, 4095, 4096, 4097, 65_535, 65_536, 65_537, 1_000_000, 20_000_000})
    void frame_ofAnySize_crosses(int length) throws IOException {
        byte[] body = random(length, length);

        FrameInput input = reading(written(new RawFrame((byte) 7, Payload.of(body))));

        RawFrame read = next(input);
        assertThat(read.type()).isEqualTo((byte) 7);
        assertThat(bytesOf(read.body())).isEqualTo(body);
        assertThat(input.read()).isNull();
    }

    @ParameterizedTest
    @ValueSource(bytes = {Byte.MIN_VALUE, -1, 0, 1, Byte.MAX_VALUE})
    void type_ofAnyValue_crosses(byte type) throws IOException {
        assertThat(next(reading(written(new RawFrame(type, Payload.empty())))).type())
                .isEqualTo(type);
    }

    @Test
    void frames_inARow_comeInOrder() throws IOException {
        FrameInput input = reading(written(
                new RawFrame((byte) 1, Payload.of(random(10, 1))),
                new RawFrame((byte) 2, Payload.empty()),
                new RawFrame((byte) 3, Payload.of(random(5000, 3)))));

        assertThat(next(input).type()).isEqualTo((byte) 1);
        assertThat(next(input).type()).isEqualTo((byte) 2);
        assertThat(next(input).type()).isEqualTo((byte) 3);
        assertThat(input.read()).isNull();
    }

    @Test
    void smallFrame_isOneWrite() throws IOException {
        List<Integer> writes = new ArrayList<>();
        FrameOutput output = new FrameOutput(new ByteArrayOutputStream() {
            @Override
            public synchronized void write(byte[] b, int off, int len) {
                writes.add(len);
            }
        });

        output.write(new RawFrame((byte) 1, Payload.of(new byte[100])));

        assertThat(writes).containsExactly(RawFrame.HEADER_BYTES + 100);
    }

    @Test
    void link_thatEndsBetweenFrames_isAnEnd_andInsideOne_isAFailure() throws IOException {
        byte[] whole = written(new RawFrame((byte) 1, Payload.of(random(50, 1))));
        assertThat(reading(new byte[0]).read()).isNull();
        for (int length = 1; length < whole.length; length++) {
            FrameInput cut = reading(Arrays.copyOf(whole, length));
            assertThatThrownBy(cut::read).as("after %d bytes", length).isInstanceOf(EOFException.class);
        }
    }

    @Test
    void length_belowZero_isRefused() {
        byte[] header = {1, 0, 0, 0, 0, 0, 0, 0, (byte) 0x80};

        assertThatThrownBy(() -> reading(header).read())
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("length=" + Long.MIN_VALUE);
    }

    /** As long as it claims to be it would need more memory than there is, so it must be allocated as it comes. */
    @ParameterizedTest
    @ValueSource(longs = {Integer.MAX_VALUE, 1L << 40, Long.MAX_VALUE})
    void length_thatIsForged_costsOnlyWhatComes(long length) {
        byte[] bytes = new byte[RawFrame.HEADER_BYTES + 1000];
        for (int i = 0; i < Long.BYTES; i++) {
            bytes[1 + i] = (byte) (length >>> (Byte.SIZE * i));
        }

        assertThatThrownBy(() -> reading(bytes).read()).isInstanceOf(EOFException.class);
    }

    @Test
    void bytes_thatAreRandom_areFramesOrRefused_andNothingElse() throws IOException {
        long seed = Long.getLong("test.seed", System.nanoTime());
        Random random = new Random(seed);
        for (int i = 0; i < FUZZED_STREAMS; i++) {
            byte[] bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            if (bytes.length > RawFrame.HEADER_BYTES && random.nextBoolean()) {
                // Otherwise no length would ever be small.
                Arrays.fill(bytes, 2, RawFrame.HEADER_BYTES, (byte) 0);
            }
            readAll(new FrameInput(inPieces(bytes, random)), bytes.length, seed);
        }
    }

    private static void readAll(FrameInput input, int length, long seed) {
        int frames = 0;
        try {
            while (input.read() != null) {
                frames++;
            }
        } catch (IOException e) {
            assertThat(e).as("test.seed=%d", seed).isInstanceOfAny(EOFException.class, ProtocolException.class);
        }
        assertThat(frames * RawFrame.HEADER_BYTES).as("test.seed=%d", seed).isLessThanOrEqualTo(length);
    }

    /** As a pipe gives them: fewer than were asked for. */
    private static InputStream inPieces(byte[] bytes, Random random) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] b, int off, int len) {
                return super.read(b, off, len == 0 ? 0 : 1 + random.nextInt(len));
            }
        };
    }

    @Test
    void frames_writtenByManyThreads_stayWhole() throws IOException {
        PipedInputStream pipe = new PipedInputStream(1000);
        FrameOutput output = new FrameOutput(new PipedOutputStream(pipe));
        List<CompletableFuture<Void>> writers = new ArrayList<>();
        for (int writer = 0; writer < 4; writer++) {
            byte type = (byte) writer;
            writers.add(CompletableFuture.runAsync(() -> writeFifty(output, type)));
        }
        FrameInput input = new FrameInput(pipe);

        int[] seen = new int[4];
        for (int i = 0; i < 200; i++) {
            RawFrame frame = next(input);
            byte[] body = bytesOf(frame.body());
            for (byte b : body) {
                assertThat(b).isEqualTo(frame.type());
            }
            assertThat(body).hasSize(100 * seen[frame.type()]++);
        }
        writers.forEach(CompletableFuture::join);
    }

    private static void writeFifty(FrameOutput output, byte type) {
        try {
            for (int i = 0; i < 50; i++) {
                byte[] body = new byte[100 * i];
                Arrays.fill(body, type);
                output.write(new RawFrame(type, Payload.of(body)));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
