package dev.runinprocess.tests.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class AwaitTest {
    @Test
    void processThatNobodyWaitedFor_doesNotRun() throws IOException {
        Process neglectful = new ProcessBuilder("sh", "-c", "sleep 0 & echo $!; exec sleep 1000").start();
        try (BufferedReader output = neglectful.inputReader()) {
            long zombie = Long.parseLong(output.readLine());

            Await.end(zombie);

            assertThat(Await.isRunning(neglectful.pid())).isTrue();
        } finally {
            neglectful.destroyForcibly();
        }
        Await.end(neglectful.pid());
    }
}
