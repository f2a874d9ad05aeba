package dev.runinprocess.tests.conformance;

import dev.runinprocess.Daemon;
import dev.runinprocess.RunInProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Children that are told to end. */
final class ControlTasks {
    private ControlTasks() {}

    @RunInProcess(daemon = Daemon.YES)
    static void sleepLong(Path here) throws IOException, InterruptedException {
        Files.createFile(here);
        TimeUnit.SECONDS.sleep(Duration.ofMinutes(2).toSeconds());
    }

    @RunInProcess
    static int sum(int[] numbers) {
        int sum = 0;
        for (int number : numbers) {
            sum += number;
        }
        return sum;
    }
}
