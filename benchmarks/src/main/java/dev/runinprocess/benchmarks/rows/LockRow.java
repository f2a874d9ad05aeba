package dev.runinprocess.benchmarks.rows;

import dev.runinprocess.benchmarks.Jmh;
import dev.runinprocess.benchmarks.Placement;
import dev.runinprocess.benchmarks.Row;
import dev.runinprocess.benchmarks.Run;
import dev.runinprocess.benchmarks.Target;
import dev.runinprocess.sync.ProcessLock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A lock that nobody else wants. */
public final class LockRow implements Row {
    @Override
    public String name() {
        return "lock";
    }

    @Override
    public String title() {
        return "lock + unlock, uncontended";
    }

    @Override
    public String counted() {
        return "Taking a `ProcessLock` and giving it back, by JMH; in Python `acquire()` and `release()` of a `Lock`, by `timeit`.";
    }

    @Override
    public Target target() {
        return Target.atMost(0.45);
    }

    @Override
    public List<Placement> placements() {
        return List.of(Placement.ALONE);
    }

    @Override
    public int operations() {
        return 100_000;
    }

    @Override
    public void measure(Run run) throws Exception {
        Jmh.measure(run, LockAndUnlock.class);
    }

    /** What JMH repeats. */
    @State(Scope.Benchmark)
    @BenchmarkMode(Mode.AverageTime)
    @OutputTimeUnit(TimeUnit.NANOSECONDS)
    public static class LockAndUnlock {
        private final ProcessLock lock = ProcessLock.create();

        /** Taken and given back. */
        @Benchmark
        public ProcessLock lockAndUnlock() {
            lock.lock();
            try {
                return lock;
            } finally {
                lock.unlock();
            }
        }
    }
}
