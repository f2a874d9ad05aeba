package dev.runinprocess.tests.standby;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runinprocess.Processes;
import dev.runinprocess.tests.testing.Await;
import dev.runinprocess.tests.testing.Conformance;
import dev.runinprocess.tests.testing.Leftovers;
import dev.runinprocess.tests.testing.ParentProgram;
import dev.runinprocess.tests.testing.RunningProgram;
import dev.runinprocess.tests.testing.Signals;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Classes that JVMs started ahead have initialised. */
final class PreloadTest {
    @TempDir
    private Path directory;

    private RunningProgram start(String... classes) {
        return ParentProgram.of(PreloadingProgram.class, directory)
                .argument(String.join(",", classes))
                .start();
    }

    @Test
    @Conformance("TestStartMethod.test_preload_resources")
    @Conformance("_TestSpawnedSysPath.test_forkserver_preload_imports_sys_path")
    void classWithALock_isReadyForTheTask_andLeavesNothing() {
        try (RunningProgram program = start("dev.runinprocess.tests.standby.Preloaded$WithALock")) {
            assertThat(program.awaitExit()).isZero();
            assertThat(program.stdout()).isEqualTo("spawned: false, here: false, ahead: true\n");
            assertThat(program.stderr()).isEmpty();
        }
        Leftovers.in(directory).assertNone();
    }

    @Test
    void classThatCannotBeInitialised_isToldOnce_andLaunchesSpawn() {
        try (RunningProgram program = start("dev.runinprocess.tests.standby.Preloaded$Broken")) {
            program.awaitErrorLine("Caused by: java.lang.IllegalStateException: no configuration for this class");
            assertThat(program.awaitExit()).isZero();
            assertThat(program.stdout()).isEqualTo("spawned: false, here: false, ahead: false\n");
            assertThat(program.stderr().lines().filter(line -> line.contains("is to be initialised ahead")))
                    .hasSize(1);
        }
        Leftovers.in(directory).assertNone();
    }

    @Test
    void classWhoseThreadLaunches_isRefusedThat() {
        try (RunningProgram program = start("dev.runinprocess.tests.standby.Preloaded$WithAThreadThatLaunches")) {
            assertThat(program.awaitExit()).isZero();
            assertThat(program.stdout()).isEqualTo("spawned: false, here: false, ahead: true\n");
        }
        Leftovers.in(directory).assertNone();
    }

    @Test
    void classThatLaunches_isNoForkBomb() {
        try (RunningProgram program = start("dev.runinprocess.tests.standby.Preloaded$Launching")) {
            program.awaitErrorLine("Caused by: java.lang.IllegalStateException: The static initialiser of");
            assertThat(program.awaitExit()).isZero();
        }
        Leftovers.in(directory).assertNone();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Hanging", "StartingAProgram"})
    void parentThatIsKilled_takesAlongASpareThatInitialises_andWhatThatHasStarted(String name) throws Exception {
        Path file = directory.resolve("program");
        try (RunningProgram program = start("dev.runinprocess.tests.standby.Preloaded$" + name)) {
            Await.file(file);
            program.signal("KILL");
            program.awaitExit();
        }
        long started = Long.parseLong(Files.readString(file));
        try {
            Leftovers.in(directory).assertNone();
            Await.end(started);
        } finally {
            Signals.send("KILL", started);
        }
    }

    @Test
    @Conformance("TestStartMethod.test_context_check_module_types")
    @SuppressWarnings("NullAway") // What a user without a checker for null may do.
    void namesThatNameNoClass_areRefusedAtOnce() {
        assertThatThrownBy(() -> Processes.preload(List.of("no.such.Class")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no.such.Class");
        assertThatThrownBy(() -> Processes.preload(Arrays.asList("java.lang.String", null)))
                .isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> Processes.preload((Class<?>) null)).isInstanceOf(NullPointerException.class);
    }
}
