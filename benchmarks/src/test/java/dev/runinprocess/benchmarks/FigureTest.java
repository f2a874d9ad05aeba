package dev.runinprocess.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

final class FigureTest {
    @Test
    void median_isTheMiddle_orTheMeanOfBoth() {
        assertThat(Figure.median(List.of(9.0, 1.0, 5.0))).isEqualTo(5);
        assertThat(Figure.median(List.of(9.0, 1.0, 5.0, 7.0))).isEqualTo(6);
        assertThatIllegalArgumentException().isThrownBy(() -> Figure.median(List.of()));
    }

    @Test
    void rounds_countOnceEach_howeverManySamplesTheyTook() {
        Figure figure = Figure.ofRounds(List.of(List.of(1.0, 1.0, 1.0, 900.0), List.of(2.0), List.of(4.0)), Unit.TIME);

        assertThat(figure).isEqualTo(new Figure(2, 1, 4));
    }

    @Test
    void rate_isReckonedFromTheTimeOfOneOperation() {
        assertThat(Figure.ofRounds(List.of(List.of(1e3), List.of(2e3), List.of(1e4)), Unit.RATE))
                .isEqualTo(new Figure(500_000, 100_000, 1_000_000));
    }
}
