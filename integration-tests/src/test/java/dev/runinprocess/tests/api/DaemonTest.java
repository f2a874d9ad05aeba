package dev.runinprocess.tests.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.ProcessOptions;
import dev.runinprocess.RunInProcess;
import dev.runinprocess.tests.testing.LeavesNothing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who is a daemon. What that means at the parent's end: {@link ParentEndTest}. */
@ExtendWith(LeavesNothing.class)
class DaemonTest {
    @RunInProcess
    static String isChildOfMineADaemon() throws Exception {
        return TellLauncher.invoke("daemon");
    }

    @Test
    void child_isADaemonAsItsParentIs() throws Exception {
        assertThat(TellLauncher.invoke("daemon")).isEqualTo("false");
        assertThat(IsChildOfMineADaemonLauncher.invoke()).isEqualTo("false");
        assertThat(IsChildOfMineADaemonLauncher.call()
                        .options(ProcessOptions.defaults().daemon(true))
                        .await())
                .isEqualTo("true");
    }

    @Test
    void child_isADaemonAsItsOptionsSay() throws Exception {
        assertThat(TellLauncher.call("daemon")
                        .options(ProcessOptions.defaults().daemon(true))
                        .await())
                .isEqualTo("true");
        assertThat(TellLauncher.call("daemon")
                        .options(ProcessOptions.defaults().daemon(true).daemon(false))
                        .await())
                .isEqualTo("false");
    }
}
