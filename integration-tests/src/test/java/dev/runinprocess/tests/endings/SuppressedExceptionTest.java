package dev.runinprocess.tests.endings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.RunInProcess;
import dev.runinprocess.tests.testing.LeavesNothing;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LeavesNothing.class)
class SuppressedExceptionTest {
    /** Does not close. */
    static final class Stuck implements AutoCloseable {
        private final String name;

        Stuck(String name) {
            this.name = name;
        }

        void throwInUse() throws IOException {
            throw new IOException("using " + name);
        }

        @Override
        public void close() {
            throw new IllegalStateException("closing " + name, new Exception("rust"));
        }
    }

    @RunInProcess
    static void throwWithSuppressed() throws IOException {
        try (Stuck door = new Stuck("door");
                Stuck window = new Stuck("window")) {
            window.throwInUse();
            door.throwInUse();
        }
    }

    @Test
    void suppressedExceptions_arriveInOrder_withTheirCauses() throws Exception {
        Throwable thrown = Endings.thrownBy(
                ThrowWithSuppressedLauncher.call().options(Endings.QUIET).start());

        assertThat(thrown).isExactlyInstanceOf(IOException.class).hasMessage("using window");
        Throwable[] suppressed = thrown.getSuppressed();
        assertThat(suppressed).extracting(Throwable::getMessage).containsExactly("closing window", "closing door");
        assertThat(suppressed[0]).isExactlyInstanceOf(IllegalStateException.class);
        assertThat(suppressed[0].getCause())
                .isExactlyInstanceOf(Exception.class)
                .hasMessage("rust");
    }
}
