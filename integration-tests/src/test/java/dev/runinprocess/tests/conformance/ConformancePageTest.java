package dev.runinprocess.tests.conformance;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds {@code docs/conformance.md} against the marks in the tests' sources. */
final class ConformancePageTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern ROW = Pattern.compile("\\| `([\\w.]+)` \\| [\\w-]+ \\| ([^|]+) \\|");
    private static final Pattern MARK = Pattern.compile("^\\s*@Conformance\\(\\s*\"([\\w.]+)\"\\)", Pattern.MULTILINE);
    private static final Pattern STATE = Pattern.compile("tested|does not apply|waits for [a-z ]+");

    @Test
    void page_saysOfEachRowWhetherATestCarriesItsName() throws IOException {
        Map<String, String> states = states();

        Set<String> tested = states.keySet().stream()
                .filter(row -> "tested".equals(states.get(row)))
                .collect(toCollection(TreeSet::new));

        assertThat(states).hasSizeGreaterThan(200);
        assertThat(states.values()).allMatch(state -> STATE.matcher(state).matches());
        assertThat(tested).isEqualTo(marks());
    }

    private static Map<String, String> states() throws IOException {
        Map<String, String> states = new TreeMap<>();
        ROW.matcher(Files.readString(ROOT.resolve("docs/conformance.md")))
                .results()
                .forEach(row -> states.put(row.group(1), row.group(2)));
        return states;
    }

    private static Set<String> marks() throws IOException {
        Set<String> marks = new TreeSet<>();
        for (String module : new String[] {"runtime", "processor", "integration-tests", "samples"}) {
            Path tests = ROOT.resolve(module).resolve("src/test/java");
            if (Files.exists(tests)) {
                marks.addAll(marksIn(tests));
            }
        }
        return marks;
    }

    private static Set<String> marksIn(Path tests) throws IOException {
        try (Stream<Path> sources = Files.walk(tests)) {
            return sources.filter(source -> source.toString().endsWith(".java"))
                    .flatMap(source -> MARK.matcher(read(source)).results())
                    .map(mark -> mark.group(1))
                    .collect(toCollection(TreeSet::new));
        }
    }

    private static String read(Path source) {
        try {
            return Files.readString(source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
