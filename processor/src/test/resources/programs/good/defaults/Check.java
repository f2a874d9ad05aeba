package good.defaults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;

public final class Check {
    private Check() {}

    public static void run() throws Exception {
        assertThat(TrailingLauncher.invoke("a")).isEqualTo("a 3 0.5");
        assertThat(TrailingLauncher.start("a", 4).get()).isEqualTo("a 4 0.5");
        assertThat(TrailingLauncher.process("a", 4, 1.5).start().get()).isEqualTo("a 4 1.5");
        assertThat(TrailingLauncher.call("a").start().get()).isEqualTo("a 3 0.5");
        assertThat(TrailingLauncher.with().rate(2).first("a").invoke()).isEqualTo("a 3 2.0");
        assertThatThrownBy(() -> TrailingLauncher.with().rate(2).start())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("first");

        assertThat(LeadingLauncher.with().second(1).invoke()).isEqualTo("x1");
        assertThat(Arrays.stream(LeadingLauncher.class.getDeclaredMethods())
                        .filter(method -> method.getName().equals("start")))
                .hasSize(1);
        assertThat(AllLauncher.invoke()).isEqualTo("ab");
        assertThat(AllLauncher.invoke("c")).isEqualTo("cb");
        assertThat(BeforeVarargsLauncher.invoke(1, "a", "b")).isEqualTo("1ab");
        assertThat(BeforeVarargsLauncher.with().rest("a").invoke()).isEqualTo("7a");
        assertThat(WorkLauncher.invoke(new Defaults.Job("n"))).isEqualTo("n");
        assertThat(WorkLauncher.with().job(new Defaults.Job("n")).times(2).invoke()).isEqualTo("nn");

        assertThat(LiteralsLauncher.invoke())
                .containsExactly(
                        "true", "-128", "127", "'", "-2147483648", "9000000000", "1000.0", "NaN", "10", "5", "6",
                        "\u00e9", "-Infinity");
        assertThat(ParsedLauncher.invoke())
                .containsExactly(
                        "say \"hi\" $T\n", "GREEN", "PT30S", "PT1M30.5S", Path.of("a b", "c.txt").toString(),
                        new File("d", "e").toString(), "https://example.org/", "123e4567-e89b-12d3-a456-426614174000",
                        "12345678901234567890", "0.10", "1970-01-01T00:00:00Z", "2026-01-31", "Europe/Rome", "de-CH",
                        "UTF-8", "[a-z]+", "CHF", "P1M");
    }
}
