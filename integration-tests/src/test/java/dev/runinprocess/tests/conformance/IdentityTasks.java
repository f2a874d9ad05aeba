package dev.runinprocess.tests.conformance;

import dev.runinprocess.CurrentProcess;
import dev.runinprocess.ParentDeath;
import dev.runinprocess.ParentProcess;
import dev.runinprocess.ProcessOptions;
import dev.runinprocess.Processes;
import dev.runinprocess.RunInProcess;
import dev.runinprocess.tests.testing.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** What a child sees of itself and of its parent. */
final class IdentityTasks {
    private IdentityTasks() {}

    /** All that a process can tell of itself. */
    @SuppressWarnings("ArrayRecordComponent") // As users write them.
    record Seen(
            List<Integer> positional,
            int hello,
            double bye,
            String name,
            boolean daemon,
            byte[] authKey,
            long pid,
            long operatingSystemPid,
            long parentPid,
            String parentName,
            String threadName) {}

    @RunInProcess
    static Seen look(int first, int second, int hello, double bye) {
        CurrentProcess self = Processes.current();
        ParentProcess parent = Processes.parent().orElseThrow();
        return new Seen(
                List.of(first, second),
                hello,
                bye,
                self.name(),
                self.isDaemon(),
                self.authKey(),
                self.pid(),
                ProcessHandle.current().pid(),
                parent.pid(),
                parent.name(),
                Thread.currentThread().getName());
    }

    /** One value of each kind that Python's test sends. */
    @SuppressWarnings("ArrayRecordComponent") // As users write them.
    record Values(int number, String text, List<Integer> list, int[] array) {}

    @RunInProcess
    static Values echo(int number, String text, List<Integer> list, int[] array) {
        return new Values(number, text, list, array);
    }

    /** Starts a grandchild that outlives this process, and stays. */
    @RunInProcess
    static void startWitness(Path report) throws IOException, InterruptedException {
        WitnessLauncher.with()
                .report(report)
                .options(ProcessOptions.defaults().parentDeath(ParentDeath.OUTLIVE))
                .start();
        Await.file(report);
        Thread.currentThread().join(Duration.ofMinutes(5).toMillis());
    }

    @RunInProcess
    static void witness(Path report) throws IOException, InterruptedException {
        ParentProcess parent = Processes.parent().orElseThrow();
        report(report, parent.isAlive() ? "alive" : "not alive");
        boolean ended = parent.join(Duration.ofSeconds(30));
        report(report.resolveSibling("after"), ended && !parent.isAlive() ? "not alive" : "alive");
    }

    /** Whole or not at all, for a reader that waits for the file. */
    private static void report(Path file, String text) throws IOException {
        Path part = Files.writeString(file.resolveSibling(file.getFileName() + ".part"), text);
        Files.move(part, file);
    }
}
