package dev.runinprocess.processor;

import dev.runinprocess.processor.testing.CompiledProgram;
import dev.runinprocess.processor.testing.Ecj;
import dev.runinprocess.processor.testing.Fixtures;
import dev.runinprocess.processor.testing.Javac;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The programs below {@code src/test/resources/programs/good}: each compiles without a warning, and its {@code Check} then calls
 * what was generated for it. Launches run inline: without a process, but with all values going through their bytes.
 */
class GoodProgramsTest {
    private static final String INLINE = "runinprocess.inline";

    @BeforeAll
    static void launchInline() {
        System.setProperty(INLINE, "true");
    }

    @AfterAll
    static void launchProcesses() {
        System.clearProperty(INLINE);
    }

    static List<String> programs() {
        return Fixtures.namesIn("programs/good");
    }

    @ParameterizedTest
    @MethodSource("programs")
    void javac_goodProgram_compilesAndWorks(String name) throws Throwable {
        check(Javac.program(Fixtures.sources("programs/good", name)), name);
    }

    @ParameterizedTest
    @MethodSource("programs")
    void ecj_goodProgram_compilesAndWorks(String name, @TempDir Path directory) throws Throwable {
        check(Ecj.program(Fixtures.sources("programs/good", name), directory), name);
    }

    private static void check(CompiledProgram program, String name) throws Throwable {
        Class<?> check = program.type("good." + name + ".Check");
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(check.getClassLoader());
        try {
            check.getMethod("run").invoke(null);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
