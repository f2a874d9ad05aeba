package dev.runinprocess.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.processor.testing.CompiledProgram;
import dev.runinprocess.processor.testing.Fixtures;
import dev.runinprocess.processor.testing.Javac;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaFileObject;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** What holds for all generated code, looked up in that of the good programs. */
class GeneratedStyleTest {
    private static final int LONGEST_METHOD = 10;

    private static final Pattern METHOD = Pattern.compile(
            "(?ms)^(?<indent> +)(?:public|private) [^;{}=]*\\)[^;{}=]* \\{\n(?<body>.*?)^\\k<indent>\\}");

    private static final CompiledProgram PROGRAM = Javac.program(allGoodPrograms());

    private static List<JavaFileObject> allGoodPrograms() {
        List<JavaFileObject> sources = new ArrayList<>();
        for (String program : Fixtures.namesIn("programs/good")) {
            sources.addAll(Fixtures.sources("programs/good", program));
        }
        return sources;
    }

    @Test
    void entryPointsAndCodecs_useNothingThatBootsSlowly() {
        List<String> generated = PROGRAM.classFiles().keySet().stream()
                .filter(name -> name.contains("EntryPoint") || name.endsWith("Codec"))
                .filter(name -> PROGRAM.generatedSources().containsKey(fileOf(name)))
                .toList();

        assertThat(generated)
                .hasSizeGreaterThan(100)
                .allSatisfy(name -> assertThat(text(name))
                        .doesNotContain(
                                "java/lang/invoke/",
                                "java/lang/reflect/",
                                "java/util/stream/",
                                "java/util/function/",
                                "$SwitchMap$"));
    }

    private static String fileOf(String className) {
        return className.replaceFirst("\\$.*", "").replace('.', '/') + ".java";
    }

    private static String text(String className) {
        return new String(PROGRAM.classFiles().get(className), StandardCharsets.ISO_8859_1);
    }

    @Test
    void launchers_haveNoLongMethods() {
        for (Map.Entry<String, String> file : PROGRAM.generatedSources().entrySet()) {
            if (file.getKey().endsWith("Launcher.java")) {
                assertThat(longestMethod(file.getValue())).as(file.getKey()).isLessThanOrEqualTo(LONGEST_METHOD);
            }
        }
    }

    /** The lines between one that ends a method's head and the closing brace at its indentation. */
    private static int longestMethod(String source) {
        int longest = 0;
        Matcher methods = METHOD.matcher(source);
        while (methods.find()) {
            longest = Math.max(longest, methods.group("body").split("\n").length);
        }
        return longest;
    }

    /** Not those of all programs: names are written as they are, since a compiler that reads them can write them. */
    @Test
    void texts_areWrittenInAscii() {
        assertThat(PROGRAM.generatedSources())
                .extractingByKey("good/texts/SayLauncher.java", InstanceOfAssertFactories.STRING)
                .matches(text -> StandardCharsets.US_ASCII.newEncoder().canEncode(text));
    }

    @Test
    void sources_suppressOnlyWhatTheyName() {
        assertThat(PROGRAM.generatedSources().values())
                .allSatisfy(source -> assertThat(source)
                        .doesNotContain("SuppressWarnings(\"all\")")
                        .doesNotContain("SuppressWarnings(\"unchecked\")")
                        .doesNotContain("rawtypes"));
    }
}
