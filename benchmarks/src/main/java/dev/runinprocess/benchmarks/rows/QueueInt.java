package dev.runinprocess.benchmarks.rows;

import dev.runinprocess.benchmarks.Row;
import dev.runinprocess.benchmarks.Run;
import dev.runinprocess.benchmarks.Target;
import dev.runinprocess.benchmarks.Unit;

/** A queue of numbers from one process to another. */
final class QueueInt implements Row {
    @Override
    public String name() {
        return "queue-int";
    }

    @Override
    public String title() {
        return "queue, 1 producer, 1 consumer, int";
    }

    @Override
    public String counted() {
        return "Numbers that go through an unbounded queue in a second, from the process that puts them to the one that takes them.";
    }

    @Override
    public Target target() {
        return Target.atLeast(50);
    }

    @Override
    public Unit unit() {
        return Unit.RATE;
    }

    @Override
    public int operations() {
        return 100_000;
    }

    @Override
    public void measure(Run run) throws Exception {
        QueueTransfer.measureNumbers(run);
    }
}
