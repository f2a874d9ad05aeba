package dev.runinprocess.tests.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runinprocess.ChildProcess;
import dev.runinprocess.RunInProcess;
import dev.runinprocess.tests.testing.LeavesNothing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@code run()}: the method in this process and on this thread. */
@ExtendWith(LeavesNothing.class)
class RunHereTest {
    @RunInProcess
    static String whereAmI() {
        return ProcessHandle.current().pid() + " " + Thread.currentThread().getName();
    }

    @Test
    void run_callsTheMethodOnThisThread() throws Exception {
        assertThat(WhereAmILauncher.process().run()).isEqualTo(whereAmI());
    }

    @Test
    void run_throwsWhatTheMethodThrows() {
        assertThatThrownBy(() -> FailLauncher.process("here").run())
                .isExactlyInstanceOf(IllegalAccessException.class)
                .hasMessage("here");
    }

    @Test
    void run_doesNotStart() throws Exception {
        ChildProcess<String> process = EchoLauncher.process("twice");

        assertThat(process.run()).isEqualTo("twice");
        assertThat(process.isAlive()).isFalse();
        assertThat(process.run()).isEqualTo("twice");
        assertThat(process.start().get()).isEqualTo("twice");
        process.join();
    }

    @Test
    void run_afterTheStart_isRefused() throws Exception {
        ChildProcess<String> child = EchoLauncher.start("x");

        assertThatThrownBy(child::run)
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessageContaining("its arguments are gone");
        child.join();
    }
}
