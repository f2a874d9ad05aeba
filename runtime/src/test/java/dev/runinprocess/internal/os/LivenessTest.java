package dev.runinprocess.internal.os;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class LivenessTest {
    @Test
    void isRunning_ofALivingProcess_isTrue() {
        assertThat(Liveness.isRunning(ProcessHandle.current().pid())).isTrue();
    }

    @Test
    void isRunning_ofAStoppedProcess_isTrue() throws IOException, InterruptedException {
        Process stopped = new ProcessBuilder("sh", "-c", "kill -STOP $$; sleep 1000").start();
        assertThat(stopped.waitFor(100, TimeUnit.MILLISECONDS)).isFalse();

        assertThat(Liveness.isRunning(stopped.pid())).isTrue();

        stopped.destroyForcibly().waitFor();
        assertThat(Liveness.isRunning(stopped.pid())).isFalse();
    }

    /** The shell starts a process and becomes another program, which never asks for that process's exit code. */
    @Test
    void isRunning_ofOneThatEndedAndIsWaitedForByNobody_isFalse() throws IOException {
        Process careless = new ProcessBuilder("sh", "-c", "sh -c 'echo $$; read line' & exec sleep 1000").start();
        long ended = Long.parseLong(
                new BufferedReader(new InputStreamReader(careless.getInputStream(), StandardCharsets.UTF_8))
                        .readLine());
        ProcessHandle handle = ProcessHandle.of(ended).orElseThrow();
        handle.destroyForcibly();

        await().until(() -> !Liveness.isRunning(ended));

        assertThat(handle.isAlive()).as("what the JDK says of it").isTrue();
        careless.destroyForcibly();
    }
}
