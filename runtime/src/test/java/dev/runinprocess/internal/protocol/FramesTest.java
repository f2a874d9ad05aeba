package dev.runinprocess.internal.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runinprocess.codec.Payload;
import dev.runinprocess.failure.NotTransferableException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each frame with a body of its own crosses, and what is no such frame is refused. */
final class FramesTest {
    private static final int FUZZED_BODIES = 5_000;

    private static final Identity IDENTITY = new Identity(
            "näme\n",
            Long.MAX_VALUE,
            true,
            false,
            17,
            "main",
            3,
            2,
            16,
            300,
            "/tmp/runinprocess-3-01234567",
            "/dev/shm/runinprocess-3-89abcdef",
            new AuthKey(new byte[] {1, 2, 3}),
            List.of("a.B", "c.D$E"),
            new StartRules(true, new SpareLimits(3, 5, 7), List.of("e.F")));

    private static final SpareSecret SECRET = SpareSecret.create();

    private static byte[] bytesOf(Payload payload) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        payload.writeTo(bytes);
        return bytes.toByteArray();
    }

    @Test
    void hello_crosses() throws ProtocolException {
        HelloFrame hello = new HelloFrame(HelloFrame.CURRENT_VERSION, "f1ngerprint", "void A.b()");

        assertThat(HelloFrame.from(hello.toRaw())).isEqualTo(hello);
    }

    @Test
    void framesOfASpare_cross() throws ProtocolException {
        SpareFrame spare = SpareFrame.from(new SpareFrame(SECRET, IDENTITY, "a.BEntryPoint").toRaw());
        SpareHelloFrame hello = SpareHelloFrame.from(new SpareHelloFrame(1, spare.secret(), "problem").toRaw());
        OrderFrame order = OrderFrame.from(new OrderFrame(hello.secret(), "a.BEntryPoint", "f").toRaw());

        assertThat(order.secret().matches(SECRET)).isTrue();
        assertThat(order.secret().matches(SpareSecret.create())).isFalse();
        assertThat(spare.identity().startRules()).isEqualTo(IDENTITY.startRules());
        assertThat(spare.likelyEntryPoint()).isEqualTo("a.BEntryPoint");
        assertThat(hello.problem()).isEqualTo("problem");
        assertThat(order.entryPoint()).isEqualTo("a.BEntryPoint");
        assertThat(order.fingerprint()).isEqualTo("f");
    }

    @Test
    void hello_ofAnotherVersion_tellsThatAndNothingElse() throws ProtocolException {
        HelloFrame newer = new HelloFrame(HelloFrame.CURRENT_VERSION + 1, "f", "s");

        assertThat(HelloFrame.from(newer.toRaw())).isEqualTo(new HelloFrame(newer.version(), "", ""));
    }

    @Test
    void hello_fromAStranger_isRefused() {
        RawFrame stranger = new RawFrame(HelloFrame.TYPE, Payload.of(new byte[100]));

        assertThatThrownBy(() -> HelloFrame.from(stranger))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("no hello");
    }

    @Test
    void hello_thatIsTooShort_isRefused() {
        RawFrame brief = new RawFrame(HelloFrame.TYPE, Payload.of(new byte[3]));

        assertThatThrownBy(() -> HelloFrame.from(brief)).isInstanceOf(ProtocolException.class);
    }

    @Test
    void exit_crosses() {
        assertThat(ExitFrame.from(new ExitFrame(1).toRaw())).isEqualTo(new ExitFrame(1));
    }

    @Test
    void run_crosses() throws IOException {
        byte[] arguments = {9, 8, 7};

        RunFrame run = RunFrame.from(new RunFrame(IDENTITY, "500", Payload.of(arguments)).toRaw());

        assertThat(run.identity()).usingRecursiveComparison().isEqualTo(IDENTITY);
        assertThat(run.logLevel()).isEqualTo("500");
        assertThat(bytesOf(run.arguments())).isEqualTo(arguments);
    }

    @Test
    void run_ofAnotherType_isRefused() {
        assertThatThrownBy(() -> RunFrame.from(FarewellFrame.toRaw()))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("type=" + FarewellFrame.TYPE);
    }

    @Test
    void failure_crosses() throws ProtocolException {
        Exception thrown = new IllegalStateException("outer", new IOException((String) null));
        thrown.addSuppressed(new ArithmeticException("by the way"));
        StackTraceElement[] frames = {new StackTraceElement("a.B", "c", "B.java", 7)};
        for (Throwable each : List.of(thrown, thrown.getCause(), thrown.getSuppressed()[0])) {
            each.setStackTrace(frames);
        }
        ThrownException parts = ThrownException.of(thrown);

        assertThat(FailureFrame.from(new FailureFrame(parts).toRaw()).thrown()).isEqualTo(parts);
    }

    @Test
    void failure_thatIsItsOwnCause_isTakenApartOnce() {
        Exception a = new Exception("a");
        Exception b = new Exception("b", a);
        a.initCause(b);

        ThrownException parts = ThrownException.of(a);

        assertThat(parts.cause()).extracting(ThrownException::message).isEqualTo("b");
        assertThat(parts.cause()).extracting(ThrownException::cause).isNull();
    }

    @Test
    void failure_whoseOwnMethodsThrow_isTakenApartAllTheSame() {
        ThrownException parts = ThrownException.of(new Exception() {
            private static final long serialVersionUID = 1L;

            @Override
            public String getMessage() {
                throw new UnsupportedOperationException();
            }

            @Override
            public synchronized Throwable getCause() {
                throw new StackOverflowError();
            }
        });

        assertThat(parts.message()).contains("UnsupportedOperationException");
        assertThat(parts.cause()).isNull();
    }

    @Test
    void failure_withAThousandCauses_isCut_andCrosses() throws ProtocolException {
        Exception deep = new Exception("0");
        for (int i = 1; i < 1000; i++) {
            deep = new Exception(Integer.toString(i), deep);
        }

        ThrownException parts = FailureFrame.from(new FailureFrame(ThrownException.of(deep)).toRaw())
                .thrown();

        int causes = 0;
        for (ThrownException part = parts; part != null; part = part.cause()) {
            causes++;
        }
        assertThat(causes).isBetween(50, 200);
    }

    interface FrameReader {
        void read(RawFrame raw) throws ProtocolException;
    }

    static Stream<FramesTest.Fuzzed> fuzzed() {
        return Stream.of(
                new Fuzzed("hello", new HelloFrame(1, "fingerprint", "void A.b()").toRaw(), HelloFrame::from),
                new Fuzzed("spare", new SpareFrame(SECRET, IDENTITY, "a.BEntryPoint").toRaw(), SpareFrame::from),
                new Fuzzed("spare's hello", new SpareHelloFrame(1, SECRET, "problem").toRaw(), SpareHelloFrame::from),
                new Fuzzed("order", new OrderFrame(SECRET, "a.BEntryPoint", "f").toRaw(), OrderFrame::from),
                new Fuzzed("run", new RunFrame(IDENTITY, "", Payload.empty()).toRaw(), RunFrame::from),
                new Fuzzed(
                        "failure",
                        new FailureFrame(ThrownException.of(new Exception("x", new Error("y")))).toRaw(),
                        FailureFrame::from));
    }

    record Fuzzed(String name, RawFrame whole, FrameReader reader) {
        @Override
        public String toString() {
            return name;
        }
    }

    @ParameterizedTest
    @MethodSource("fuzzed")
    void body_thatIsDamaged_isReadOrRefused_andNothingElse(Fuzzed fuzzed) throws IOException {
        long seed = Long.getLong("test.seed", System.nanoTime());
        Random random = new Random(seed);
        byte[] whole = bytesOf(fuzzed.whole().body());
        for (int i = 0; i < FUZZED_BODIES; i++) {
            byte[] damaged = Arrays.copyOf(whole, random.nextBoolean() ? whole.length : random.nextInt(whole.length));
            for (int left = random.nextInt(4); left > 0 && damaged.length > 0; left--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            try {
                fuzzed.reader().read(new RawFrame(fuzzed.whole().type(), Payload.of(damaged)));
            } catch (ProtocolException | NotTransferableException e) {
                assertThat(e).hasMessageContaining("");
            } catch (RuntimeException | Error e) {
                throw new AssertionError(
                        "test.seed=" + seed + ", body=" + HexFormat.of().formatHex(damaged), e);
            }
        }
    }
}
