package dev.runinprocess.tests.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.tests.testing.Await;
import dev.runinprocess.tests.testing.Conformance;
import dev.runinprocess.tests.testing.Leftovers;
import dev.runinprocess.tests.testing.ParentProgram;
import dev.runinprocess.tests.testing.RunningProgram;
import dev.runinprocess.tests.testing.Signals;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Memory of programs that know nothing of each other, and what is left of it when they end or are killed. */
class MemoryAfterDeathTest {
    private static final String NAME = "board";

    @TempDir
    Path directory;

    @AfterEach
    void nothingIsLeft() {
        Leftovers.in(directory).assertNone();
    }

    private RunningProgram start(Class<?> program, Object... arguments) {
        ParentProgram parent = ParentProgram.of(program, directory);
        for (Object argument : arguments) {
            parent.argument(argument);
        }
        return parent.start();
    }

    private String outputOf(Class<?> program, Object... arguments) {
        try (RunningProgram running = start(program, arguments)) {
            assertThat(running.awaitExit()).as(running.toString()).isZero();
            assertThat(running.stderr()).isEmpty();
            return running.stdout().strip();
        }
    }

    @Test
    void strangers_meetByName_andLeaveNothing() {
        try (RunningProgram maker = start(MemoryPrograms.Maker.class, NAME)) {
            maker.awaitLine("made ");
            assertThat(outputOf(MemoryPrograms.Stranger.class, NAME)).isEqualTo("attached 7 1000");
            assertThat(maker.awaitLine("read ")).isEqualTo("8");
            assertThat(maker.awaitExit()).isZero();
        }
        assertThat(outputOf(MemoryPrograms.Stranger.class, NAME)).startsWith("refused NoSuchFileException: " + NAME);
    }

    @Test
    void memoryThatIsWantedAsTheProgramEnds_isRefused_andNothingIsLeft() {
        for (int i = 0; i < 5; i++) {
            assertThat(outputOf(MemoryPrograms.Latecomer.class, directory)).isEqualTo("has 1000 bytes");
        }
    }

    @Test
    @Conformance("_TestSharedMemory.test_shared_memory_untracking")
    @Conformance("_TestSharedMemory.test_shared_memory_tracking")
    void attacher_thatEnds_leavesTheMemoryToOthers() {
        try (RunningProgram maker = start(MemoryPrograms.Contender.class, NAME)) {
            maker.awaitLine("made ");
            for (int i = 0; i < 2; i++) {
                assertThat(outputOf(MemoryPrograms.Stranger.class, NAME)).startsWith("attached ");
            }
            maker.signal("TERM");
            maker.awaitExit();
        }
    }

    @Test
    @Conformance("_TestSharedMemory.test_shared_memory_cleaned_after_process_termination")
    @Conformance("TestResourceTracker.test_resource_tracker")
    void name_thatIsTaken_isRefused_andFreeAtOnceWhenItsMakerIsKilled() {
        try (RunningProgram maker = start(MemoryPrograms.Contender.class, NAME)) {
            maker.awaitLine("made ");
            assertThat(outputOf(MemoryPrograms.Contender.class, NAME))
                    .startsWith("taken ")
                    .contains(NAME);
            maker.signal("KILL");
            maker.awaitExit();
        }
        assertThat(Leftovers.in(directory).files()).isNotEmpty();
        try (RunningProgram next = start(MemoryPrograms.Contender.class, NAME)) {
            next.awaitLine("made ");
            next.signal("TERM");
            next.awaitExit();
        }
    }

    @Test
    void name_thatManyWant_goesToOne() {
        List<RunningProgram> programs = List.of(
                start(MemoryPrograms.Contender.class, NAME),
                start(MemoryPrograms.Contender.class, NAME),
                start(MemoryPrograms.Contender.class, NAME));
        try {
            Await.until(
                    "all but one gave up",
                    () -> programs.stream()
                                    .filter(program -> program.stdout().startsWith("taken "))
                                    .count()
                            == 2);
            assertThat(programs)
                    .filteredOn(program -> program.stdout().startsWith("made "))
                    .hasSize(1);
        } finally {
            programs.forEach(program -> program.signal("TERM"));
            programs.forEach(RunningProgram::awaitExit);
            programs.forEach(RunningProgram::close);
        }
    }

