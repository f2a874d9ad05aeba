package dev.runinprocess.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.processor.testing.CompiledProgram;
import dev.runinprocess.processor.testing.Javac;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/**
 * A few examples of the whole output, to see that it reads as if written by hand; what it does is tested elsewhere. The
 * expected files are in a directory named after the test. To write them anew after an intended change:
 * {@code mvn -pl runtime,processor test -Dtest=GoldenTest -Dsurefire.failIfNoSpecifiedTests=false -Dgoldens.rewrite=true}.
 */
class GoldenTest {
    private static final Path GOLDENS = Path.of("src/test/resources/goldens");

    @Test
    void staticMethod(TestInfo test) throws IOException {
        compare(test, """
                package p;

                import dev.runinprocess.Default;
                import dev.runinprocess.RunInProcess;
                import java.io.IOException;
                import java.net.URI;
                import java.nio.file.Path;

                /** Transfers of files. */
                public final class Transfers {
                    private Transfers() {}

                    /**
                     * Uploads a file.
                     *
                     * @param file what to upload
                     * @param target where to
                     * @param retries how often to try again
                     * @return the number of bytes
                     * @throws IOException if all tries fail
                     */
                    @RunInProcess(maxHeap = "256m", timeout = "30s")
                    public static long upload(Path file, URI target, @Default("3") int retries) throws IOException {
                        return retries;
                    }
                }
                """);
    }

    @Test
    void recordMethod(TestInfo test) throws IOException {
        compare(test, """
                package p;

                import dev.runinprocess.RunInProcess;
                import java.util.List;

                record Drawing(String title, List<? extends Shape> shapes) {
                    sealed interface Shape {}

                    record Circle(double radius, Color color) implements Shape {}

                    record Group(List<Shape> members) implements Shape {}

                    enum Color {
                        RED,
                        GREEN
                    }

                    @RunInProcess(launcher = "PrintLauncher")
                    void print(String... pages) {}
                }
                """);
    }

    @Test
    void transferableRecord(TestInfo test) throws IOException {
        compare(test, """
                package p;

                import dev.runinprocess.Transferable;
                import java.util.Optional;

                /** A job. */
                @Transferable
                public record Job(String name, int priority, Optional<Part> part) {
                    record Part(byte[] bytes) {}
                }
                """);
    }

    private static void compare(TestInfo test, String source) throws IOException {
        Path directory = GOLDENS.resolve(test.getTestMethod().orElseThrow().getName());
        CompiledProgram program = Javac.program(source);
        if (Boolean.getBoolean("goldens.rewrite")) {
            for (Map.Entry<String, String> file : program.generatedSources().entrySet()) {
                Path golden = directory.resolve(file.getKey());
                Files.createDirectories(golden.getParent());
                Files.writeString(golden, file.getValue());
            }
        }
        assertThat(program.generatedSources()).isEqualTo(goldens(directory));
    }

    private static Map<String, String> goldens(Path directory) throws IOException {
        Map<String, String> goldens = new TreeMap<>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                goldens.put(directory.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        }
        return goldens;
    }
}
