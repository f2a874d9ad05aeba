package dev.runinprocess.tests.endings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.ChildProcess;
import dev.runinprocess.Processes;
import dev.runinprocess.tests.testing.Await;
import dev.runinprocess.tests.testing.LeavesNothing;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What users hang on a child's futures. */
@ExtendWith(LeavesNothing.class)
final class CallbackTest {
    @Test
    void result_whoseCallbackJoinsTheChild_doesNotWaitForItself() throws Exception {
        ChildProcess<Integer> child = TotalLauncher.start(new int[] {1, 2});

        CompletableFuture<Boolean> joined = child.result().thenApply(sum -> {
            try {
                return child.join(Duration.ofSeconds(20));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });

        assertThat(joined.get(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void futures_completedByTheUser_changeNothing() throws Exception {
        ChildProcess<Integer> child = TotalLauncher.start(new int[] {1, 2});

        assertThat(child.result().complete(99)).isTrue();
        assertThat(child.onExit().cancel(true)).isTrue();

        assertThat(child.get()).isEqualTo(3);
        child.join();
        assertThat(child.exitCode()).hasValue(0);
    }

    /** The record is made where its result is asked for, by a thread that has the lock. */
    @Test
    void result_whoseConstructorNeedsALockOfTheCaller_isMadeByTheCaller() throws Exception {
        synchronized (CallbackTasks.LOCK) {
            assertThat(GuardedLauncher.invoke(7).number()).isEqualTo(7);
        }
        Await.until("the child has ended", () -> Processes.activeChildren().isEmpty());
    }

    @Test
    void result_whoseConstructorNeedsALockOfSomebodyElse_doesNotKeepTheChildsEnd() throws Exception {
        synchronized (CallbackTasks.LOCK) {
            ChildProcess<CallbackTasks.Guarded> child = GuardedLauncher.start(7);
            CompletableFuture<CallbackTasks.Guarded> result = child.result();

            assertThat(child.join(Duration.ofSeconds(20))).isTrue();
            assertThat(result).isNotDone();
        }
    }
}
