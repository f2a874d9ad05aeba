package dev.runinprocess.benchmarks.rows;

import dev.runinprocess.benchmarks.Row;
import dev.runinprocess.benchmarks.Run;
import dev.runinprocess.benchmarks.Target;
import dev.runinprocess.benchmarks.Unit;

/** A pipe of messages of a mebibyte from one process to another. */
final class PipeMebibyte implements Row {
    @Override
    public String name() {
        return "pipe-one-way-1mib";
    }

    @Override
    public String title() {
        return "the same, 1 MiB";
    }

    @Override
    public String counted() {
        return "As `pipe-one-way-16b`, with messages of 1 MiB.";
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
        return 100;
    }

    @Override
    public void measure(Run run) throws Exception {
        PipeTransfer.measure(run, 1 << 20);
    }
}
