package dev.runinprocess.tests.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.ChildProcess;
import dev.runinprocess.Output;
import dev.runinprocess.ParentDeath;
import dev.runinprocess.ParentProcess;
import dev.runinprocess.ProcessOptions;
import dev.runinprocess.Processes;
import dev.runinprocess.RunInProcess;
import dev.runinprocess.tests.testing.Await;
import dev.runinprocess.tests.testing.Leftovers;
import dev.runinprocess.tests.testing.ParentProgram;
import dev.runinprocess.tests.testing.RunningProgram;
import dev.runinprocess.tests.testing.Stage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code ParentDeath}: what becomes of a child whose parent is gone. */
class ParentDeathTest {
    /** Goes on, launches a child of its own, and tells what it found. */
    @RunInProcess
    static void goOnAlone(Path directory) throws Exception {
        ParentProcess parent = Processes.parent().orElseThrow();
        Stage.reach(directory.resolve("here"));
        boolean ended = parent.join(Duration.ofSeconds(60));
        String report = "ended=" + ended + ", alive=" + parent.isAlive() + ", " + EchoLauncher.invoke("own child");
        Path written = Files.writeString(directory.resolve("report.part"), report);
        Files.move(written, directory.resolve("report"), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Starts a child that may outlive it, and returns or waits to be killed. */
    static final class LeavingProgram {
        private LeavingProgram() {}

        public static void main(String[] args) throws Exception {
            Path directory = Path.of(args[1]);
            ProcessOptions options = ProcessOptions.defaults()
                    .parentDeath(ParentDeath.valueOf(args[2]))
                    .stdout(Output.toFile(directory.resolve("stdout")))
                    .stderr(Output.toFile(directory.resolve("stderr")));
            ChildProcess<Void> child =
                    GoOnAloneLauncher.call(directory).options(options).start();
            Await.file(directory.resolve("here"));
            System.out.println("child " + child.pid());
            if (args[0].equals("stay")) {
                new CountDownLatch(1).await();
            }
        }
    }

    private static ParentProgram program(Path directory, String ending, ParentDeath policy) {
        return ParentProgram.of(LeavingProgram.class, directory)
                .argument(ending)
                .argument(directory)
                .argument(policy);
    }

    @Test
    void childThatOutlives_isNotWaitedFor_andGoesOnWithASessionOfItsOwn(@TempDir Path directory) throws Exception {
        long child;
        try (RunningProgram parent =
                program(directory, "return", ParentDeath.OUTLIVE).start()) {
            child = Long.parseLong(parent.awaitLine("child "));
            assertThat(parent.awaitExit()).isZero();
        }

        Await.file(directory.resolve("report"));
        assertThat(directory.resolve("report")).hasContent("ended=true, alive=false, own child");
        Await.end(child);
        Leftovers.in(directory).assertNone();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TERM", "KILL"})
    void childThatOutlives_goesOnAfterASignalToItsParent(String signal, @TempDir Path directory) {
        long child;
        try (RunningProgram parent =
                program(directory, "stay", ParentDeath.OUTLIVE).start()) {
            child = Long.parseLong(parent.awaitLine("child "));
            parent.signal(signal);
            assertThat(parent.awaitExit()).isEqualTo(signal.equals("TERM") ? 143 : 137);
        }

        Await.file(directory.resolve("report"));
        assertThat(directory.resolve("report")).hasContent("ended=true, alive=false, own child");
        Await.end(child);
        Leftovers.in(directory).assertNone();
    }

    @Test
    void childThatDoesNot_endsWithItsKilledParent(@TempDir Path directory) {
        long child;
        try (RunningProgram parent = program(directory, "stay", ParentDeath.END).start()) {
            child = Long.parseLong(parent.awaitLine("child "));
            parent.signal("KILL");
            assertThat(parent.awaitExit()).isEqualTo(137);
        }

        Await.end(child);
        assertThat(directory.resolve("report")).doesNotExist();
        Leftovers.in(directory).assertNone();
    }
}
