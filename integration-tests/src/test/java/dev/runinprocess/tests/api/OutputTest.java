package dev.runinprocess.tests.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runinprocess.ChildProcess;
import dev.runinprocess.Output;
import dev.runinprocess.ProcessOptions;
import dev.runinprocess.failure.LaunchException;
import dev.runinprocess.tests.testing.Await;
import dev.runinprocess.tests.testing.LeavesNothing;
import dev.runinprocess.tests.testing.Leftovers;
import dev.runinprocess.tests.testing.ParentProgram;
import dev.runinprocess.tests.testing.RunningProgram;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Where a child's streams go. */
@ExtendWith(LeavesNothing.class)
class OutputTest {
    private static final ProcessOptions DEFAULTS = ProcessOptions.defaults();

    /** Starts a child whose streams it leaves where they go by default. */
    static final class InheritingProgram {
        private InheritingProgram() {}

        public static void main(String[] args) throws Exception {
            System.out.println("parent says");
            PrintLauncher.invoke("child says\n", "child complains\n");
        }
    }

    @Test
    void inherit_goesWhereTheParentsOwnStreamsGo(@TempDir Path directory) {
        try (RunningProgram program =
                ParentProgram.of(InheritingProgram.class, directory).start()) {
            assertThat(program.awaitExit()).isZero();
            assertThat(program.stdout()).isEqualTo("parent says\nchild says\n");
            assertThat(program.stderr()).isEqualTo("child complains\n");
        }
        Leftovers.in(directory).assertNone();
    }

    @Test
    void capture_keepsTheTextForTheParent() throws Exception {
        ChildProcess<Void> child = PrintLauncher.call("one\nunfinished", "oh\n")
                .options(DEFAULTS.stdout(Output.capture()).stderr(Output.capture()))
                .start();
        child.join();

        assertThat(child.capturedStdout()).hasValue("one\nunfinished");
        assertThat(child.capturedStderr()).hasValue("oh\n");
    }

    @Test
    void capture_showsWhatCameSoFar(@TempDir Path directory) throws Exception {
        ChildProcess<Void> child = PrintAndStayLauncher.call(directory.resolve("here"), "so far")
                .options(DEFAULTS.stdout(Output.capture()))
                .start();

        Await.until("the text came", () -> child.capturedStdout().orElseThrow().equals("so far"));
        assertThat(child.isAlive()).isTrue();
        assertThat(child.capturedStderr()).isEmpty();

        child.kill();
        child.join();
    }

    @Test
    void captureOfMegabytes_doesNotBlockTheChild() throws Exception {
        String much = "0123456789".repeat(300_000);
        ChildProcess<Void> child = PrintLauncher.call(much, much)
                .options(DEFAULTS.stdout(Output.capture()).stderr(Output.capture()))
                .start();
        child.join();

        assertThat(much.equals(child.capturedStdout().orElseThrow())).isTrue();
        assertThat(much.equals(child.capturedStderr().orElseThrow())).isTrue();
    }

    @Test
    void forward_printsWholeLinesWithAPrefix_throughThePresentSystemOut() throws Exception {
        PrintStream before = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, Charset.defaultCharset()));
        try {
            PrintLauncher.call("one\ntwo\r\n\nunfinished", "")
                    .options(DEFAULTS.stdout(Output.forward("[child] ")))
                    .start()
                    .join();
        } finally {
            System.setOut(before);
        }

        assertThat(bytes.toString(Charset.defaultCharset()).lines())
                .containsExactly("[child] one", "[child] two", "[child] ", "[child] unfinished");
    }

    @Test
    void forwardOfStderr_goesThroughThePresentSystemErr() throws Exception {
        PrintStream before = System.err;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setErr(new PrintStream(bytes, true, Charset.defaultCharset()));
        try {
            PrintLauncher.call("", "careful\n")
                    .options(DEFAULTS.stderr(Output.forward("! ")))
                    .start()
                    .join();
        } finally {
            System.setErr(before);
        }

        assertThat(bytes.toString(Charset.defaultCharset()).lines()).containsExactly("! careful");
    }

    @Test
    void discard_goesNowhere() throws Exception {
        ChildProcess<Void> child = PrintLauncher.call("quiet", "quiet")
                .options(DEFAULTS.stdout(Output.discard()).stderr(Output.discard()))
                .start();
        child.join();

        assertThat(child.exitCode()).hasValue(0);
        assertThat(child.capturedStdout()).isEmpty();
    }

    @Test
    void files_areReplacedOrAppendedTo(@TempDir Path directory) throws Exception {
        Path replaced = Files.writeString(directory.resolve("replaced"), "old\n");
        Path appended = Files.writeString(directory.resolve("appended"), "old\n");

        PrintLauncher.call("new\n", "news\n")
                .options(DEFAULTS.stdout(Output.toFile(replaced)).stderr(Output.appendTo(appended)))
                .start()
                .join();

        assertThat(replaced).hasContent("new\n");
        assertThat(appended).hasContent("old\nnews\n");
    }

    @Test
    void fileInADirectoryThatDoesNotExist_failsTheStart(@TempDir Path directory) {
        Path file = directory.resolve("missing/file");
        ChildProcess<Void> process = PrintLauncher.call("", "")
                .options(DEFAULTS.stdout(Output.toFile(file)))
                .process();

        assertThatThrownBy(process::start)
                .isExactlyInstanceOf(LaunchException.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    @SuppressWarnings("NullAway") // Bad use is the case.
    void nulls_areRefused() {
        assertThatThrownBy(() -> Output.forward(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> Output.toFile(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> Output.appendTo(null)).isInstanceOf(NullPointerException.class);
    }
}
