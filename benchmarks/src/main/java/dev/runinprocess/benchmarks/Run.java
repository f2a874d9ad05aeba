package dev.runinprocess.benchmarks;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One measuring program's orders: how many operations make a sample, for how long to take samples, and on which cores. */
public final class Run {
    /** How a sample stands on standard output, whoever measures. */
    static final String SAMPLE = "sample ";

    private final int operations;
    private final double warmUpSeconds;
    private final double measureSeconds;
    private final List<Integer> cores;
    private final PrintStream out;

    Run(int operations, double warmUpSeconds, double measureSeconds, List<Integer> cores, PrintStream out) {
        this.operations = operations;
        this.warmUpSeconds = warmUpSeconds;
        this.measureSeconds = measureSeconds;
        this.cores = List.copyOf(cores);
        this.out = out;
    }

    /** How many operations make one sample. */
    public int operations() {
        return operations;
    }

    /** How long to take samples that do not count. */
    public double warmUpSeconds() {
        return warmUpSeconds;
    }

    /** How long to take samples. */
    public double measureSeconds() {
        return measureSeconds;
    }

    /** The core that the other process is to {@linkplain Cores#pinTo pin itself} to; {@link Cores#ANY} for none in particular. */
    public int otherCore() {
        return cores.isEmpty() ? Cores.ANY : cores.get(1);
    }

    int ownCore() {
        return cores.isEmpty() ? Cores.ANY : cores.get(0);
    }

    /** Repeats the batch and reports what one of its operations took. */
    public void batches(Batch batch) throws Exception {
        samples(() -> {
            long start = System.nanoTime();
            batch.run(operations);
            return (double) (System.nanoTime() - start) / operations;
        });
    }

    /** Repeats the sample and reports what it says. */
    public void samples(Sample sample) throws Exception {
        for (long end = in(warmUpSeconds); System.nanoTime() - end < 0; ) {
            sample.nanos();
        }
        List<Double> taken = new ArrayList<>();
        long end = in(measureSeconds);
        do {
            taken.add(sample.nanos());
        } while (System.nanoTime() - end < 0);
        taken.forEach(this::report);
    }

    /** Reports one sample: nanoseconds for one operation. */
    public void report(double nanos) {
        out.println(SAMPLE + nanos);
    }

    /** The sample on this line of a program's output, if it is one. */
    static Optional<Double> sampleOn(String line) {
        return line.startsWith(SAMPLE)
                ? Optional.of(Double.valueOf(line.substring(SAMPLE.length())))
                : Optional.empty();
    }

    private static long in(double seconds) {
        return System.nanoTime() + (long) (seconds * 1e9);
    }

    /** Many operations one after the other. */
    @FunctionalInterface
    public interface Batch {
        /** Does so many operations. */
        void run(int operations) throws Exception;
    }

    /** What measures by itself. */
    @FunctionalInterface
    public interface Sample {
        /** Nanoseconds for one operation. */
        double nanos() throws Exception;
    }
}
