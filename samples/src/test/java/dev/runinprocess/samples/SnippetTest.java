package dev.runinprocess.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.samples.testing.Snippet;
import org.junit.jupiter.api.Test;

/** What counts as shown in a source file. */
final class SnippetTest {
    private static final String SOURCE = """
            int twice(int x) {
                return 2 * x;
            }

            int thrice(int x) {
                return 3 * x;
            }
            """;

    @Test
    void part_withOtherLineBreaks_isInIt() {
        assertThat(new Snippet("int twice(int x) { return 2 * x; }").isIn(SOURCE))
                .isTrue();
    }

    @Test
    void parts_inOrder_areInIt() {
        assertThat(new Snippet("int twice(int x) …\n\nint thrice(int x) …").isIn(SOURCE))
                .isTrue();
    }

    @Test
    void parts_outOfOrder_areNot() {
        assertThat(new Snippet("int thrice(int x) …\n\nint twice(int x) …").isIn(SOURCE))
                .isFalse();
    }

    @Test
    void changedPart_isNot() {
        assertThat(new Snippet("int twice(int y) …").isIn(SOURCE)).isFalse();
    }

    @Test
    void nothing_isNot() {
        assertThat(new Snippet("…\n").isIn(SOURCE)).isFalse();
    }
}
