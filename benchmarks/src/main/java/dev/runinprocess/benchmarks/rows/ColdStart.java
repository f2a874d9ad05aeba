package dev.runinprocess.benchmarks.rows;

import dev.runinprocess.ChildProcess;
import dev.runinprocess.RunInProcess;
import dev.runinprocess.benchmarks.Placement;
import dev.runinprocess.benchmarks.Row;
import dev.runinprocess.benchmarks.Run;
import dev.runinprocess.benchmarks.Target;
import java.util.List;

/** A child from its start to its result. */
final class ColdStart implements Row {
    private final boolean archived;

    ColdStart(boolean archived) {
        this.archived = archived;
    }

    @RunInProcess
    static int answer(int question) {
        return question + 1;
    }

    @Override
    public String name() {
        return archived ? "cold-start-archived" : "cold-start";
    }

    @Override
    public String title() {
        return archived ? "cold `start` → result, archive warm" : "cold `start` → result, no archive";
    }

    @Override
    public String counted() {
        return "A parent that has started children before starts one (Python: `spawn`) with an int and waits for the int that comes back. "
                + "The child's end is not counted.";
    }

    @Override
    public Target target() {
        return Target.atMost(archived ? 0.65 : 1.1);
    }

    @Override
    public List<Placement> placements() {
        return List.of(Placement.FREE, Placement.SAME);
    }

    @Override
    public void measure(Run run) throws Exception {
        if (archived) {
            ClassArchive.ready(() -> AnswerLauncher.invoke(41));
        } else {
            ClassArchive.off();
        }
        run.samples(() -> {
            long start = System.nanoTime();
            ChildProcess<Integer> child = AnswerLauncher.start(41);
            int answer = child.get();
            long taken = System.nanoTime() - start;
            child.join();
            if (answer != 42) {
                throw new IllegalStateException("wrong: answer=" + answer);
            }
            return taken;
        });
    }
}
