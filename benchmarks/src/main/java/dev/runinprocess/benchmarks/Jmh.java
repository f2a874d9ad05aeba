package dev.runinprocess.benchmarks;

import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** The way of rows whose operation takes a few nanoseconds, and is repeated by JMH. */
public final class Jmh {
    private static final int ITERATIONS = 5;

    private Jmh() {}

    /**
     * Measures the benchmarks of a class that give average times in nanoseconds. Here and not in a JVM of JMH's own: this one is fresh, and pinned.
     */
    public static void measure(Run run, Class<?> benchmarks) throws RunnerException {
        OptionsBuilder options = new OptionsBuilder();
        options.include(benchmarks.getName().replace('$', '.') + "\\.")
                .forks(0)
                .warmupIterations(ITERATIONS)
                .warmupTime(part(run.warmUpSeconds()))
                .measurementIterations(ITERATIONS)
                .measurementTime(part(run.measureSeconds()))
                .verbosity(VerboseMode.SILENT);
        for (RunResult result : new Runner(options.build()).run()) {
            for (BenchmarkResult benchmark : result.getBenchmarkResults()) {
                for (IterationResult iteration : benchmark.getIterationResults()) {
                    run.report(iteration.getPrimaryResult().getScore());
                }
            }
        }
    }

    private static TimeValue part(double seconds) {
        return TimeValue.microseconds((long) (seconds * 1e6 / ITERATIONS));
    }
}
