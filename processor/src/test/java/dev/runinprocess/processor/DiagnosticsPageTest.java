package dev.runinprocess.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.processor.diagnostics.Message;
import dev.runinprocess.processor.testing.Rejected;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Keeps {@code docs/diagnostics.md} complete, and its examples true. */
class DiagnosticsPageTest {
    private static final Path PAGE = Path.of("../docs/diagnostics.md");
    private static final Pattern SECTION = Pattern.compile("(?ms)^### `([a-z-]+)`\\n(.*?)(?=^##|\\z)");
    private static final Pattern EXAMPLE = Pattern.compile("(?ms)^```(java|text)\\n(.*?)^```");

    private static Map<String, String> sections() throws IOException {
        Map<String, String> sections = new LinkedHashMap<>();
        Matcher matcher = SECTION.matcher(Files.readString(PAGE));
        while (matcher.find()) {
            assertThat(sections.put(matcher.group(1), matcher.group(2)))
                    .as("a second section on " + matcher.group(1))
                    .isNull();
        }
        return sections;
    }

    private static List<String> ids() {
        return Stream.of(Message.values()).map(Message::id).toList();
    }

    @Test
    void page_hasASectionForEachMessage_andNoOther() throws IOException {
        assertThat(sections().keySet()).containsExactlyInAnyOrderElementsOf(ids());
    }

    @ParameterizedTest
    @MethodSource("ids")
    void section_hasExampleReasonAndRemedy(String id) throws IOException {
        assertThat(sections().get(id))
                .containsPattern(EXAMPLE)
                .contains("\n**Why.** ")
                .contains("\n**Remedy.** ");
    }

    static List<String> idsWithCompilableExample() throws IOException {
        List<String> ids = new ArrayList<>();
        for (Map.Entry<String, String> section : sections().entrySet()) {
            Matcher example = EXAMPLE.matcher(section.getValue());
            if (example.find() && example.group(1).equals("java")) {
                ids.add(section.getKey());
            }
        }
        return ids;
    }

    @ParameterizedTest
    @MethodSource("idsWithCompilableExample")
    void example_isRejectedAtTheMarkedLine(String id) throws IOException {
        Matcher example = EXAMPLE.matcher(sections().get(id));
        assertThat(example.find()).isTrue();
        Rejected rejected = Rejected.declarations(example.group(2));
        if (isError(id)) {
            rejected.error("[" + id + "]", "// here").only();
        } else {
            rejected.warning("[" + id + "]", "// here");
            assertThat(sections().get(id)).startsWith("\nA warning.\n");
        }
    }

    private static boolean isError(String id) {
        return Stream.of(Message.values())
                .filter(message -> message.id().equals(id))
                .allMatch(Message::isError);
    }

    @Test
    void onlyMessagesThatNeedMoreThanSources_haveNoCompilableExample() throws IOException {
        List<String> others = new ArrayList<>(ids());
        others.removeAll(idsWithCompilableExample());

        assertThat(others)
                .containsExactlyInAnyOrder(
                        "codec-missing", "type-missing", "file-write", "processor-path", "internal-error");
    }

    @Test
    void eachMessage_isAssertedByATest() throws IOException {
        StringBuilder tests = new StringBuilder();
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith("Test.java")).toList()) {
                tests.append(Files.readString(file));
            }
        }
        assertThat(ids()).allSatisfy(id -> assertThat(tests).contains("\"[" + id + "]"));
    }
}
