package dev.runinprocess.benchmarks.rows;

import dev.runinprocess.ChildProcess;

/** The other process of a row for two, which goes on for ever. */
final class Other {
    private Other() {}

    /** Measures while a child runs, and then kills it. */
    static void whileRunning(ChildProcess<?> child, Measurement measurement) throws Exception {
        try {
            measurement.take();
        } finally {
            child.kill();
            child.join();
        }
    }

    /** What is measured meanwhile. */
    @FunctionalInterface
    interface Measurement {
        void take() throws Exception;
    }
}
