package dev.runinprocess.benchmarks.rows;

import dev.runinprocess.ChildProcess;
import dev.runinprocess.RunInProcess;
import dev.runinprocess.benchmarks.Placement;
import dev.runinprocess.benchmarks.Row;
import dev.runinprocess.benchmarks.Run;
import dev.runinprocess.benchmarks.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** The time from the kill of a child until the one who waits for it knows. */
final class Kill implements Row {
    private static final int KILLED = 128 + 9;

    @RunInProcess
    static void waitToBeKilled(Path ready) throws IOException, InterruptedException {
        Files.createFile(ready);
        new CountDownLatch(1).await();
    }

    @Override
    public String name() {
        return "kill";
    }

    @Override
    public String title() {
        return "SIGKILL → the waiter on that process knows";
    }

    @Override
    public String counted() {
        return "`kill()` and then `join()` of a child (Python: `spawn`) that waits.";
    }

    @Override
    public Target target() {
        return Target.atMost(1.8);
    }

    @Override
    public List<Placement> placements() {
        return List.of(Placement.FREE, Placement.SAME);
    }

    @Override
    public void measure(Run run) throws Exception {
        Path directory = Files.createTempDirectory("runinprocess-kill");
        try {
            run.samples(() -> sample(directory.resolve("ready")));
        } finally {
            Files.delete(directory);
        }
    }

    private static double sample(Path ready) throws Exception {
        ChildProcess<Void> child = WaitToBeKilledLauncher.start(ready);
        while (!Files.exists(ready)) {
            Thread.sleep(1);
        }
        Files.delete(ready);
        long start = System.nanoTime();
        child.kill();
        child.join();
        long taken = System.nanoTime() - start;
        if (child.exitCode().getAsInt() != KILLED) {
            throw new IllegalStateException("was not killed: exitCode=" + child.exitCode());
        }
        return taken;
    }
}
