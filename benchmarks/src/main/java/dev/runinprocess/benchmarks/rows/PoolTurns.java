package dev.runinprocess.benchmarks.rows;

import dev.runinprocess.ProcessPool;
import dev.runinprocess.benchmarks.Effort;
import dev.runinprocess.benchmarks.Row;
import dev.runinprocess.benchmarks.Run;
import dev.runinprocess.benchmarks.Target;

/** One task after the other, each given to the pool when the one before has its result. */
final class PoolTurns implements Row {
    private final boolean submitted;

    /** Submitted, or called. */
    PoolTurns(boolean submitted) {
        this.submitted = submitted;
    }

    @Override
    public String name() {
        return submitted ? "pool-submit" : "pool-apply";
    }

    @Override
    public String title() {
        return submitted ? "pool, submit → result" : "pool, `call`";
    }

    @Override
    public String counted() {
        return submitted
                ? "A task that adds 1 to a number is submitted to a pool of one worker (Python: `ProcessPoolExecutor`), and its result waited for."
                : "A method that adds 1 to a number is called in a pool of one worker (Python: `Pool.apply`).";
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
    public Effort effort(Effort usual) {
        return usual.withVeryLongWarmUp();
    }

    @Override
    public void measure(Run run) throws Exception {
        try (ProcessPool pool = PoolWork.ofOne(run)) {
            run.batches(operations -> {
                for (int i = 0; i < operations; i++) {
                    if (submitted) {
                        pool.submit(IncrementLauncher.call(i)).get();
                    } else {
                        pool.call(IncrementLauncher.call(i));
                    }
                }
            });
        }
    }
}
