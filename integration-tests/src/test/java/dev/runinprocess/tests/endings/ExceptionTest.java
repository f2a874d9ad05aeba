package dev.runinprocess.tests.endings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.ChildProcess;
import dev.runinprocess.RunInProcess;
import dev.runinprocess.tests.testing.LeavesNothing;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LeavesNothing.class)
class ExceptionTest {
    /** The user's own, checked. */
    static final class OutOfPaperException extends Exception {
        private static final long serialVersionUID = 1L;

        OutOfPaperException(String message) {
            super(message);
        }
    }

    @RunInProcess
    static void throwOutOfPaper() throws OutOfPaperException {
        throw new OutOfPaperException("tray 2");
    }

    @RunInProcess
    static void throwWithoutMessage() {
        throw new UnsupportedOperationException();
    }

    @Test
    void exceptionOfOwnClass_arrivesAsThatClass() throws Exception {
        ChildProcess<Void> child =
                ThrowOutOfPaperLauncher.call().options(Endings.QUIET).start();

        assertThat(Endings.thrownBy(child))
                .isExactlyInstanceOf(OutOfPaperException.class)
                .hasMessage("tray 2");
        assertThat(child.capturedStderr().orElseThrow()).contains("OutOfPaperException: tray 2");
    }

    @Test
    void exceptionWithoutMessage_arrivesWithoutOne() throws Exception {
        ChildProcess<Void> child =
                ThrowWithoutMessageLauncher.call().options(Endings.QUIET).start();

        assertThat(Endings.thrownBy(child))
                .isExactlyInstanceOf(UnsupportedOperationException.class)
                .hasMessage(null);
    }

    @Test
    void stackTrace_goesOnFromTheChildToTheCaller() throws Exception {
        ChildProcess<Void> child =
                ThrowOutOfPaperLauncher.call().options(Endings.QUIET).start();

        StackTraceElement[] frames = Endings.thrownBy(child).getStackTrace();

        assertThat(frames[0].getMethodName()).isEqualTo("throwOutOfPaper");
        int divider = indexOf(frames, "=== child process '" + child.name() + "', pid " + child.pid());
        assertThat(frames[divider].toString())
                .contains("started by process", "pid " + ProcessHandle.current().pid());
        assertThat(frames[divider + 1].getMethodName()).isEqualTo("stackTrace_goesOnFromTheChildToTheCaller");
    }

    private static int indexOf(StackTraceElement[] frames, String start) {
        for (int i = 0; i < frames.length; i++) {
            if (frames[i].toString().startsWith(start)) {
                return i;
            }
        }
        throw new AssertionError("no frame starts with " + start + ": " + Arrays.toString(frames));
    }

    @Test
    void invoke_throwsWhatTheMethodDeclares() {
        assertThat(org.assertj.core.api.Assertions.catchThrowable(ThrowOutOfPaperLauncher::invoke))
                .isExactlyInstanceOf(OutOfPaperException.class);
    }
}
