package dev.runinprocess.tests.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.Processes;
import dev.runinprocess.RunInProcess;
import dev.runinprocess.tests.testing.Await;
import dev.runinprocess.tests.testing.Conformance;
import dev.runinprocess.tests.testing.Leftovers;
import dev.runinprocess.tests.testing.ParentProgram;
import dev.runinprocess.tests.testing.RunningProgram;
import dev.runinprocess.tests.testing.Signals;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Python's tests see from outside of a whole program. */
final class ProgramTest {
    @TempDir
    Path directory;

    @AfterEach
    void nothingIsLeft() {
        Leftovers.in(directory).assertNone();
    }

    @Test
    @Conformance("_TestPollEintr.test_poll_eintr")
    void join_interruptedByAHandledSignal_returnsOnlyAtTheChildsEnd() throws Exception {
        Path file = directory.resolve("go");
        try (RunningProgram program = ParentProgram.of(ProgramTasks.Signalled.class, directory)
                .argument(file)
                .start()) {
            program.awaitLine("waiting");
            program.signal("USR1");
            program.awaitLine("handled");
            assertThat(program.stdout()).doesNotContain("joined");

            Files.createFile(file);
            assertThat(program.awaitLine("joined ")).isEqualTo("0");
            assertThat(program.awaitExit()).isZero();
        }
    }

    @Test
    @Conformance("TestStdinBadfiledescriptor.test_flushing")
    void output_bufferedBeforeALaunch_appearsOnce() {
        try (RunningProgram program =
                ParentProgram.of(ProgramTasks.Flushing.class, directory).start()) {
            assertThat(program.awaitExit()).isZero();
            assertThat(program.stdout()).isEqualTo("foo");
        }
    }

    @Test
    @Conformance("TestNamedResource.test_global_named_resource_spawn")
    void semaphoreInAStaticField_isMadeInTheChild_too_andBothGoSilently() {
        try (RunningProgram program =
                ParentProgram.of(ProgramTasks.WithASemaphore.class, directory).start()) {
            assertThat(program.awaitExit()).isZero();
            assertThat(program.stdout().strip()).isEqualTo("2");
            assertThat(program.stderr()).isEmpty();
        }
    }

    @Test
    @Conformance("_TestProcess.test_interrupt_no_handler")
    void sigint_toAChildThatDoesNotIgnoreIt_endsItWithCode130() {
        try (RunningProgram program = ParentProgram.of(ProgramTasks.Interrupted.class, directory)
                .argument(directory.resolve("here"))
                .start()) {
            long child = Long.parseLong(program.awaitLine("child "));
            Signals.send("INT", child);
            assertThat(program.awaitLine("ended ")).isEqualTo("130");
            assertThat(program.awaitExit()).isZero();
        }
    }

    /** Whoever is left cleans here; a terminal's Ctrl-C must not keep it from that. */
    @Test
    @Conformance("TestResourceTracker.test_resource_tracker_sigint")
    void child_thatWasSentSigint_stillCleansUpAfterAKilledRoot() {
        Path here = directory.resolve("here");
        try (RunningProgram program = ParentProgram.of(ProgramTasks.Staying.class, directory)
                .argument(here)
                .start()) {
            long child = Long.parseLong(program.awaitLine("child "));
            Await.file(here);
            Signals.send("INT", child);
            assertThat(Leftovers.in(directory).files()).isNotEmpty();
            program.signal("KILL");
            Leftovers.in(directory).assertNone();
        }
    }

    @Test
    @Conformance("TestResourceTracker.test_resource_tracker_sigterm")
    void root_thatIsTerminated_cleansUp() {
        Path here = directory.resolve("here");
        try (RunningProgram program = ParentProgram.of(ProgramTasks.Staying.class, directory)
                .argument(here)
                .start()) {
            Await.file(here);
            program.signal("TERM");
            assertThat(program.awaitExit()).isEqualTo(143);
            Leftovers.in(directory).assertNone();
        }
    }

    /** Nobody is left to clean here: the next session does. */
    @Test
    @Conformance("TestResourceTracker.test_resource_tracker_sigkill")
    void tree_killedWhole_isSweptByTheNextSession() {
        Path here = directory.resolve("here");
        try (RunningProgram program = ParentProgram.of(ProgramTasks.Staying.class, directory)
                .argument(here)
                .start()) {
            long child = Long.parseLong(program.awaitLine("child "));
            Await.file(here);
            Signals.send("STOP", child);
            program.signal("KILL");
            Signals.send("KILL", child);
            program.awaitExit();
        }
        Leftovers.in(directory).assertNoProcesses();
        assertThat(Leftovers.in(directory).files()).isNotEmpty();

        try (RunningProgram next =
                ParentProgram.of(ProgramTasks.Flushing.class, directory).start()) {
            assertThat(next.awaitExit()).isZero();
        }
        Leftovers.in(directory).assertNone();
    }

    /** What is one cleaning process a tree in Python is one session a tree here. */
    @Test
    @Conformance("TestResourceTracker.test_resource_tracker_reused")
    void grandchild_joinsTheSessionOfItsTree() {
        Path here = directory.resolve("here");
        try (RunningProgram program = ParentProgram.of(ProgramTasks.Nesting.class, directory)
                .argument(here)
                .start()) {
            Await.file(here);
            String ofTheRoot = "runinprocess-" + program.pid() + "-";
            assertThat(Leftovers.in(directory).files())
                    .isNotEmpty()
                    .allSatisfy(file ->
                            assertThat(directory.relativize(file).toString()).startsWith(ofTheRoot));
        }
    }

    @RunInProcess
    static void nestAndStay(Path here) throws Exception {
        TouchAndStayLauncher.invoke(here);
    }

    @RunInProcess
    static void touchAndStay(Path here) throws Exception {
        Files.createFile(here);
        Thread.currentThread().join();
    }

    @Test
    @Conformance("MiscTestCase.test__all__")
    void module_exportsItsPublicPackagesAndNoOther() throws Exception {
        Path runtime = Path.of(Processes.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        ModuleDescriptor module =
                ModuleFinder.of(runtime).find("dev.runinprocess").orElseThrow().descriptor();

        assertThat(module.exports().stream()
                        .map(ModuleDescriptor.Exports::source)
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(
                        "dev.runinprocess",
                        "dev.runinprocess.channel",
                        "dev.runinprocess.codec",
                        "dev.runinprocess.failure",
                        "dev.runinprocess.link",
                        "dev.runinprocess.memory",
                        "dev.runinprocess.sync");
    }
}
