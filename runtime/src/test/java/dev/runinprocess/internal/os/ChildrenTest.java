package dev.runinprocess.internal.os;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** In a JVM of its own, since this one's other tests start processes, too. */
final class ChildrenTest {
    @Test
    void areNone_followsTheProcessesThatWereStarted() throws IOException, InterruptedException {
        Process jvm = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Program.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();

        String printed = new String(jvm.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();

        boolean told = new File("/proc/self/task/" + ProcessHandle.current().pid() + "/children").exists();
        assertThat(printed).isEqualTo(told ? "true false false true" : "false false false false");
        assertThat(jvm.waitFor()).isZero();
    }

    @Test
    void areNoneOf_anotherProcess_followsWhatThatStarts() throws IOException, InterruptedException {
        boolean told = new File("/proc/self/task/" + ProcessHandle.current().pid() + "/children").exists();
        Process shell = new ProcessBuilder(
                        "sh", "-c", "read go; sleep 1000 & echo $!; read end; kill $!; wait; echo; read end")
                .start();
        try (BufferedReader out = shell.inputReader();
                BufferedWriter in = shell.outputWriter()) {
            assertThat(Children.areNoneOf(shell.pid())).isEqualTo(told);

            in.append('\n').flush();
            out.readLine();
            assertThat(Children.areNoneOf(shell.pid())).isFalse();
            assertThat(Children.areNoneSeenOf(shell.pid())).isFalse();

            in.append('\n').flush();
            out.readLine();
            assertThat(Children.areNoneOf(shell.pid())).isEqualTo(told);
        }
        shell.waitFor();
        assertThat(Children.areNoneSeenOf(shell.pid())).isTrue();
        assertThat(Children.areNoneOf(shell.pid())).as("a process that is gone").isFalse();
    }

    static final class Program {
        private Program() {}

        public static void main(String[] args) throws IOException, InterruptedException {
            boolean before = Children.areNone();
            Process first = new ProcessBuilder("sleep", "1000").start();
            boolean during = Children.areNone();
            Process[] second = new Process[1];
            Thread starter = new Thread(() -> {
                try {
                    second[0] = new ProcessBuilder("sleep", "1000").start();
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            starter.start();
            starter.join();
            first.destroyForcibly().waitFor();
            boolean afterTheThreadThatStartedIt = Children.areNone();
            second[0].destroyForcibly().waitFor();
            System.out.println(before + " " + during + " " + afterTheThreadThatStartedIt + " " + Children.areNone());
        }
    }
}
