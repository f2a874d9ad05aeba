package good.texts;

import static org.assertj.core.api.Assertions.assertThat;

public final class Check {
    private Check() {}

    public static void run() throws Exception {
        assertThat(SayLauncher.call().process().name()).isEqualTo("a\u2028b");
        assertThat(SayLauncher.invoke())
                .containsExactly(
                        "\u2028 \u2029 \u0085 \u000b \f \r \n \t \b \0 \\ \" '",
                        "\\u2028 \\\u2028 \\\\u000a",
                        "\u00e9 \ud83d\ude00",
                        "\u2028",
                        "d800",
                        "a\u2028b",
                        "a\u2028b");
    }
}
