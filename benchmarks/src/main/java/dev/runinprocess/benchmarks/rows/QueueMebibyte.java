package dev.runinprocess.benchmarks.rows;

import dev.runinprocess.benchmarks.Row;
import dev.runinprocess.benchmarks.Run;
import dev.runinprocess.benchmarks.Target;
import dev.runinprocess.benchmarks.Unit;

/** A queue of arrays of a mebibyte from one process to another. */
final class QueueMebibyte implements Row {
    @Override
    public String name() {
        return "queue-1mib";
    }

    @Override
    public String title() {
        return "the same, 1 MiB";
    }

    @Override
    public String counted() {
        return "As `queue-1kib`, with arrays of 1 MiB.";
    }

    @Override
    public Target target() {
        return Target.atLeast(10);
    }

    @Override
    public Unit unit() {
        return Unit.RATE;
    }

    @Override
    public int operations() {
        return 100;
    }

    @Override
    public void measure(Run run) throws Exception {
        QueueTransfer.measureBytes(run, 1 << 20);
    }
}
