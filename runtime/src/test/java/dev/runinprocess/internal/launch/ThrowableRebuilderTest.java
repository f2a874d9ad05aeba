package dev.runinprocess.internal.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.failure.ChildException;
import dev.runinprocess.internal.protocol.AuthKey;
import dev.runinprocess.internal.protocol.Identity;
import dev.runinprocess.internal.protocol.StartRules;
import dev.runinprocess.internal.protocol.ThrownException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which exceptions come back as themselves. */
class ThrowableRebuilderTest {
    private static final Identity CHILD = new Identity(
            "child",
            12,
            false,
            false,
            1,
            "main",
            1,
            1,
            16,
            256,
            "/session",
            "/shared",
            new AuthKey(new byte[0]),
            List.of(),
            StartRules.DEFAULT);

    /** Has nothing but a constructor without arguments, and a message all the same. */
    static final class FixedMessage extends Exception {
        private static final long serialVersionUID = 1L;

        private FixedMessage() {
            super("always the same");
        }
    }

    /** Has a message made of more than it takes back. */
    static final class Composed extends Exception {
        private static final long serialVersionUID = 1L;

        Composed(String part) {
            super("composed of " + part);
        }
    }

    /** Needs a number. */
    static final class Numbered extends Exception {
        private static final long serialVersionUID = 1L;

        Numbered(int number) {
            super("number " + number);
        }
    }

    /** Takes a cause of one kind only. */
    static final class Particular extends Exception {
        private static final long serialVersionUID = 1L;

        Particular(String message, IOException cause) {
            super(message, cause);
        }
    }

    private static Throwable roundTrip(Throwable thrown) {
        return roundTrip(ThrownException.of(thrown));
    }

    private static Throwable roundTrip(ThrownException thrown) {
        return new ThrowableRebuilder(ThrowableRebuilderTest.class.getClassLoader())
                .rebuild(thrown, CHILD, new StackTraceElement[0]);
    }

    static Stream<Throwable> restorable() {
        return Stream.of(
                new Exception(),
                new Exception("message"),
                new Exception(new IOException("only a cause")),
                new IllegalStateException("message", new IOException("cause")),
                new UncheckedIOException("message", new IOException("cause")),
                new AssertionError("message"),
                new AssertionError(42),
                new OutOfMemoryError("message"),
                new StackOverflowError(),
                new InterruptedException("message"),
                new FixedMessage(),
                new Particular("message", new IOException("cause")));
    }

    @ParameterizedTest
    @MethodSource("restorable")
    void exception_whoseConstructorRestoresIt_comesBackAsItself(Throwable thrown) {
        Throwable rebuilt = roundTrip(thrown);

        assertThat(rebuilt).isExactlyInstanceOf(thrown.getClass()).hasToString(thrown.toString());
        assertThat(String.valueOf(rebuilt.getCause())).isEqualTo(String.valueOf(thrown.getCause()));
    }

    static Stream<Throwable> notRestorable() {
        return Stream.of(new Composed("parts"), new Numbered(3));
    }

    @ParameterizedTest
    @MethodSource("notRestorable")
    void exception_thatNoConstructorRestores_hasAStandIn(Throwable thrown) {
        assertThat(roundTrip(thrown))
                .isExactlyInstanceOf(ChildException.class)
                .hasMessage(thrown.getClass().getName() + ": " + thrown.getMessage());
    }

    @Test
    void frames_ofTheChild_comeFirst() {
        Exception thrown = new Exception("message");

        StackTraceElement[] frames = roundTrip(thrown).getStackTrace();

        assertThat(frames).startsWith(thrown.getStackTrace());
        assertThat(frames[frames.length - 1].toString()).startsWith("=== child process 'child', pid 12 ===");
    }

    /** What a compromised child might send. */
    @ParameterizedTest
    @MethodSource("noExceptions")
    void className_ofNoException_makesNothingButAStandIn(String className) {
        ThrownException forged = new ThrownException(className, "message", List.of(), null, List.of());

        assertThat(roundTrip(forged)).isExactlyInstanceOf(ChildException.class);
    }

    static Stream<@Nullable String> noExceptions() {
        return Stream.of("java.lang.Runtime", "java.io.File", "no.such.Class", "", "[I", "java/lang/Exception", "int");
    }
}
