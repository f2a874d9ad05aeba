package dev.runinprocess.tests.standby;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.tests.testing.Await;
import dev.runinprocess.tests.testing.Leftovers;
import dev.runinprocess.tests.testing.ParentProgram;
import dev.runinprocess.tests.testing.RunningProgram;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The end of JVMs that wait for a task which never comes. */
final class SpareEndTest {
    @TempDir
    private Path directory;

    @AfterEach
    void nothingIsLeft() {
        Leftovers.in(directory).assertNone();
    }

    private RunningProgram start(String ending, String... properties) {
        ParentProgram program =
                ParentProgram.of(WaitingProgram.class, directory).argument(ending);
        for (String property : properties) {
            program.option("-D" + property);
        }
        return program.start();
    }

    @ParameterizedTest
    @CsvSource({"return, 0", "exit, 3", "halt, 4", "throw, 1"})
    void parentThatEnds_takesThemAlong(String ending, int code) {
        try (RunningProgram program = start(ending)) {
            program.awaitLine("spares 2");
            assertThat(program.awaitExit()).isEqualTo(code);
        }
        Leftovers.in(directory).assertNoProcesses();
    }

    @ParameterizedTest
    @ValueSource(strings = {"KILL", "TERM"})
    void parentThatIsKilled_takesThemAlong(String signal) {
        try (RunningProgram program = start("stay")) {
            program.awaitLine("spares 2");
            assertThat(spares()).hasSize(2);
            program.signal(signal);
            program.awaitExit();
        }
        Leftovers.in(directory).assertNone();
    }

    @Test
    void sparesThatNobodyAsksFor_areEnded() {
        try (RunningProgram program = start("stay", "runinprocess.spareIdleSeconds=1")) {
            program.awaitLine("spares 2");
            program.awaitLine("spares 0");
            Await.until("they have ended", () -> spares().isEmpty());
            assertThat(program.awaitExit()).isZero();
        }
    }

    @Test
    void numberOfSpares_isAnOption() {
        try (RunningProgram program = start("stay", "runinprocess.spares=3", "runinprocess.maxSpares=1")) {
            program.awaitLine("spares 1");
            assertThat(spares()).hasSize(1);
        }
    }

    @Test
    void noSpares_isAnOption() {
        try (RunningProgram program = start("none", "runinprocess.spares=0")) {
            assertThat(program.awaitExit()).isZero();
            assertThat(program.stdout()).doesNotContain("spares");
        }
    }

    private List<String> spares() {
        return Leftovers.in(directory).processes().stream()
                .filter(process -> process.contains("StandbyMain"))
                .toList();
    }
}
