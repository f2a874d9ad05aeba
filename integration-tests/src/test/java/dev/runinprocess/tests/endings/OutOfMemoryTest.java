package dev.runinprocess.tests.endings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.ProcessOptions;
import dev.runinprocess.RunInProcess;
import dev.runinprocess.failure.ChildDiedException;
import dev.runinprocess.tests.testing.LeavesNothing;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LeavesNothing.class)
class OutOfMemoryTest {
    private static final ProcessOptions SMALL = Endings.QUIET.maxHeap("24m");

    @RunInProcess
    static int hoard() {
        List<byte[]> hoard = new ArrayList<>();
        while (hoard.size() < Integer.MAX_VALUE) {
            hoard.add(new byte[1 << 20]);
        }
        return hoard.size();
    }

    @RunInProcess
    static void exitAsTheJvmDoes() {
        System.exit(3);
    }

    @RunInProcess
    static void haltAsTheJvmDoes() {
        Runtime.getRuntime().halt(3);
    }

    @Test
    void outOfMemoryError_isAnExceptionLikeAnyOther() throws Exception {
        Throwable thrown = Endings.thrownBy(HoardLauncher.call().options(SMALL).start());

        assertThat(thrown).isExactlyInstanceOf(OutOfMemoryError.class).hasMessageContaining("Java heap space");
    }

    @Test
    void exitOnOutOfMemoryError_isADeathThatSaysSo() throws Exception {
        ChildDiedException died = Endings.deathOf(HoardLauncher.call()
                .options(SMALL.jvmArgs("-XX:+ExitOnOutOfMemoryError"))
                .start());

        assertThat(died.exitCode()).isEqualTo(3);
        assertThat(died.report().ranOutOfMemory()).isTrue();
        assertThat(died.report().exitedItself()).isFalse();
        assertThat(died.stderr()).containsExactly("Terminating due to java.lang.OutOfMemoryError: Java heap space");
        assertThat(died).hasMessageContaining("ran out of memory");
    }

    @Test
    void exitOrHaltWithTheSameCode_isToldApart() throws Exception {
        ChildDiedException exited = Endings.deathOf(
                ExitAsTheJvmDoesLauncher.call().options(Endings.QUIET).start());
        ChildDiedException halted = Endings.deathOf(
                HaltAsTheJvmDoesLauncher.call().options(Endings.QUIET).start());

        assertThat(exited.exitCode()).isEqualTo(3);
        assertThat(exited.report().ranOutOfMemory()).isFalse();
        assertThat(exited.report().exitedItself()).isTrue();
        assertThat(halted.exitCode()).isEqualTo(3);
        assertThat(halted.report().ranOutOfMemory()).isFalse();
        assertThat(halted.report().exitedItself()).isFalse();
    }
}
