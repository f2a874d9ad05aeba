package dev.runinprocess.codec;

/** Where a test's randomness begins: the same in each run, so that the suite is; {@code -Dtest.seed=} begins elsewhere. */
final class Seed {
    private Seed() {}

    static long pick() {
        return Long.getLong("test.seed", 20_261_122);
    }
}
