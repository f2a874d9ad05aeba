package dev.runinprocess.benchmarks.rows;

import dev.runinprocess.benchmarks.Effort;
import dev.runinprocess.benchmarks.JavaPeer;
import dev.runinprocess.benchmarks.Row;
import dev.runinprocess.benchmarks.Run;
import dev.runinprocess.benchmarks.Target;
import dev.runinprocess.benchmarks.Unit;
import java.util.Optional;

/** A pipe of short messages, beside a ring that does nothing else. */
final class PipeAgainstAgrona implements Row {
    private static final int MESSAGE_BYTES = 64;

    @Override
    public String name() {
        return "pipe-64b";
    }

    @Override
    public String title() {
        return "pipe one way, 64 B, beside Agrona's ring";
    }

    @Override
    public String counted() {
        return "Messages of 64 bytes that one process sends on and on and another copies to an array: through a pipe; and through Agrona's `OneToOneRingBuffer` with its "
                + "`BackoffIdleStrategy`, which has no lock at either end and does not notice deaths.";
    }

    @Override
    public Target target() {
        return Target.atLeast(0.5);
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
    public Optional<JavaPeer> javaPeer() {
        return Optional.of(new AgronaRing(MESSAGE_BYTES));
    }

    @Override
    public Effort effort(Effort usual) {
        return usual.withLongWarmUp();
    }

    @Override
    public void measure(Run run) throws Exception {
        PipeTransfer.measure(run, MESSAGE_BYTES, 1 << 17);
    }
}
