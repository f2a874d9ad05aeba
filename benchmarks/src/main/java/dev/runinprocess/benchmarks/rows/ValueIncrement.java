package dev.runinprocess.benchmarks.rows;

import dev.runinprocess.benchmarks.Jmh;
import dev.runinprocess.benchmarks.Placement;
import dev.runinprocess.benchmarks.Row;
import dev.runinprocess.benchmarks.Run;
import dev.runinprocess.benchmarks.Target;
import dev.runinprocess.memory.SharedInt;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A shared value that one process counts up under the value's lock. */
public final class ValueIncrement implements Row {
    @Override
    public String name() {
        return "value-increment";
    }

    @Override
    public String title() {
        return "`Value += 1` under its lock";
    }

    @Override
    public String counted() {
        return "A `SharedInt` read and written under its own lock, which nobody else wants, by JMH; in Python `with value.get_lock(): value.value += 1`.";
    }

    @Override
    public Target target() {
        return Target.atMost(0.05);
    }

    @Override
    public List<Placement> placements() {
        return List.of(Placement.ALONE);
    }

    @Override
    public int operations() {
        return 10_000;
    }

    @Override
    public void measure(Run run) throws Exception {
        Jmh.measure(run, Increment.class);
    }

    static int increment(SharedInt value) {
        value.lock().lock();
        try {
            int next = value.getPlain() + 1;
            value.setPlain(next);
            return next;
        } finally {
            value.lock().unlock();
        }
    }

    /** What JMH repeats. */
    @State(Scope.Benchmark)
    @BenchmarkMode(Mode.AverageTime)
    @OutputTimeUnit(TimeUnit.NANOSECONDS)
    public static class Increment {
        private final SharedInt value = SharedInt.create(0);

        /** One more. */
        @Benchmark
        public int increment() {
            return ValueIncrement.increment(value);
        }
    }
}
