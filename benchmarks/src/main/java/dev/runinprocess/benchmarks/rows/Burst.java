package dev.runinprocess.benchmarks.rows;

import dev.runinprocess.ChildProcess;
import dev.runinprocess.RunInProcess;
import dev.runinprocess.benchmarks.Effort;
import dev.runinprocess.benchmarks.Placement;
import dev.runinprocess.benchmarks.Row;
import dev.runinprocess.benchmarks.Run;
import dev.runinprocess.benchmarks.Target;
import java.util.ArrayList;
import java.util.List;

/** Many children at once, until all are gone. */
final class Burst implements Row {
    private final boolean archived;

    Burst(boolean archived) {
        this.archived = archived;
    }

    @RunInProcess
    static void doNothing() {}

    @Override
    public String name() {
        return archived ? "burst-archived" : "burst";
    }

    @Override
    public String title() {
        return "burst of 100 cold starts, until all are gone, " + (archived ? "archive warm" : "no archive");
    }

    @Override
    public String counted() {
        return "A parent starts 100 children (Python: `spawn`) that return at once, one after the other without waiting, and joins them all.";
    }

    @Override
    public Target target() {
        return Target.atMost(0.6);
    }

    @Override
    public List<Placement> placements() {
        return List.of(Placement.FREE);
    }

    @Override
    public int operations() {
        return 100;
    }

    /** One burst takes seconds. */
    @Override
    public Effort effort(Effort usual) {
        return usual.withTimes(0, 0);
    }

    @Override
    public void measure(Run run) throws Exception {
        if (archived) {
            ClassArchive.ready(() -> DoNothingLauncher.start().get());
        } else {
            ClassArchive.off();
        }
        run.samples(() -> {
            List<ChildProcess<Void>> children = new ArrayList<>();
            long start = System.nanoTime();
            for (int i = 0; i < run.operations(); i++) {
                children.add(DoNothingLauncher.start());
            }
            for (ChildProcess<Void> child : children) {
                child.join();
            }
            return System.nanoTime() - start;
        });
    }
}
