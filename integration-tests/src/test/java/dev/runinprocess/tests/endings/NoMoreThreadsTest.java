package dev.runinprocess.tests.endings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.tests.testing.Leftovers;
import dev.runinprocess.tests.testing.ParentProgram;
import dev.runinprocess.tests.testing.RunningProgram;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A limit on address space stands for a limit on threads, which does not bind every user. */
class NoMoreThreadsTest {
    private static final long LIMIT_BYTES = 6L << 30;

    @Test
    void parentThatCanStartNoThread_failsTheStart_untilItCan(@TempDir Path directory) {
        // Interpreted, and with the simplest collector, the JVM itself needs no more memory once it has started.
        ParentProgram program = ParentProgram.of(StarvingProgram.class, directory)
                .by("prlimit", "--as=" + LIMIT_BYTES)
                .option("-Xint")
                .option("-XX:+UseSerialGC");
        try (RunningProgram running = program.start()) {
            assertThat(running.awaitLine("before: ")).isEqualTo("result hello, world");
            assertThat(running.awaitLine("first: ")).startsWith("refused ");
            assertThat(running.awaitLine("last: ")).isEqualTo("result hello, world");
            assertThat(running.awaitExit()).isZero();
        }
        Leftovers.in(directory).assertNone();
    }
}
