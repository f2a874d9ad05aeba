package dev.runinprocess.benchmarks.rows;

import dev.runinprocess.ChildProcess;
import dev.runinprocess.RunInProcess;
import dev.runinprocess.benchmarks.Effort;
import dev.runinprocess.benchmarks.Load;
import dev.runinprocess.benchmarks.Placement;
import dev.runinprocess.benchmarks.Row;
import dev.runinprocess.benchmarks.Run;
import dev.runinprocess.benchmarks.Target;
import dev.runinprocess.benchmarks.Unit;
import dev.runinprocess.sync.ProcessEvent;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a process costs that does nothing but wait. */
final class IdleWaiter implements Row {
    @RunInProcess
    static void waitForEver(ProcessEvent never, ProcessEvent waits) throws InterruptedException {
        waits.set();
        never.await();
    }

    @Override
    public String name() {
        return "idle-waiter";
    }

    @Override
    public String title() {
        return "processor time of a process that waits";
    }

    @Override
    public String counted() {
        return "All threads of a process with one parked waiter, over 5 s, from the kernel's scheduler; a JVM's own housekeeping is part of it.";
    }

    @Override
    public Target target() {
        return Target.shareAtMost(0.005);
    }

    @Override
    public Unit unit() {
        return Unit.PROCESSOR_SHARE;
    }

    @Override
    public List<Placement> placements() {
        return List.of(Placement.FREE);
    }

    @Override
    public List<Load> loads() {
        return List.of(Load.IDLE);
    }

    @Override
    public Effort effort(Effort usual) {
        return usual.withTimes(usual.warmUpSeconds(), 5 * usual.measureSeconds());
    }

    @Override
    public void measure(Run run) throws Exception {
        ProcessEvent waits = ProcessEvent.create();
        ChildProcess<Void> child = WaitForEverLauncher.start(ProcessEvent.create(), waits);
        Other.whileRunning(child, () -> {
            waits.await();
            Thread.sleep((long) (run.warmUpSeconds() * 1000));
            long start = System.nanoTime();
            long before = processorNanos(child.pid());
            Thread.sleep((long) (run.measureSeconds() * 1000));
            long used = processorNanos(child.pid()) - before;
            run.report(used / ((System.nanoTime() - start) / 1e9));
        });
    }

    private static long processorNanos(long pid) throws IOException {
        long nanos = 0;
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(Path.of("/proc/" + pid + "/task"))) {
            for (Path thread : threads) {
                nanos += Long.parseLong(
                        Files.readString(thread.resolve("schedstat")).split(" ", 2)[0]);
            }
        }
        return nanos;
    }
}
