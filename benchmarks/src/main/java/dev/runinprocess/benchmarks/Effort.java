package dev.runinprocess.benchmarks;

/** How long a program warms up and then measures, and how many programs of each kind do so in turn. */
public record Effort(double warmUpSeconds, double measureSeconds, int rounds) {
    static final Effort FULL = new Effort(1, 1, 5);
    static final Effort QUICK = new Effort(0.3, 0.3, 1);

    static final int LONG = 3;
    static final int VERY_LONG = 10;

    /** The same with other times. */
    public Effort withTimes(double newWarmUpSeconds, double newMeasureSeconds) {
        return new Effort(newWarmUpSeconds, newMeasureSeconds, rounds);
    }

    /** With time for the compilers of two JVMs that share a core with what is measured, or that measure what takes long. */
    public Effort withLongWarmUp() {
        return withTimes(LONG * warmUpSeconds, measureSeconds);
    }

    /** With time for compilers that have much to do, with less than a core for it. */
    public Effort withVeryLongWarmUp() {
        return withTimes(VERY_LONG * warmUpSeconds, measureSeconds);
    }

    /** What a row asks for, where a single core is for both processes and their compilers. */
    Effort onOneCore(Effort usual) {
        return warmUpSeconds > usual.warmUpSeconds ? withTimes(VERY_LONG * usual.warmUpSeconds, measureSeconds) : this;
    }

    Effort withRounds(int newRounds) {
        return new Effort(warmUpSeconds, measureSeconds, newRounds);
    }
}
