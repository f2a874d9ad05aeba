package dev.runinprocess.benchmarks.rows;

import dev.runinprocess.benchmarks.Effort;
import dev.runinprocess.benchmarks.Row;
import dev.runinprocess.benchmarks.Run;
import dev.runinprocess.benchmarks.Target;
import dev.runinprocess.benchmarks.Unit;

/** A pipe of messages of one length from one process to another. */
final class PipeOneWay implements Row {
    private static final int USUAL_BUFFER = 1 << 17;
    private static final int MEBIBYTE = 1 << 20;

    private final String name;
    private final String title;
    private final String counted;
    private final double target;
    private final int operations;
    private final int messageBytes;
    private final int bufferBytes;

    private PipeOneWay(
            String name,
            String title,
            String counted,
            double target,
            int operations,
            int messageBytes,
            int bufferBytes) {
        this.name = name;
        this.title = title;
        this.counted = counted;
        this.target = target;
        this.operations = operations;
        this.messageBytes = messageBytes;
        this.bufferBytes = bufferBytes;
    }

    static PipeOneWay sixteenBytes() {
        return new PipeOneWay(
                "pipe-one-way-16b",
                "pipe one way, 16 B",
                "Messages of 16 bytes that one process sends into a pipe on and on, and another receives. Here it receives them in one buffer, in Python in an object each.",
                40,
                100_000,
                16,
                USUAL_BUFFER);
    }

    static PipeOneWay mebibyte() {
        return new PipeOneWay(
                "pipe-one-way-1mib",
                "the same, 1 MiB",
                "As `pipe-one-way-16b`, with messages of 1 MiB.",
                25,
                100,
                MEBIBYTE,
                USUAL_BUFFER);
    }

    static PipeOneWay mebibyteBuffered() {
        return new PipeOneWay(
                "pipe-one-way-1mib-buffered",
                "the same, large buffer",
                "As `pipe-one-way-1mib`, through a pipe that was made with a buffer of 4 MiB. Python's has none to choose.",
                25,
                100,
                MEBIBYTE,
                4 * MEBIBYTE);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String counted() {
        return counted;
    }

    @Override
    public Target target() {
        return Target.atLeast(target);
    }

    @Override
    public Unit unit() {
        return Unit.RATE;
    }

    @Override
    public int operations() {
        return operations;
    }

    @Override
    public Effort effort(Effort usual) {
        return usual.withLongWarmUp();
    }

    @Override
    public void measure(Run run) throws Exception {
        PipeTransfer.measure(run, messageBytes, bufferBytes);
    }
}
