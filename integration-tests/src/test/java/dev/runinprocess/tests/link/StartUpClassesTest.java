package dev.runinprocess.tests.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.ProcessOptions;
import dev.runinprocess.RunInProcess;
import dev.runinprocess.tests.testing.LeavesNothing;
import dev.runinprocess.tests.testing.ParentProgram;
import dev.runinprocess.tests.testing.RunningProgram;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The classes that a child loads before the task's first statement, beyond those of an empty program. Each class that does not come from the JDK's shared archive costs 0.1-0.3
 * ms, and the first use of some parts of the JDK costs milliseconds: this guards the time to start without a clock.
 */
@ExtendWith(LeavesNothing.class)
class StartUpClassesTest {
    /** Today 36, the entry point's two and the task's one included. */
    private static final int MAX_OWN = 42;

    /** Today 11 on JDK 17, and 9 on 25. */
    private static final int MAX_FOREIGN_NOT_SHARED = 14;

    private static final String OWN = "dev.runinprocess.";
    private static final String SHARED = "shared objects file";

    /** What costs milliseconds at its first use; a name's start, or a part of it. */
    private static final Set<String> DEAR = Set.of(
            "java.lang.invoke.",
            "$$Lambda",
            "LambdaForm",
            "java.nio.channels.",
            "sun.nio.ch.",
            "java.nio.file.",
            "java.net.",
            "java.util.logging.",
            "java.lang.System$Logger",
            "sun.util.logging.",
            "java.lang.ProcessHandle",
            "java.util.regex.",
            "java.util.stream.",
            "java.util.Formatter",
            "java.util.ServiceLoader",
            "java.util.concurrent.CompletableFuture",
            "java.util.concurrent.ThreadPoolExecutor",
            "java.security.",
            "java.lang.reflect.Proxy",
            "jdk.internal.reflect.",
            "java.lang.runtime.");

    /** Loaded by the task's first statement. */
    static final class Marker {
        private Marker() {}

        static void load() {}
    }

    /** A class of its own, since the one of the tests would load what tests need. */
    static final class Task {
        private Task() {}

        @RunInProcess
        static int firstStatement(String text, int[] numbers) {
            Marker.load();
            return text.length() + numbers.length;
        }
    }

    /** What any program loads that has two places on its class path, of which one may be a jar. */
    static final class EmptyProgram {
        private EmptyProgram() {}

        public static void main(String[] args) {
            System.getProperties().setProperty("library", RunInProcess.class.getName());
            Marker.load();
        }
    }

    private static Map<String, String> ofAnEmptyProgram(Path directory) {
        Path log = directory.resolve("empty.log");
        try (RunningProgram program = ParentProgram.of(EmptyProgram.class, directory)
                .option(ClassLoadingLog.option(log))
                .start()) {
            assertThat(program.awaitExit()).isZero();
        }
        return ClassLoadingLog.before(Marker.class.getName(), log);
    }

    private static Map<String, String> ofAChild(Path directory) throws Exception {
        Path log = directory.resolve("child.log");
        ProcessOptions options = ProcessOptions.defaults().jvmArgs(ClassLoadingLog.option(log));
        assertThat(FirstStatementLauncher.call("abc", new int[2])
                        .options(options)
                        .await())
                .isEqualTo(5);
        return ClassLoadingLog.before(Marker.class.getName(), log);
    }

    @Test
    void child_loadsFewClasses_andNoneThatIsDear(@TempDir Path directory) throws Exception {
        Map<String, String> loaded = new TreeMap<>(ofAChild(directory));
        loaded.keySet().removeAll(ofAnEmptyProgram(directory).keySet());

        assertThat(named(loaded, name -> DEAR.stream().anyMatch(name::contains)))
                .as("classes of the parts of the JDK that are dear to use")
                .isEmpty();
        assertThat(named(loaded, name -> name.startsWith(OWN)))
                .as("classes of this library")
                .hasSizeLessThanOrEqualTo(MAX_OWN);
        assertThat(named(
                        loaded,
                        name -> !name.startsWith(OWN)
                                && !loaded.getOrDefault(name, "").contains(SHARED)))
                .as("other classes that are not in the JDK's shared archive")
                .hasSizeLessThanOrEqualTo(MAX_FOREIGN_NOT_SHARED);
    }

    private static Set<String> named(Map<String, String> loaded, Predicate<String> which) {
        return loaded.keySet().stream().filter(which).collect(Collectors.toCollection(TreeSet::new));
    }
}
