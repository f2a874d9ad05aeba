package dev.runinprocess.internal.os;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class RandomBytesTest {
    @Test
    void next_givesAsManyAsAskedFor() {
        assertThat(RandomBytes.next(0)).isEmpty();
        assertThat(RandomBytes.next(32)).hasSize(32).isNotEqualTo(new byte[32]);
    }

    @Test
    void hex_givesTwoDigitsAByte_andOthersEachTime() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            String hex = RandomBytes.hex(8);
            assertThat(hex).matches("[0-9a-f]{16}");
            seen.add(hex);
        }
        assertThat(seen).hasSize(100);
    }
}
