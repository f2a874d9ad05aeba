package dev.runinprocess.codec;

/** Where a test's randomness begins: anew in each run, or given by {@code -Dtest.seed=} to repeat one that failed. */
final class Seed {
    private Seed() {}

    static long pick() {
        return Long.getLong("test.seed", System.nanoTime());
    }
}
