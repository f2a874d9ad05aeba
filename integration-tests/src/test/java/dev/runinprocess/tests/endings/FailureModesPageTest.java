package dev.runinprocess.tests.endings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.tests.testing.ClassFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keeps {@code docs/failure-modes.md} true: each test that it names exists, and each test of an ending is on it. */
class FailureModesPageTest {
    private static final String PAGE = "docs/failure-modes.md";
    private static final List<String> TOPICS =
            List.of("endings", "memory", "sync", "deaths", "pool", "standby", "sockets");
    private static final Pattern TEST = Pattern.compile("`(\\w+Test)(?:\\.(\\w+))?`");

    private static String page() throws IOException {
        for (Path directory = Path.of("").toAbsolutePath(); directory != null; directory = directory.getParent()) {
            if (Files.exists(directory.resolve(PAGE))) {
                return Files.readString(directory.resolve(PAGE));
            }
        }
        throw new AssertionError("no " + PAGE + " above the working directory");
    }

    @Test
    void page_namesTestsThatExist() throws Exception {
        Matcher name = TEST.matcher(page());
        int count = 0;
        while (name.find()) {
            Class<?> test = find(name.group(1));
            if (name.group(2) != null) {
                List<String> methods = Arrays.stream(test.getDeclaredMethods())
                        .map(method -> method.getName())
                        .toList();
                assertThat(methods).as(name.group()).contains(name.group(2));
            }
            count++;
        }
        assertThat(count).isPositive();
    }

    private static Class<?> find(String test) throws ClassNotFoundException {
        for (String topic : TOPICS) {
            try {
                return Class.forName("dev.runinprocess.tests." + topic + "." + test);
            } catch (ClassNotFoundException e) {
                // Then it is of another topic.
            }
        }
        throw new ClassNotFoundException(test);
    }

    @Test
    void page_namesEachTestOfAnEnding() throws Exception {
        Set<String> named = new TreeSet<>();
        Matcher name = TEST.matcher(page());
        while (name.find()) {
            named.add(name.group(1));
        }
        named.add(FailureModesPageTest.class.getSimpleName());

        assertThat(testClasses())
                .isNotEmpty()
                .allSatisfy(test -> assertThat(named).contains(test));
    }

    private static Set<String> testClasses() throws IOException {
        Path classes = ClassFiles.originOf(FailureModesPageTest.class)
                .resolve(FailureModesPageTest.class.getPackageName().replace('.', '/'));
        try (Stream<Path> files = Files.list(classes)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith("Test.class") && !file.contains("$"))
                    .map(file -> file.substring(0, file.length() - ".class".length()))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
