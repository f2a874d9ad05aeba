package dev.runinprocess.benchmarks;

/** How long a program warms up and then measures, and how many programs of each kind do so in turn. */
public record Effort(double warmUpSeconds, double measureSeconds, int rounds) {
    static final Effort FULL = new Effort(1, 1, 5);
    static final Effort QUICK = new Effort(0.3, 0.3, 1);

    private static final int LONG = 3;

    /** The same with other times. */
    public Effort withTimes(double newWarmUpSeconds, double newMeasureSeconds) {
        return new Effort(newWarmUpSeconds, newMeasureSeconds, rounds);
    }

    /** With time for the compilers of two JVMs that share a core with what is measured, or that measure what takes long. */
    public Effort withLongWarmUp() {
        return withTimes(LONG * warmUpSeconds, measureSeconds);
    }

    Effort withRounds(int newRounds) {
        return new Effort(warmUpSeconds, measureSeconds, newRounds);
    }
}
