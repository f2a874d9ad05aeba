package dev.runinprocess.tests.endings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.tests.testing.Leftovers;
import dev.runinprocess.tests.testing.ParentProgram;
import dev.runinprocess.tests.testing.RunningProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A temporary directory that takes no files, or no bytes. Root may write anywhere, so none of these is a matter of permissions. */
class NoRoomForFilesTest {
    private static String refusalOf(ParentProgram program) {
        try (RunningProgram running = program.start()) {
            String refusal = running.awaitLine("refused ");
            assertThat(running.awaitExit()).isZero();
            return refusal;
        }
    }

    @Test
    void diskWithoutRoom_failsTheStart(@TempDir Path directory) {
        // A file may have no byte, as on a disk that is full; the JVM itself is told to write none.
        ParentProgram program = ParentProgram.of(LaunchingProgram.class, directory)
                .by("prlimit", "--fsize=0")
                .option("-XX:-UsePerfData");

        assertThat(refusalOf(program))
                .startsWith("Cannot write the child's options to " + directory)
                .contains("File too large", "Free some space", "-Druninprocess.temporaryDirectory");
        Leftovers.in(directory).assertNone();
    }

    @Test
    void temporaryDirectoryBelowAFile_failsTheStart(@TempDir Path directory) throws IOException {
        Path file = Files.createFile(directory.resolve("file"));
        ParentProgram program = ParentProgram.of(LaunchingProgram.class, directory)
                .property("runinprocess.temporaryDirectory", file.resolve("below"));

        assertThat(refusalOf(program))
                .startsWith("Cannot make the session directory in " + file.resolve("below"))
                .contains("-Druninprocess.temporaryDirectory", "SessionOptions.temporaryDirectory");
        Leftovers.in(directory).assertNone();
    }

    @Test
    void temporaryDirectoryThatNobodyMayWriteTo_failsTheStart(@TempDir Path directory) {
        ParentProgram program = ParentProgram.of(LaunchingProgram.class, directory)
                .property("runinprocess.temporaryDirectory", "/proc/self");

        assertThat(refusalOf(program)).startsWith("Cannot make the session directory in /proc/self");
        Leftovers.in(directory).assertNone();
    }

    @Test
    void sharedDirectoryThatNobodyMayWriteTo_failsTheStart_andLeavesNoSession(@TempDir Path directory) {
        ParentProgram program = ParentProgram.of(LaunchingProgram.class, directory)
                .property("runinprocess.sharedDirectory", "/proc/self");

        assertThat(refusalOf(program))
                .startsWith("Cannot make the shared directory in /proc/self")
                .contains("SessionOptions.sharedDirectory");
        Leftovers.in(directory).assertNone();
    }
}