    @Test
    void program_thatClosesNothing_leavesNothing() {
        assertThat(outputOf(MemoryPrograms.Careless.class, NAME)).startsWith("made " + NAME);
        Leftovers.in(directory).assertNone();
        assertThat(outputOf(MemoryPrograms.Careless.class, NAME)).startsWith("made " + NAME);
    }

    @Test
    void maker_killed_leavesItsMemoryToTheTree_untilThatEnds() {
        Path here = directory.resolve("here");
        try (RunningProgram parent = start(MemoryPrograms.ParentOfMaker.class, NAME, here)) {
            String line = parent.awaitLine("child ");
            Await.file(here);
            assertThat(outputOf(MemoryPrograms.Stranger.class, NAME)).isEqualTo("attached 43 100");
            Signals.send("KILL", Long.parseLong(line.substring(0, line.indexOf(' '))));
            assertThat(parent.awaitLine("child ended ")).isEqualTo("137");
            assertThat(parent.awaitLine("exists ")).isEqualTo("true");
            assertThat(parent.awaitExit()).isZero();
        }
        assertThat(outputOf(MemoryPrograms.Stranger.class, NAME)).startsWith("refused NoSuchFileException");
    }

    /** The root dies, and its child removes what the tree has, names included. */
    @Test
    void root_killed_leavesNothingWhereAChildLives() {
        Path here = directory.resolve("here");
        try (RunningProgram parent = start(MemoryPrograms.ParentOfMaker.class, NAME, here)) {
            Await.file(here);
            parent.signal("KILL");
            parent.awaitExit();
            Leftovers.in(directory).assertNone();
        }
    }

    @Test
    void creator_killedInTheMiddle_leavesNoHalf() throws Exception {
        Path here = directory.resolve("here");
        try (RunningProgram parent = start(MemoryPrograms.ParentOfCreator.class, here)) {
            long child = Long.parseLong(parent.awaitLine("child "));
            Await.until(
                    "a segment is half made",
                    () -> Leftovers.in(directory).files().stream()
                            .anyMatch(file -> file.getFileName().toString().startsWith(".new-" + child)));
            Signals.send("KILL", child);
            parent.awaitLine("ended with 1000");
            assertThat(Leftovers.in(directory).files())
                    .noneMatch(file -> file.getFileName().toString().startsWith(".new-"));
            parent.signal("TERM");
            parent.awaitExit();
        }
    }

    @Test
    void placeOfNames_thatSomebodyElseMade_isRefused() throws Exception {
        int user = (Integer) Files.getAttribute(directory, "unix:uid");
        Path names = Files.createDirectory(directory.resolve("runinprocess-names-" + user));
        // What sweepers do not delete keeps it there.
        Path inside = Files.createDirectories(names.resolve("a/b/c"));
        Files.setPosixFilePermissions(names, PosixFilePermissions.fromString("rwxrwxrwx"));
        try (RunningProgram program = start(MemoryPrograms.Careless.class, NAME)) {
            assertThat(program.awaitExit()).isOne();
            assertThat(program.stderr()).contains("must be a directory of this user, with mode 700", "mode=777");
        }
        Files.delete(inside);
        Files.delete(names.resolve("a/b"));
        Files.delete(names.resolve("a"));
        Files.delete(names);
    }

    @Test
    @Conformance("_TestSharedMemory.test_shared_memory_SharedMemoryManager_reuses_resource_tracker")
    @Conformance("_TestSharedMemory.test_shared_memory_SharedMemoryManager_basics")
    void scope_takesItsMemoryAway_andSaysNothing() {
        assertThat(outputOf(MemoryPrograms.Scoped.class).lines()).containsExactly("exists true", "exists later false");
    }
}
