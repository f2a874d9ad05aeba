package dev.runinprocess.tests.endings;

import static dev.runinprocess.tests.endings.Endings.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.runinprocess.ChildProcess;
import dev.runinprocess.RunInProcess;
import dev.runinprocess.tests.testing.LeavesNothing;
import dev.runinprocess.tests.testing.Signals;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the task said stands, however the process ends. */
@ExtendWith(LeavesNothing.class)
class DeathAfterTheResultTest {
    private static void stayAlive() {
        CountDownLatch never = new CountDownLatch(1);
        new Thread(
                        () -> {
                            try {
                                never.await();
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                        },
                        "keeps the process")
                .start();
    }

    @RunInProcess
    static String returnAndStay() {
        stayAlive();
        return "said";
    }

    @RunInProcess
    static String throwAndStay() {
        stayAlive();
        throw new IllegalStateException("said, too");
    }

    @Test
    void killAfterTheResult_leavesTheResult() throws Exception {
        ChildProcess<String> child =
                ReturnAndStayLauncher.call().options(Endings.QUIET).start();
        assertThat(child.get(SOON)).isEqualTo("said");
        assertThat(child.isAlive()).isTrue();

        Signals.send("KILL", child.pid());

        Endings.assertEnded(child, 137);
        assertThat(child.get(SOON)).isEqualTo("said");
    }

    @Test
    void killAfterTheException_leavesTheException() throws Exception {
        ChildProcess<String> child =
                ThrowAndStayLauncher.call().options(Endings.QUIET).start();
        assertThat(catchThrowable(() -> child.get(SOON))).hasCauseInstanceOf(IllegalStateException.class);

        Signals.send("KILL", child.pid());

        Endings.assertEnded(child, 137);
        assertThat(catchThrowable(() -> child.get(SOON)))
                .isExactlyInstanceOf(ExecutionException.class)
                .cause()
                .hasMessage("said, too");
    }
}
