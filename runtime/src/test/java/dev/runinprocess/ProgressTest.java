package dev.runinprocess;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class ProgressTest {
    private static final Duration TWO_SECONDS = Duration.ofSeconds(2);

    @Test
    void rateAndTimeLeft_countThoseThatFailed() {
        Progress progress = new Progress(3, 1, OptionalLong.of(10), TWO_SECONDS);

        assertThat(progress.ended()).isEqualTo(4);
        assertThat(progress.perSecond()).isEqualTo(2);
        assertThat(progress.timeLeft()).hasValue(Duration.ofSeconds(3));
        assertThat(progress.isComplete()).isFalse();
    }

    @Test
    void timeLeft_isUnknownWithoutATotal_andBeforeTheFirstHasEnded() {
        assertThat(new Progress(3, 0, OptionalLong.empty(), TWO_SECONDS).timeLeft())
                .isEmpty();
        assertThat(new Progress(0, 0, OptionalLong.of(1), TWO_SECONDS).timeLeft())
                .isEmpty();
        assertThat(new Progress(0, 0, OptionalLong.of(1), Duration.ZERO).perSecond())
                .isZero();
    }

    @Test
    void complete_isWhatHasEnded_evenWithoutAnyTasks() {
        assertThat(new Progress(3, 1, OptionalLong.of(4), TWO_SECONDS).isComplete())
                .isTrue();
        Progress nothing = new Progress(0, 0, OptionalLong.of(0), Duration.ZERO);
        assertThat(nothing.isComplete()).isTrue();
        assertThat(nothing.timeLeft()).hasValue(Duration.ZERO);
    }
}
