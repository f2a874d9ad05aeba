package dev.runinprocess.benchmarks.rows;

import dev.runinprocess.benchmarks.Row;
import dev.runinprocess.benchmarks.Run;
import dev.runinprocess.benchmarks.Target;
import dev.runinprocess.benchmarks.Unit;

/** A pipe of messages of 16 bytes from one process to another. */
final class PipeSixteenBytes implements Row {
    @Override
    public String name() {
        return "pipe-one-way-16b";
    }

    @Override
    public String title() {
        return "pipe one way, 16 B";
    }

    @Override
    public String counted() {
        return "Messages of 16 bytes that one process sends into a pipe on and on, and another receives. Here it receives them in one buffer, in Python in an object each.";
    }

    @Override
    public Target target() {
        return Target.atLeast(40);
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
        PipeTransfer.measure(run, 16);
    }
}
