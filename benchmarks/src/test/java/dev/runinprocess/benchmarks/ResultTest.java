package dev.runinprocess.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ResultTest {
    private static final Setting SPLIT = new Setting(Placement.SPLIT, Load.IDLE);
    private static final Setting SAME_BUSY = new Setting(Placement.SAME, Load.BUSY);

    private static Figure figure(double median) {
        return new Figure(median, median, median);
    }

    @Test
    void lineOfATime_hasUnitsRatioTargetAndVerdict() {
        Row row = new FakeRow("ping-pong", Unit.TIME, Target.atMost(0.05));

        assertThat(new Result(row, SPLIT, figure(170), "python", Optional.of(figure(42_500))).line())
                .isEqualTo("ping-pong/split ours=170ns peer=python:42.5µs ratio=0.00400 target=≤0.05 ok");
        assertThat(new Result(row, SAME_BUSY, figure(6_000), "python", Optional.of(figure(42_500))).line())
                .isEqualTo("ping-pong/same+busy ours=6.00µs peer=python:42.5µs ratio=0.141 target=≤0.05 short");
    }

    @Test
    void lineOfARate_comparesTheOtherWayRound() {
        Row row = new FakeRow("barrier", Unit.RATE, Target.atLeast(100));

        Result result = new Result(row, SPLIT, figure(1.2e7), "python", Optional.of(figure(3_600)));

        assertThat(result.line()).isEqualTo("barrier/split ours=12.0M/s peer=python:3.60k/s ratio=3333 target=≥100 ok");
        assertThat(result.speedUp().orElseThrow()).isBetween(3333.0, 3334.0);
    }

    @Test
    void lineOfAShare_isJudgedByItself() {
        Row row = new FakeRow("idle", Unit.PROCESSOR_SHARE, Target.shareAtMost(0.002));

        Result result = new Result(row, SPLIT, figure(0.0007), "python", Optional.of(figure(0)));

        assertThat(result.line()).isEqualTo("idle/split ours=0.070% peer=python:0.000% ratio=- target=≤0.2% ok");
        assertThat(result.speedUp()).isEmpty();
    }

    @Test
    void lineOfBytes_hasTheUnitsOfMemory() {
        Row row = new FakeRow("memory", Unit.BYTES, Target.none());

        Result result = new Result(row, SPLIT, figure(30 << 20), "python", Optional.of(figure(512 << 10)));

        assertThat(result.line())
                .isEqualTo("memory/split ours=30.0MiB peer=python:512KiB ratio=60.0 target=none unknown");
        assertThat(result.speedUp()).isEmpty();
    }

    @Test
    void lineWithoutThePeer_saysSo_andJudgesNothing() {
        Row row = new FakeRow("lock", Unit.TIME, Target.atMost(0.45));

        assertThat(new Result(row, SPLIT, figure(11.6), "python", Optional.empty()).line())
                .isEqualTo("lock/split ours=11.6ns peer=python:skipped ratio=- target=≤0.45 unknown");
    }

    @Test
    void figures_haveThreeDigits() {
        assertThat(Unit.TIME.show(1_234)).isEqualTo("1.23µs");
        assertThat(Unit.TIME.show(12_340_000)).isEqualTo("12.3ms");
        assertThat(Unit.TIME.show(1_234_000_000)).isEqualTo("1.23s");
        assertThat(Unit.RATE.show(123_400)).isEqualTo("123k/s");
        assertThat(Unit.digits(0.0123)).isEqualTo("0.0123");
        assertThat(Unit.digits(0.1)).isEqualTo("0.100");
    }
}
