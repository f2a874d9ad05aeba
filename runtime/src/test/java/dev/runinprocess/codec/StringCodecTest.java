package dev.runinprocess.codec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StringCodecTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "\0", "\uD800", "\uDFFF\uD800", "a\uDC00b", "\u0100", "\u00FF\u0000", "\uFEFF\uFFFF"})
    void text_crosses_characterForCharacter(String sent) {
        assertThat(Crossing.of(Codecs.string(), sent)).isEqualTo(sent);
    }

    @Test
    void latin1Text_takesAByteForACharacter() {
        assertThat(Crossing.encode(Codecs.string(), "Grüße").length()).isEqualTo(1 + 1 + 5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00E9", "\u0416"})
    void textOf100Megabytes_crosses(String letter) {
        String sent = "x" + letter.repeat(100_000_000 / (letter.charAt(0) > 0xFF ? 2 : 1));

        assertThat(Crossing.of(Codecs.string(), sent).equals(sent)).isTrue();
    }
}
