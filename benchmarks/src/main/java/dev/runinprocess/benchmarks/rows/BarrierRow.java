package dev.runinprocess.benchmarks.rows;

import dev.runinprocess.RunInProcess;
import dev.runinprocess.benchmarks.Cores;
import dev.runinprocess.benchmarks.Effort;
import dev.runinprocess.benchmarks.Row;
import dev.runinprocess.benchmarks.Run;
import dev.runinprocess.benchmarks.Target;
import dev.runinprocess.benchmarks.Unit;
import dev.runinprocess.sync.ProcessBarrier;

/** Two processes that meet again and again. */
final class BarrierRow implements Row {
    @RunInProcess
    static void meet(ProcessBarrier barrier, int core) throws Exception {
        Cores.pinTo(core);
        while (true) {
            barrier.await();
        }
    }

    @Override
    public String name() {
        return "barrier";
    }

    @Override
    public String title() {
        return "barrier of 2";
    }

    @Override
    public String counted() {
        return "Rounds in a second of two processes that do nothing but wait for each other.";
    }

    @Override
    public Target target() {
        return Target.atLeast(100);
    }

    @Override
    public Unit unit() {
        return Unit.RATE;
    }

    @Override
    public int operations() {
        return 1000;
    }

    @Override
    public Effort effort(Effort usual) {
        return usual.withLongWarmUp();
    }

    @Override
    public void measure(Run run) throws Exception {
        ProcessBarrier barrier = ProcessBarrier.create(2);
        Other.whileRunning(
                MeetLauncher.start(barrier, run.otherCore()),
                () -> run.batches(operations -> {
                    for (int i = 0; i < operations; i++) {
                        barrier.await();
                    }
                }));
    }
}
