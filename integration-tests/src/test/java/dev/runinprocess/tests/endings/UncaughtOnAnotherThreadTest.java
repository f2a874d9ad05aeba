package dev.runinprocess.tests.endings;

import static dev.runinprocess.tests.endings.Endings.SOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.ChildProcess;
import dev.runinprocess.RunInProcess;
import dev.runinprocess.tests.testing.LeavesNothing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LeavesNothing.class)
class UncaughtOnAnotherThreadTest {
    @RunInProcess
    static String loseAThread() throws InterruptedException {
        Thread thread = new Thread(
                () -> {
                    throw new IllegalStateException("only this thread");
                },
                "unlucky");
        thread.start();
        thread.join();
        return "the task goes on";
    }

    /** As in any Java program: the thread ends, the others do not, and neither does the exit code change. */
    @Test
    void uncaughtExceptionOnAnotherThread_endsThatThreadOnly() throws Exception {
        ChildProcess<String> child =
                LoseAThreadLauncher.call().options(Endings.QUIET).start();

        assertThat(child.get(SOON)).isEqualTo("the task goes on");
        Endings.assertEnded(child, 0);
        assertThat(child.capturedStderr().orElseThrow()).contains("unlucky", "only this thread");
    }
}
