package dev.runinprocess.tests.endings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.RunInProcess;
import dev.runinprocess.failure.ChildDiedException;
import dev.runinprocess.tests.testing.LeavesNothing;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(LeavesNothing.class)
class ExitTest {
    @RunInProcess
    static int exit(int code) {
        System.err.println("leaving");
        System.exit(code);
        return code;
    }

    /** 137 and 139 are what signals look like, and no signal was sent. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 137, 139, 255})
    void exitInTheTask_isADeathWithThatCode(int code) throws Exception {
        ChildDiedException died =
                Endings.deathOf(ExitLauncher.call(code).options(Endings.QUIET).start());

        assertThat(died.exitCode()).isEqualTo(code);
        assertThat(died.report().exitedItself()).isTrue();
        assertThat(died.signal()).isEmpty();
        assertThat(died.task()).isEqualTo("ExitTest.exit");
        assertThat(died.stderr()).containsExactly("leaving");
        assertThat(died.crashLog()).isEmpty();
        assertThat(died).hasMessageContaining("exited by itself before it returned a result");
    }
}
