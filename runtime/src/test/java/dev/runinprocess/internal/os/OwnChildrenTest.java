package dev.runinprocess.internal.os;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** In a JVM of its own, since this one's other tests start processes, too. */
final class OwnChildrenTest {
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

    static final class Program {
        private Program() {}

        public static void main(String[] args) throws IOException, InterruptedException {
            boolean before = OwnChildren.areNone();
            Process first = new ProcessBuilder("sleep", "1000").start();
            boolean during = OwnChildren.areNone();
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
            boolean afterTheThreadThatStartedIt = OwnChildren.areNone();
            second[0].destroyForcibly().waitFor();
            System.out.println(before + " " + during + " " + afterTheThreadThatStartedIt + " " + OwnChildren.areNone());
        }
    }
}
