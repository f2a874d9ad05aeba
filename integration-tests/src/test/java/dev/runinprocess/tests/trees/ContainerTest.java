package dev.runinprocess.tests.trees;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.tests.testing.Leftovers;
import dev.runinprocess.tests.testing.ParentProgram;
import dev.runinprocess.tests.testing.RunningProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs in namespaces of their own, as containers make them. Needs a Linux that lets its users, or root, make some. */
final class ContainerTest {
    @TempDir
    Path directory;

    @Test
    void programWithPid1_launchesAndLeavesNothing() {
        try (RunningProgram program = ParentProgram.of(TreeTasks.Once.class, directory)
                .by("unshare", "--user", "--map-root-user", "--mount", "--pid", "--fork", "--mount-proc")
                .start()) {
            assertThat(program.awaitLine("twice ")).isEqualTo("8 in 1");
            assertThat(program.awaitExit()).isZero();
        }
        Leftovers.in(directory).assertNone();
    }

    @Test
    void sharedMemoryFileSystemOf64Megabytes_isEnough() throws Exception {
        Path shared = Files.createDirectory(directory.resolve("shared"));
        try (RunningProgram program = ParentProgram.of(TreeTasks.Once.class, directory)
                .property("runinprocess.sharedDirectory", shared)
                .by(
                        "unshare",
                        "--user",
                        "--map-root-user",
                        "--mount",
                        "sh",
                        "-c",
                        "mount -t tmpfs -o size=64m tmpfs \"$0\" && \"$@\"; code=$?; ls -A \"$0\"; exit $code",
                        shared.toString())
                .start()) {
            assertThat(program.awaitLine("twice ")).startsWith("8 in ");
            assertThat(program.awaitExit()).isZero();
            assertThat(program.stdout().lines())
                    .as("what is left in the shared directory")
                    .hasSize(1);
        }
        Leftovers.in(directory).assertNone();
    }
}
