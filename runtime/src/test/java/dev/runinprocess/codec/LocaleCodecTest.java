package dev.runinprocess.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LocaleCodecTest {
    static final Locale[] LOCALES = {
        Locale.ROOT,
        Locale.GERMANY,
        new Locale("ja", "JP", "JP"),
        new Locale("th", "TH", "TH"),
        new Locale("no", "NO", "NY"),
        new Locale("iw", "IL"),
        new Locale("", "", "x y!"),
        new Locale("german", "1", "a_b"),
        Locale.forLanguageTag("zh-Hant-TW"),
        Locale.forLanguageTag("de-DE-u-co-phonebk-x-private"),
        new Locale.Builder()
                .setLanguage("sr")
                .setScript("Latn")
                .setExtension('a', "bcd")
                .build()
    };

    static Stream<Locale> locales() {
        return Stream.of(LOCALES);
    }

    @ParameterizedTest
    @MethodSource("locales")
    void locale_crosses_withAllItsParts(Locale sent) {
        Locale arrived = Crossing.of(Codecs.locale(), sent);

        assertThat(arrived).isEqualTo(sent);
        assertThat(arrived.getScript()).isEqualTo(sent.getScript());
        assertThat(arrived.getExtensionKeys()).isEqualTo(sent.getExtensionKeys());
    }
}
