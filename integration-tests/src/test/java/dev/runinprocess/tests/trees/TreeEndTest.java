package dev.runinprocess.tests.trees;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.ChildProcess;
import dev.runinprocess.ProcessOptions;
import dev.runinprocess.tests.testing.Await;
import dev.runinprocess.tests.testing.LeavesNothing;
import dev.runinprocess.tests.testing.Leftovers;
import dev.runinprocess.tests.testing.ParentProgram;
import dev.runinprocess.tests.testing.RunningProgram;
import dev.runinprocess.tests.testing.Signals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Ending one process ends what is below it. */
@ExtendWith(LeavesNothing.class)
final class TreeEndTest {
    @TempDir
    Path directory;

    @Test
    void terminate_takesLibraryChildrenAndForeignProgramsAlong() throws Exception {
        endsAll(143, ProcessOptions.defaults(), ChildProcess::terminate);
    }

    @Test
    void kill_takesLibraryChildrenAndForeignProgramsAlong() throws Exception {
        endsAll(137, ProcessOptions.defaults(), ChildProcess::kill);
    }

    @Test
    void timeout_takesLibraryChildrenAndForeignProgramsAlong() throws Exception {
        endsAll(143, ProcessOptions.defaults().timeout(Duration.ofSeconds(3)), child -> {});
    }

    private void endsAll(int code, ProcessOptions options, Consumer<ChildProcess<?>> end) throws Exception {
        ChildProcess<Void> child =
                StayWithAllLauncher.call(directory).options(options).start();
        Await.file(directory.resolve("child"));

        end.accept(child);
        child.join();

        assertThat(child.exitCode()).hasValue(code);
        Await.end(pid("grandchild"));
        Await.end(pid("foreign"));
    }

    /** Foreign programs cannot be promised here: nobody lives who knew them. */
    @Test
    void childKilledFromOutside_losesItsLibraryChildren_andTheRootGoesOn() throws Exception {
        try (RunningProgram root = ParentProgram.of(TreeTasks.Root.class, directory)
                .argument(directory)
                .start()) {
            Await.file(directory.resolve("child"));

            Signals.send("KILL", pid("child"));

            assertThat(root.awaitLine("ended ")).isEqualTo("137");
            assertThat(root.awaitLine("still ")).isEqualTo("2");
            Await.end(pid("grandchild"));
            assertThat(root.awaitExit()).isZero();
        } finally {
            Signals.send("KILL", pid("foreign"));
        }
        Leftovers.in(directory).assertNone();
    }

    @Test
    void rootKilled_takesTheWholeTreeAlong() throws Exception {
        try (RunningProgram root = ParentProgram.of(TreeTasks.Root.class, directory)
                .argument(directory)
                .start()) {
            Await.file(directory.resolve("child"));

            root.signal("KILL");

            for (String process : new String[] {"child", "grandchild", "foreign"}) {
                Await.end(pid(process));
            }
        }
        Leftovers.in(directory).assertNone();
    }

    @Test
    void survivor_isSparedAndMakesASessionOfItsOwn() throws Exception {
        ChildProcess<Void> child = StayWithSurvivorLauncher.start(directory);
        Await.file(directory.resolve("child"));

        child.terminate();
        child.join();
        assertThat(Await.isRunning(pid("survivor"))).isTrue();

        Files.createFile(directory.resolve("go"));
        Await.file(directory.resolve("launched"));
        assertThat(Files.readString(directory.resolve("launched"))).isEqualTo("42");
        Await.end(pid("survivor"));
    }

    private long pid(String file) throws IOException {
        return Long.parseLong(Files.readString(directory.resolve(file)));
    }
}
