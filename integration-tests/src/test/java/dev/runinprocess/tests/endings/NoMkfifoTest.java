package dev.runinprocess.tests.endings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.tests.testing.Leftovers;
import dev.runinprocess.tests.testing.ParentProgram;
import dev.runinprocess.tests.testing.RunningProgram;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoMkfifoTest {
    @Test
    void systemWithoutMkfifo_runsChildrenAllTheSame(@TempDir Path directory) {
        ParentProgram program =
                ParentProgram.of(LaunchingProgram.class, directory).environment("PATH", directory.toString());
        try (RunningProgram running = program.start()) {
            assertThat(running.awaitLine("result ")).isEqualTo("hello, world");
            assertThat(running.awaitExit()).isZero();
            assertThat(running.stderr()).isEmpty();
        }
        Leftovers.in(directory).assertNone();
    }
}
