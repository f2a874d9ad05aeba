package dev.runinprocess.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.runinprocess.benchmarks.rows.Rows;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PlanTest {
    private static final Row ANY_ROW = new FakeRow("any", Unit.TIME, Target.atMost(1));

    private static Plan plan(String... arguments) {
        return Plan.of(Arguments.parse(List.of(arguments)));
    }

    @Test
    void nothingAsked_isEverythingOnIdleCores() {
        assertThat(plan().rows()).isEqualTo(Rows.ALL);
        assertThat(plan().settings(ANY_ROW)).extracting(Setting::label).containsExactly("split", "same");
        assertThat(plan().isWhole()).isTrue();
        assertThat(plan("--idle", "--busy").settings(ANY_ROW))
                .extracting(Setting::label)
                .containsExactly("split", "split+busy", "same", "same+busy");
        assertThat(plan("--idle", "--busy").isWhole()).isTrue();
    }

    @Test
    void coresAndLoad_narrowTheSettings() {
        assertThat(plan("--cores", "same", "--busy").settings(ANY_ROW))
                .extracting(Setting::label)
                .containsExactly("same+busy");
        assertThat(plan("--cores", "split", "--idle").settings(ANY_ROW))
                .extracting(Setting::label)
                .containsExactly("split");
    }

    /** Whoever tries something must not replace the page that others read. */
    @ParameterizedTest
    @ValueSource(strings = {"cold-start", "--quick", "--busy", "--cores same", "--rounds 2"})
    void partOfIt_isNotThePage(String arguments) {
        assertThat(plan(arguments.split(" ", -1)).isWhole()).isFalse();
    }

    @Test
    void partOfIt_isForThePage_whenThatIsAsked_andItIsMeasuredWell() {
        assertThat(plan("cold-start", "--update").isUpdate()).isTrue();
        assertThat(plan("cold-start").isUpdate()).isFalse();
        assertThat(plan("cold-start", "--update", "--quick").isUpdate()).isFalse();
        assertThat(plan("cold-start", "--update", "--rounds", "2").isUpdate()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-such-row", "--cores 3", "--rounds 0", "--rounds many"})
    void nonsense_isRefused(String arguments) {
        assertThatIllegalArgumentException().isThrownBy(() -> plan(arguments.split(" ", -1)));
    }
}
