package dev.runinprocess.tests.endings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.RunInProcess;
import dev.runinprocess.failure.ChildDiedException;
import dev.runinprocess.tests.testing.LeavesNothing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LeavesNothing.class)
class HaltTest {
    @RunInProcess
    static void halt(int code) {
        Runtime.getRuntime().halt(code);
    }

    @Test
    void haltInTheTask_isADeathWithThatCode_andNoOrderlyExit() throws Exception {
        ChildDiedException died =
                Endings.deathOf(HaltLauncher.call(5).options(Endings.QUIET).start());

        assertThat(died.exitCode()).isEqualTo(5);
        assertThat(died.report().exitedItself()).isFalse();
        assertThat(died.signal()).isEmpty();
        assertThat(died).hasMessageContaining("ended before it returned a result");
    }
}
