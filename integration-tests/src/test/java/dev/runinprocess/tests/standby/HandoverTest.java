package dev.runinprocess.tests.standby;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.ChildProcess;
import dev.runinprocess.ProcessOptions;
import dev.runinprocess.Processes;
import dev.runinprocess.tests.testing.LeavesNothing;
import dev.runinprocess.tests.testing.Signals;
import dev.runinprocess.tests.testing.Spares;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a JVM that was started ahead is sent before it has accepted. */
@ExtendWith(LeavesNothing.class)
final class HandoverTest {
    private static final int SPARES = 2;

    /** Their names are more than a pipe holds. */
    private static final int MANY = 5000;

    private final Spares spares = new Spares();

    @AfterEach
    void preloadNothing() {
        Processes.preload(List.of());
    }

    @Test
    void taskLargerThanThePipe_isNotWrittenToASpareThatIsStopped() throws Exception {
        Processes.preload(Collections.nCopies(MANY, "java.lang.String"));
        increment(spares.options()).join();
        spares.await(SPARES).forEach(pid -> Signals.send("STOP", pid));

        ChildProcess<Integer> child = increment(spares.options());

        assertThat(child.get()).isEqualTo(2);
        child.join();
    }

    private static ChildProcess<Integer> increment(ProcessOptions options) {
        return IncrementLauncher.call(1).options(options).start();
    }
}
