package dev.runinprocess.benchmarks.rows;

import dev.runinprocess.RunInProcess;
import dev.runinprocess.benchmarks.Cores;
import dev.runinprocess.benchmarks.Row;
import dev.runinprocess.benchmarks.Run;
import dev.runinprocess.benchmarks.Target;
import dev.runinprocess.memory.SharedInt;

/** A shared value that two processes count up at the same time. */
final class ValueIncrementByTwo implements Row {
    @RunInProcess
    static void countUp(SharedInt value, int core) throws Exception {
        Cores.pinTo(core);
        while (true) {
            ValueIncrement.increment(value);
        }
    }

    @Override
    public String name() {
        return "value-increment-by-two";
    }

    @Override
    public String title() {
        return "the same while another process does it, too";
    }

    @Override
    public String counted() {
        return "As `value-increment`, in a loop, while a second process counts up the same value; the time is that of the first process's increments.";
    }

    @Override
    public Target target() {
        return Target.atMost(0.05);
    }

    @Override
    public int operations() {
        return 10_000;
    }

    @Override
    public void measure(Run run) throws Exception {
        SharedInt value = SharedInt.create(0);
        Other.whileRunning(
                CountUpLauncher.start(value, run.otherCore()),
                () -> run.batches(operations -> {
                    for (int i = 0; i < operations; i++) {
                        ValueIncrement.increment(value);
                    }
                }));
    }
}
