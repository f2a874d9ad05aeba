package dev.runinprocess.tests.endings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.ChildProcess;
import dev.runinprocess.RunInProcess;
import dev.runinprocess.failure.ChildDiedException;
import dev.runinprocess.tests.testing.Await;
import dev.runinprocess.tests.testing.LeavesNothing;
import dev.runinprocess.tests.testing.Signals;
import dev.runinprocess.tests.testing.Stage;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(LeavesNothing.class)
class SignalTest {
    @RunInProcess
    static String waitForSignal(Path marker) throws InterruptedException {
        System.err.println("last words");
        Stage.reachAndStay(marker);
        return "never";
    }

    @ParameterizedTest
    @CsvSource({"TERM, 15, true", "KILL, 9, false", "ALRM, 14, false"})
    void signalInTheTask_isADeathByThatSignal(String signal, int number, boolean inOrder, @TempDir Path directory)
            throws Exception {
        Path marker = directory.resolve("running");
        ChildProcess<String> child =
                WaitForSignalLauncher.call(marker).options(Endings.QUIET).start();
        Await.file(marker);

        Signals.send(signal, child.pid());
        ChildDiedException died = Endings.deathOf(child);

        assertThat(died.signal()).hasValue(number);
        assertThat(died.exitCode()).isEqualTo(128 + number);
        assertThat(died.report().exitedItself()).isEqualTo(inOrder);
        assertThat(died.stderr()).containsExactly("last words");
        assertThat(died)
                .hasMessageContaining("was ended by signal " + number + " (SIG" + signal + ") before it returned");
    }
}
