package dev.runinprocess.tests.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.tests.testing.Leftovers;
import dev.runinprocess.tests.testing.ParentProgram;
import dev.runinprocess.tests.testing.RunningProgram;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A place for shared memory that has no room. The limit on the size of files stands for a full file system, which only root can make small. */
class NoRoomForMemoryTest {
    private static final int LIMIT = 10_000_000;

    @TempDir
    Path directory;

    @AfterEach
    void nothingIsLeft() {
        Leftovers.in(directory).assertNone();
    }

    @Test
    void memory_thatFindsNoRoom_isRefusedAtItsCreation_andLeavesRoomForLess() {
        ParentProgram program = ParentProgram.of(MemoryPrograms.Greedy.class, directory)
                .by("prlimit", "--fsize=" + LIMIT)
                .option("-XX:-UsePerfData")
                .argument(2 * LIMIT);
        try (RunningProgram running = program.start()) {
            assertThat(running.awaitExit()).as(running.toString()).isZero();
            assertThat(running.stdout().lines())
                    .hasSize(3)
                    .first()
                    .asString()
                    .startsWith("refused " + 2 * LIMIT + " No room for shared memory in " + directory)
                    .contains("bytesWanted=" + 2 * LIMIT, "--shm-size", "-Druninprocess.sharedDirectory");
            assertThat(running.stdout().lines().skip(1).findFirst().orElseThrow())
                    .startsWith("refused ");
            assertThat(running.stdout()).endsWith("small 1000\n");
        }
    }
}
