package dev.runinprocess.tests.endings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.ChildProcess;
import dev.runinprocess.RunInProcess;
import dev.runinprocess.failure.ChildDiedException;
import dev.runinprocess.failure.ChildTimeoutException;
import dev.runinprocess.tests.testing.LeavesNothing;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LeavesNothing.class)
class TimeoutTest {
    @RunInProcess(timeout = "400ms")
    static void waitForEver() throws InterruptedException {
        new CountDownLatch(1).await();
    }

    @RunInProcess
    static void neverShutDown() throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            while (true) {
                Thread.onSpinWait();
            }
        }));
        new CountDownLatch(1).await();
    }

    @Test
    void taskThatRunsLongerThanItsTimeout_isAskedToEnd() throws Exception {
        ChildProcess<Void> child =
                WaitForEverLauncher.call().options(Endings.QUIET).start();

        ChildDiedException died = Endings.deathOf(child);

        assertThat(died).isExactlyInstanceOf(ChildTimeoutException.class).hasMessageContaining("Timeout of 400 ms");
        assertThat(((ChildTimeoutException) died).timeout()).isEqualTo(Duration.ofMillis(400));
        assertThat(died.exitCode()).isEqualTo(143);
        assertThat(died.duration()).isGreaterThanOrEqualTo(Duration.ofMillis(400));
    }

    @Test
    void taskThatIgnoresTheRequest_isEndedAfterItsGraceTime() throws Exception {
        ChildProcess<Void> child = NeverShutDownLauncher.call()
                .options(Endings.QUIET.timeout(Duration.ofSeconds(1)).grace(Duration.ofMillis(200)))
                .start();

        ChildDiedException died = Endings.deathOf(child);

        assertThat(died).isExactlyInstanceOf(ChildTimeoutException.class);
        assertThat(died.exitCode()).isEqualTo(137);
        assertThat(died.duration()).isGreaterThanOrEqualTo(Duration.ofMillis(1200));
    }
}
