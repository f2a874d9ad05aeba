package dev.runinprocess.benchmarks.rows;

import dev.runinprocess.ProcessPool;
import dev.runinprocess.benchmarks.Row;
import dev.runinprocess.benchmarks.Run;
import dev.runinprocess.benchmarks.Target;

/** One call after the other. */
final class PoolApply implements Row {
    @Override
    public String name() {
        return "pool-apply";
    }

    @Override
    public String title() {
        return "pool, `call`";
    }

    @Override
    public String counted() {
        return "A method that adds 1 to a number is called in a pool of one worker (Python: `Pool.apply`).";
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
                    pool.call(IncrementLauncher.call(i));
                }
            });
        }
    }
}
