package dev.runinprocess.internal.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OptionTextTest {
    @Test
    void quotes_aroundAndInsideWords_keepBlanksAndOtherQuotes() {
        assertThat(OptionText.options("-Da=1  \"-Db=x y\"\t-Dc='it is \"so\"'-\"it's\" "))
                .containsExactly("-Da=1", "-Db=x y", "-Dc=it is \"so\"-it's");
    }

    @Test
    void backslash_isAnOrdinaryCharacter() {
        assertThat(OptionText.options("-Da=c:\\x -Db=\"\\\"")).containsExactly("-Da=c:\\x", "-Db=\\");
    }

    @Test
    void emptyValue_inQuotes_stays() {
        assertThat(OptionText.options("-Da='' -Db=\"\"")).containsExactly("-Da=", "-Db=");
    }

    @Test
    void longOption_withItsValueAsAWord_isOneOption() {
        assertThat(OptionText.options("--add-opens java.base/java.lang=ALL-UNNAMED --enable-preview -ea -p mods"))
                .containsExactly(
                        "--add-opens=java.base/java.lang=ALL-UNNAMED", "--enable-preview", "-ea", "--module-path=mods");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-Da=plain", "-Da=x y", "-Da=it's", "-Da=\"q\"", "-Da=\"it's both\"", "-Da=\\"})
    void text_ofOptions_isReadAsThoseOptions(String option) {
        List<String> options = List.of(option, "-ea", option);
        assertThat(OptionText.options(OptionText.of(options))).isEqualTo(options);
    }
}
