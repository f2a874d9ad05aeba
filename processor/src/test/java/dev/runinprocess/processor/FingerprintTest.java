package dev.runinprocess.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.link.EntryPoint;
import dev.runinprocess.processor.testing.CompiledProgram;
import dev.runinprocess.processor.testing.Javac;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever changes the bytes of a launch changes its fingerprint, and nothing else does. */
class FingerprintTest {
    private static final Map<String, String> SOURCES = new LinkedHashMap<>();

    static {
        SOURCES.put("Work", """
                package p;

                import dev.runinprocess.*;
                import java.util.*;

                final class Work {
                    @RunInProcess
                    static List<Shape> work(Job job, int number) {
                        return null;
                    }
                }
                """);
        SOURCES.put("Job", """
                package p;

                import dev.runinprocess.*;
                import java.util.*;

                @Transferable
                record Job(String name, Map<String, Part> parts, Money money) {}
                """);
        SOURCES.put("Part", "package p; record Part(Color color, long size) {}");
        SOURCES.put("Color", "package p; enum Color { RED, GREEN }");
        SOURCES.put("Shape", "package p; sealed interface Shape permits Circle, Square {}");
        SOURCES.put("Circle", "package p; record Circle(double radius) implements Shape {}");
        SOURCES.put("Square", "package p; record Square(double side) implements Shape {}");
        SOURCES.put("Money", "package p; @dev.runinprocess.UseCodec(MoneyCodec.class) class Money {}");
        for (String name : List.of("MoneyCodec", "OtherCodec")) {
            SOURCES.put(name, """
                    package p;

                    import dev.runinprocess.codec.*;

                    final class %s implements Codec<Money> {
                        @Override
                        public void write(ValueWriter out, Money value) {}

                        @Override
                        public Money read(ValueReader in) {
                            return new Money();
                        }
                    }
                    """.formatted(name));
        }
    }

    private static EntryPoint<?> entryPoint(Map<String, String> sources) throws ReflectiveOperationException {
        CompiledProgram program = Javac.program(sources.values().toArray(String[]::new));
        Constructor<?> constructor = program.type("p.WorkEntryPoint").getDeclaredConstructor();
        constructor.setAccessible(true);
        return (EntryPoint<?>) constructor.newInstance();
    }

    private static String fingerprintWith(String file, String before, String after)
            throws ReflectiveOperationException {
        Map<String, String> changed = new LinkedHashMap<>(SOURCES);
        String source = changed.getOrDefault(file, "");
        assertThat(source).contains(before);
        changed.put(file, source.replace(before, after));
        return entryPoint(changed).fingerprint();
    }

    @Test
    void fingerprint_ofTheSameSources_isTheSame() throws ReflectiveOperationException {
        List<String> reversed = new ArrayList<>(SOURCES.keySet());
        Collections.reverse(reversed);
        Map<String, String> otherOrder = new LinkedHashMap<>();
        reversed.forEach(name -> otherOrder.put(name, SOURCES.getOrDefault(name, "")));

        assertThat(entryPoint(otherOrder).fingerprint())
                .isEqualTo(entryPoint(SOURCES).fingerprint())
                .matches("[0-9a-f]{32}");
    }

    @Test
    void signature_readsAsWritten() throws ReflectiveOperationException {
        assertThat(entryPoint(SOURCES).signature()).isEqualTo("List<Shape> Work.work(Job job, int number)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Work | int number | long number",
                "Work | int number | int count",
                "Work | List<Shape> work | Set<Shape> work",
                "Job | String name | String title",
                "Job | Map<String, Part> | SortedMap<String, Part>",
                "Part | long size | int size",
                "Part | Color color, long size | long size, Color color",
                "Color | RED, GREEN | GREEN, RED",
                "Color | RED, GREEN | RED, GREEN, BLUE",
                "Shape | permits Circle, Square {} | permits Circle, Square, Shape.Unit { enum Unit implements Shape { POINT } }",
                "Circle | double radius | double diameter",
                "Money | MoneyCodec | OtherCodec",
            })
    void fingerprint_ofAnotherShape_isAnother(String file, String before, String after)
            throws ReflectiveOperationException {
        assertThat(fingerprintWith(file, before, after))
                .isNotEqualTo(entryPoint(SOURCES).fingerprint());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Work | @RunInProcess | @RunInProcess(maxHeap = \"256m\")",
                "Work | return null | return new ArrayList<>()",
                "Shape | permits Circle, Square | permits Square, Circle",
                "Part | long size) {} | long size) { int helper() { return 1; } }",
            })
    void fingerprint_ofTheSameShape_isTheSame(String file, String before, String after)
            throws ReflectiveOperationException {
        assertThat(fingerprintWith(file, before, after))
                .isEqualTo(entryPoint(SOURCES).fingerprint());
    }
}
