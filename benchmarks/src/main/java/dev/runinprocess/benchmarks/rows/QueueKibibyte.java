package dev.runinprocess.benchmarks.rows;

import dev.runinprocess.benchmarks.Row;
import dev.runinprocess.benchmarks.Run;
import dev.runinprocess.benchmarks.Target;
import dev.runinprocess.benchmarks.Unit;

/** A queue of arrays of a kibibyte from one process to another. */
final class QueueKibibyte implements Row {
    @Override
    public String name() {
        return "queue-1kib";
    }

    @Override
    public String title() {
        return "the same, 1 KiB";
    }

    @Override
    public String counted() {
        return "As `queue-int`, with arrays of 1 KiB; in Python `bytes`.";
    }

    @Override
    public Target target() {
        return Target.atLeast(25);
    }

    @Override
    public Unit unit() {
        return Unit.RATE;
    }

    @Override
    public int operations() {
        return 20_000;
    }

    @Override
    public void measure(Run run) throws Exception {
        QueueTransfer.measureBytes(run, 1 << 10);
    }
}
