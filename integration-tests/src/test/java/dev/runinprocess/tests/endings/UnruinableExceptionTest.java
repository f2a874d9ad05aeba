package dev.runinprocess.tests.endings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.RunInProcess;
import dev.runinprocess.failure.ChildException;
import dev.runinprocess.tests.testing.LeavesNothing;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Exceptions whose own methods fail: whatever they do, the caller learns that and what the child threw. */
@ExtendWith(LeavesNothing.class)
class UnruinableExceptionTest {
    /** Cannot be made in a process without that property. */
    static final class ConstructorThrows extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ConstructorThrows(String message) {
            super(message);
            Objects.requireNonNull(System.getProperty("constructor.works"), "constructor.works");
        }
    }

    /** Cannot be asked. */
    static final class GetMessageThrows extends RuntimeException {
        private static final long serialVersionUID = 1L;

        @Override
        public String getMessage() {
            throw new IllegalStateException("no message for you");
        }
    }

    /** Cannot be asked without end. */
    static final class GetMessageOverflows extends RuntimeException {
        private static final long serialVersionUID = 1L;

        @Override
        @SuppressWarnings("InfiniteRecursion") // That is the case.
        public String getMessage() {
            return getMessage();
        }
    }

    /** Tells nothing and takes nothing. */
    static final class EverythingThrows extends RuntimeException {
        private static final long serialVersionUID = 1L;

        EverythingThrows(String message) {
            super(message);
        }

        @Override
        public synchronized Throwable getCause() {
            throw new IllegalStateException("no cause for you");
        }

        @Override
        public synchronized Throwable initCause(@Nullable Throwable cause) {
            throw new UnsupportedOperationException("no cause for me");
        }

        @Override
        public StackTraceElement[] getStackTrace() {
            throw new IllegalStateException("no frames for you");
        }

        @Override
        public void setStackTrace(StackTraceElement[] frames) {
            throw new UnsupportedOperationException("no frames for me");
        }
    }

    /** Says less than the truth. */
    static final class NullFrames extends RuntimeException {
        private static final long serialVersionUID = 1L;

        @Override
        @SuppressWarnings("NullAway") // That is the case.
        public StackTraceElement[] getStackTrace() {
            return null;
        }
    }

    @RunInProcess(jvmArgs = "-Dconstructor.works=yes")
    static void throwConstructorThrows() {
        throw new ConstructorThrows("here it works");
    }

    @RunInProcess
    static void throwGetMessageThrows() {
        throw new GetMessageThrows();
    }

    @RunInProcess
    static void throwGetMessageOverflows() {
        throw new GetMessageOverflows();
    }

    @RunInProcess
    static void throwEverythingThrows() {
        throw new EverythingThrows("but not this");
    }

    @RunInProcess
    static void throwNullFrames() {
        throw new NullFrames();
    }

    @Test
    void constructorThrows_standInArrives() throws Exception {
        Throwable thrown = Endings.thrownBy(
                ThrowConstructorThrowsLauncher.call().options(Endings.QUIET).start());

        assertThat(thrown)
                .isExactlyInstanceOf(ChildException.class)
                .hasMessage(ConstructorThrows.class.getName() + ": here it works");
        assertThat(thrown.getStackTrace()[0].getMethodName()).isEqualTo("throwConstructorThrows");
    }

    @Test
    void getMessageThrows_standInSaysSo() throws Exception {
        Throwable thrown = Endings.thrownBy(
                ThrowGetMessageThrowsLauncher.call().options(Endings.QUIET).start());

        assertThat(thrown)
                .isExactlyInstanceOf(ChildException.class)
                .hasMessage(GetMessageThrows.class.getName()
                        + ": (its getMessage() threw java.lang.IllegalStateException)");
    }

    @Test
    void getMessageOverflowsTheStack_standInSaysSo() throws Exception {
        Throwable thrown = Endings.thrownBy(
                ThrowGetMessageOverflowsLauncher.call().options(Endings.QUIET).start());

        assertThat(thrown)
                .isExactlyInstanceOf(ChildException.class)
                .hasMessage(GetMessageOverflows.class.getName()
                        + ": (its getMessage() threw java.lang.StackOverflowError)");
    }

    @Test
    void allOtherMethodsThrow_exceptionArrives() throws Exception {
        Throwable thrown = Endings.thrownBy(
                ThrowEverythingThrowsLauncher.call().options(Endings.QUIET).start());

        assertThat(thrown.getMessage()).contains("but not this");
    }

    @Test
    void stackTraceIsNull_exceptionArrives() throws Exception {
        Throwable thrown = Endings.thrownBy(
                ThrowNullFramesLauncher.call().options(Endings.QUIET).start());

        assertThat(thrown.getClass().getName() + thrown).contains("NullFrames");
    }
}
