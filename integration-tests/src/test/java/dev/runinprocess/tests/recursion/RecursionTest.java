package dev.runinprocess.tests.recursion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.tests.testing.Conformance;
import dev.runinprocess.tests.testing.Leftovers;
import dev.runinprocess.tests.testing.ParentProgram;
import dev.runinprocess.tests.testing.RunningProgram;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No fork bomb: what would repeat itself without end is refused, with an explanation. */
final class RecursionTest {
    private static final String EXPLANATION = "Launch from main or from a method, not from a static initialiser.";

    @TempDir
    Path directory;

    @AfterEach
    void nothingIsLeft() {
        Leftovers.in(directory).assertNone();
    }

    @Test
    @Conformance("TestNoForkBomb.test_noforkbomb")
    void taskClass_whoseInitialiserLaunchesIt_isRefusedInTheChild() {
        try (RunningProgram program = start(Bombs.Direct.class)) {
            assertThat(program.awaitExit()).isNotZero();
            assertThat(program.stdout().lines().toList())
                    .containsExactly("launching in depth 0", "launching in depth 1");
            assertThat(program.stderr()).contains("IllegalStateException").contains(EXPLANATION);
        }
    }

    @Test
    void classThatTheTaskUses_whoseInitialiserLaunchesTheTask_isRefusedOneLevelDown() {
        try (RunningProgram program = start(Bombs.Indirect.class)) {
            assertThat(program.awaitExit()).isNotZero();
            assertThat(program.stdout()).isEmpty();
            assertThat(program.stderr())
                    .contains("The static initialiser of " + Bombs.Indirect.Settings.class.getName())
                    .contains(EXPLANATION);
        }
    }

    @Test
    void threadOfAnInitialiser_thatLaunches_endsAtTheDepthLimit() {
        try (RunningProgram program = ParentProgram.of(Bombs.Threaded.class, directory)
                .property("runinprocess.maxDepth", 3)
                .start()) {
            assertThat(program.awaitExit()).isZero();
            assertThat(program.stdout().lines().filter(line -> line.startsWith("launching")))
                    .hasSize(4);
            assertThat(program.stderr()).contains("maxDepth=3").contains("-Druninprocess.maxDepth");
        }
    }

    @Test
    void initialiserOfAClassThatTheChildDoesNotUse_mayLaunch() {
        try (RunningProgram program = start(Bombs.Legitimate.class)) {
            assertThat(program.awaitLine("main has ")).isEqualTo("7");
            assertThat(program.awaitExit()).isZero();
        }
    }

    @Test
    void nestedLaunches_endAtTheLimitThatTheFirstProcessHas() {
        try (RunningProgram program = ParentProgram.of(Bombs.Deep.class, directory)
                .property("runinprocess.maxDepth", 4)
                .start()) {
            assertThat(program.awaitLine("depth ")).isEqualTo("4");
            assertThat(program.awaitExit()).isZero();
            assertThat(program.stdout()).contains("refused: ").contains("depth=5, maxDepth=4");
        }
    }

    private RunningProgram start(Class<?> main) {
        return ParentProgram.of(main, directory).start();
    }
}
