package dev.runinprocess.tests.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.tests.testing.Await;
import dev.runinprocess.tests.testing.Leftovers;
import dev.runinprocess.tests.testing.ParentProgram;
import dev.runinprocess.tests.testing.RunningProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a parent that ends does about its children. */
class ParentEndTest {
    @TempDir
    private Path directory;

    @AfterEach
    void nothingIsLeft() {
        Leftovers.in(directory).assertNone();
    }

    private RunningProgram start(String ending, String child) {
        return ParentProgram.of(EndingProgram.class, directory)
                .argument(ending)
                .argument(child)
                .argument(directory)
                .start();
    }

    @Test
    void mainThatReturns_waitsForChildrenThatAreNoDaemons() throws Exception {
        try (RunningProgram parent = start("return", "finishing")) {
            long child = Long.parseLong(parent.awaitLine("child "));
            parent.awaitLine("main returns");
            assertThat(Await.isRunning(child)).isTrue();
            assertThat(parent.isAlive()).isTrue();

            Files.createFile(directory.resolve("end"));

            assertThat(parent.awaitExit()).isZero();
            assertThat(Await.isRunning(child)).isFalse();
        }
    }

    @Test
    void mainThatReturns_terminatesDaemons() {
        try (RunningProgram parent = start("return", "daemon")) {
            long child = Long.parseLong(parent.awaitLine("child "));

            assertThat(parent.awaitExit()).isZero();
            assertThat(Await.isRunning(child)).isFalse();
        }
    }

    @Test
    void mainThatThrows_waitsForChildrenThatAreNoDaemons() throws Exception {
        try (RunningProgram parent = start("throw", "finishing")) {
            parent.awaitErrorLine("Exception in thread \"main\"");
            assertThat(parent.isAlive()).isTrue();

            Files.createFile(directory.resolve("end"));

            assertThat(parent.awaitExit()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"busy", "daemon", "hanging"})
    void systemExit_endsAllChildren(String kind) {
        try (RunningProgram parent = start("exit", kind)) {
            long child = Long.parseLong(parent.awaitLine("child "));

            assertThat(parent.awaitExit()).isEqualTo(3);
            assertThat(Await.isRunning(child)).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({"TERM, busy, 143", "TERM, hanging, 143", "INT, busy, 130", "INT, hanging, 130", "HUP, daemon, 129"})
    void signal_endsAllChildren(String signal, String kind, int code) {
        try (RunningProgram parent = start("stay", kind)) {
            long child = Long.parseLong(parent.awaitLine("child "));

            parent.signal(signal);

            assertThat(parent.awaitExit()).isEqualTo(code);
            assertThat(Await.isRunning(child)).isFalse();
        }
    }

    /** Launches when it is too late. */
    static final class LateProgram {
        private LateProgram() {}

        public static void main(String[] args) {
            Runtime.getRuntime().addShutdownHook(new Thread(LateProgram::launchLate));
            System.exit(0);
        }

        private static void launchLate() {
            try {
                System.out.println("started " + EchoLauncher.start("late"));
            } catch (RuntimeException e) {
                System.out.println("refused " + e);
            }
        }
    }

    @Test
    void launch_duringAShutdown_isRefused() {
        try (RunningProgram parent =
                ParentProgram.of(LateProgram.class, directory).start()) {
            assertThat(parent.awaitLine("refused "))
                    .isEqualTo("dev.runinprocess.failure.LaunchException: This JVM is shutting down, "
                            + "so it starts no more child processes.");
            assertThat(parent.awaitExit()).isZero();
        }
    }
}
