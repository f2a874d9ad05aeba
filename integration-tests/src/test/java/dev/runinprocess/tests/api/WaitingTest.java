package dev.runinprocess.tests.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runinprocess.Call;
import dev.runinprocess.ChildProcess;
import dev.runinprocess.tests.testing.Await;
import dev.runinprocess.tests.testing.LeavesNothing;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** {@code get}, {@code join} and their limits. */
@ExtendWith(LeavesNothing.class)
class WaitingTest {
    private static final Duration FOR_EVER = Duration.ofSeconds(Long.MAX_VALUE);

    @Test
    void limit_thatPasses_leavesTheChildAlone(@TempDir Path directory) throws Exception {
        ChildProcess<String> child = StayUntilInterruptedLauncher.start(directory.resolve("here"));

        assertThat(child.join(Duration.ofMillis(10))).isFalse();
        assertThat(child.join(Duration.ZERO)).isFalse();
        assertThat(child.join(Duration.ofSeconds(-1))).isFalse();
        assertThatThrownBy(() -> child.get(Duration.ofMillis(10))).isExactlyInstanceOf(TimeoutException.class);
        assertThatThrownBy(() -> child.get(Duration.ZERO)).isExactlyInstanceOf(TimeoutException.class);
        assertThat(child.isAlive()).isTrue();

        child.interrupt();
        assertThat(child.get(FOR_EVER)).isEqualTo("interrupted");
        assertThat(child.join(FOR_EVER)).isTrue();
    }

    @Test
    void get_ofAnEndedChild_needsNoTime() throws Exception {
        ChildProcess<String> child = EchoLauncher.start("there");
        child.join();

        assertThat(child.join(Duration.ZERO)).isTrue();
        assertThat(child.get(Duration.ofSeconds(-1))).isEqualTo("there");
    }

    @Test
    void get_returnsTheResult_whileTheChildLivesOn(@TempDir Path directory) throws Exception {
        Path end = directory.resolve("end");
        ChildProcess<String> child = LeaveThreadLauncher.start(end, false);

        assertThat(child.get()).isEqualTo("returned");
        assertThat(child.isAlive()).isTrue();
        assertThat(child.join(Duration.ofMillis(10))).isFalse();

        Files.createFile(end);
        child.join();
        assertThat(child.exitCode()).hasValue(0);
    }

    @Test
    void daemonThreadOfTheChild_isNotWaitedFor(@TempDir Path directory) throws Exception {
        ChildProcess<String> child = LeaveThreadLauncher.start(directory.resolve("never"), true);

        child.join();

        assertThat(child.get()).isEqualTo("returned");
        assertThat(child.exitCode()).hasValue(0);
    }

    @Test
    void get_byManyThreads_givesEachTheResult() throws Exception {
        ChildProcess<String> child = EchoLauncher.start("for all");
        CompletableFuture<?>[] all = new CompletableFuture<?>[10];
        for (int i = 0; i < all.length; i++) {
            all[i] = CompletableFuture.runAsync(() -> assertThatGives(child, "for all"));
        }

        CompletableFuture.allOf(all).get();
        child.join();
    }

    private static void assertThatGives(ChildProcess<String> child, String text) {
        try {
            assertThat(child.get()).isEqualTo(text);
        } catch (ExecutionException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void waitingThread_thatIsInterrupted_leavesTheChildAlone(@TempDir Path directory) throws Exception {
        ChildProcess<String> child = StayUntilInterruptedLauncher.start(directory.resolve("here"));

        assertThatInterruptEnds(child::get);
        assertThatInterruptEnds(() -> child.get(FOR_EVER));
        assertThatInterruptEnds(child::join);
        assertThatInterruptEnds(() -> child.join(FOR_EVER));
        assertThat(child.isAlive()).isTrue();

        child.interrupt();
        assertThat(child.get()).isEqualTo("interrupted");
        child.join();
    }

    private static void assertThatInterruptEnds(ThrowingCallable waiting) {
        Thread.currentThread().interrupt();
        assertThatThrownBy(waiting).isInstanceOf(InterruptedException.class);
    }

    @Test
    void callThatWaits_takesItsChildAlongWhenItIsInterrupted(@TempDir Path directory) throws Exception {
        Path marker = directory.resolve("here");
        Call<String> call = StayLauncher.call(marker);
        CompletableFuture<Throwable> thrown = new CompletableFuture<>();
        Thread caller = new Thread(() -> {
            try {
                call.await();
            } catch (ExecutionException | InterruptedException e) {
                thrown.complete(e);
            }
        });
        caller.start();
        Await.file(marker);

        caller.interrupt();

        // That the child is gone is for LeavesNothing to see.
        assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
        caller.join();
    }

    @Test
    void result_cancelledOrCompleted_isACopyOnly() throws Exception {
        ChildProcess<String> child = EchoLauncher.start("original");

        assertThat(child.result().cancel(true)).isTrue();
        assertThat(child.result().complete("forged")).isTrue();

        assertThat(child.result().get()).isEqualTo("original");
        assertThat(child.get()).isEqualTo("original");
        child.join();
        assertThat(child.exitCode()).hasValue(0);
    }

    @Test
    void result_ofATaskThatThrows_hasTheExceptionItself() {
        ChildProcess<Void> child =
                FailLauncher.call("no").options(Quiet.OPTIONS).start();

        assertThat(child.result())
                .failsWithin(Duration.ofSeconds(30))
                .withThrowableOfType(ExecutionException.class)
                .withCauseExactlyInstanceOf(IllegalAccessException.class);
    }
}
