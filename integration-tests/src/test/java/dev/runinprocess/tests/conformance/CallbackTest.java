package dev.runinprocess.tests.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.ChildProcess;
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
        ChildProcess<Integer> child = SumLauncher.start(new int[] {1, 2});

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
        ChildProcess<Integer> child = SumLauncher.start(new int[] {1, 2});

        assertThat(child.result().complete(99)).isTrue();
        assertThat(child.onExit().cancel(true)).isTrue();

        assertThat(child.get()).isEqualTo(3);
        child.join();
        assertThat(child.exitCode()).hasValue(0);
    }
}
