package dev.runinprocess.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ArgumentsTest {
    @Test
    void wordsFlagsAndValues_areToldApart() {
        Arguments arguments = Arguments.parse(List.of("lock", "--quick", "event", "--rounds", "7"));

        assertThat(arguments.words()).containsExactly("lock", "event");
        assertThat(arguments.has("quick")).isTrue();
        assertThat(arguments.has("busy")).isFalse();
        assertThat(arguments.value("rounds")).contains("7");
    }

    @Test
    void optionWithoutItsValue_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Arguments.parse(List.of("--rounds")))
                .withMessage("--rounds needs a value");
    }

    @Test
    void unknownOption_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Arguments.parse(List.of("--fast", "1")).allowing(Set.of("quick")))
                .withMessageContaining("--fast");
    }
}
