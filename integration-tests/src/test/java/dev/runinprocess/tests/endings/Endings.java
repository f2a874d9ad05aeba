package dev.runinprocess.tests.endings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.runinprocess.ChildProcess;
import dev.runinprocess.Output;
import dev.runinprocess.ProcessOptions;
import dev.runinprocess.failure.ChildDiedException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;

/** What every ending has in common: each way to ask gives the same answer, and gives it soon. */
final class Endings {
    /** A thousand times what it takes. */
    static final Duration SOON = Duration.ofSeconds(10);

    /** What a child complains of on standard error is for the test, not for whoever runs it. */
    static final ProcessOptions QUIET = ProcessOptions.defaults().stderr(Output.capture());

    private Endings() {}

    /** Waits for a child's end without a result, and for the exception that tells of it. */
    static ChildDiedException deathOf(ChildProcess<?> child) throws InterruptedException {
        Throwable thrown = catchThrowable(() -> child.get(SOON));
        assertThat(thrown).isInstanceOf(ChildDiedException.class);
        ChildDiedException died = (ChildDiedException) thrown;
        assertThat(died).hasNoCause();
        assertThat(died.pid()).isEqualTo(child.pid());
        assertThat(died.report().processName()).isEqualTo(child.name());
        assertThat(died.duration()).isPositive().isLessThan(Duration.ofMinutes(1));
        assertThat(died)
                .hasMessageContaining(died.task())
                .hasMessageContaining("pid=" + child.pid())
                .hasMessageContaining("exitCode=" + died.exitCode());
        assertEnded(child, died.exitCode());
        assertThat(child.result()).failsWithin(SOON);
        return died;
    }

    /** Waits for what a task has thrown. */
    static Throwable thrownBy(ChildProcess<?> child) throws InterruptedException {
        Throwable thrown = catchThrowable(() -> child.get(SOON));
        assertThat(thrown).isExactlyInstanceOf(ExecutionException.class);
        assertEnded(child, 1);
        assertThat(child.result()).failsWithin(SOON);
        return Objects.requireNonNull(thrown.getCause());
    }

    /** Waits for a child's end. */
    static void assertEnded(ChildProcess<?> child, int exitCode) throws InterruptedException {
        assertThat(child.join(SOON)).isTrue();
        assertThat(child.exitCode()).hasValue(exitCode);
        assertThat(child.isAlive()).isFalse();
        assertThat(child.onExit()).succeedsWithin(SOON).isSameAs(child);
    }
}
