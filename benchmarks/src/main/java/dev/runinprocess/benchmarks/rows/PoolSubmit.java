package dev.runinprocess.benchmarks.rows;

import dev.runinprocess.ProcessPool;
import dev.runinprocess.benchmarks.Row;
import dev.runinprocess.benchmarks.Run;
import dev.runinprocess.benchmarks.Target;

/** One task after the other, each submitted when the one before has its result. */
final class PoolSubmit implements Row {
    @Override
    public String name() {
        return "pool-submit";
    }

    @Override
    public String title() {
        return "pool, submit → result";
    }

    @Override
    public String counted() {
        return "A task that adds 1 to a number is submitted to a pool of one worker (Python: `ProcessPoolExecutor`), and its result waited for.";
    }

    @Override
    public Target target() {
        return Target.atMost(0.05);
    }

    @Override
    public int operations() {
        return 1000;
    }

    @Override
    public void measure(Run run) throws Exception {
        try (ProcessPool pool = PoolWork.ofOne(run)) {
            run.batches(operations -> {
                for (int i = 0; i < operations; i++) {
                    pool.submit(IncrementLauncher.call(i)).get();
                }
            });
        }
    }
}
