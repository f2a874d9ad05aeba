package dev.runinprocess.tests.queues;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.tests.testing.Leftovers;
import dev.runinprocess.tests.testing.ParentProgram;
import dev.runinprocess.tests.testing.RunningProgram;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A queue that outgrows its place. The limit on the size of files stands for a full file system, which only root can make small. */
final class NoRoomForElementsTest {
    private static final int LIMIT = 10_000_000;

    @TempDir
    Path directory;

    @AfterEach
    void nothingIsLeft() {
        Leftovers.in(directory).assertNone();
    }

    @Test
    void elementThatFindsNoRoom_failsItsPut_andTheQueueIsAsItWas() {
        ParentProgram program = ParentProgram.of(Hoarder.class, directory)
                .by("prlimit", "--fsize=" + LIMIT)
                .option("-XX:-UsePerfData")
                .argument(2 * LIMIT);
        try (RunningProgram running = program.start()) {
            assertThat(running.awaitExit()).as(running.toString()).isZero();
            List<String> lines = running.stdout().lines().toList();
            assertThat(lines).as(running.toString()).hasSize(3);
            assertThat(lines.get(0))
                    .startsWith("refused ")
                    .contains("size=1 No room for shared memory in " + directory, "-Druninprocess.sharedDirectory");
            assertThat(lines.get(1)).startsWith("refused ").contains(" size=2 ");
            assertThat(lines.get(2)).isEqualTo("in smaller pieces 150");
        }
    }
}
