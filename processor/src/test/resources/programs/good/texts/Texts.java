package good.texts;

import dev.runinprocess.Default;
import dev.runinprocess.RunInProcess;
import java.io.File;
import java.util.List;
import java.util.regex.Pattern;

/** Texts with characters that end lines in the eyes of some tools, or that not every encoding has. */
final class Texts {
    private Texts() {}

    @RunInProcess(name = "a\u2028b", jvmArgs = "-Dtext=\u2028\u2029\u0085\u000b\f")
    static List<String> say(
            @Default("\u2028 \u2029 \u0085 \u000b \f \r \n \t \b \0 \\ \" '") String separators,
            @Default("\\u2028 \\\u2028 \\\\u000a") String backslashes,
            @Default("\u00e9 \ud83d\ude00") String beyondAscii,
            @Default("\u2028") char character,
            @Default("\ud800") char halfACharacter,
            @Default("a\u2028b") Pattern pattern,
            @Default("a\u2028b") File file) {
        return List.of(separators, backslashes, beyondAscii, "" + character, Integer.toHexString(halfACharacter), "" + pattern, "" + file);
    }

    @RunInProcess
    @Deprecated(since = "1\u20282")
    static void old() {}
}
