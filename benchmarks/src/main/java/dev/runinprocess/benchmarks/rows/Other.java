package dev.runinprocess.benchmarks.rows;

import dev.runinprocess.ChildProcess;
import java.util.List;

/** The other processes of a row, which go on for ever. */
final class Other {
    private Other() {}

    /** Measures while a child runs, and then kills it. */
    static void whileRunning(ChildProcess<?> child, Measurement measurement) throws Exception {
        whileRunning(List.of(child), measurement);
    }

    /** Measures while children run, and then kills them. */
    static void whileRunning(List<ChildProcess<?>> children, Measurement measurement) throws Exception {
        try {
            measurement.take();
        } finally {
            children.forEach(ChildProcess::kill);
            for (ChildProcess<?> child : children) {
                child.join();
            }
        }
    }

    /** What is measured meanwhile. */
    @FunctionalInterface
    interface Measurement {
        void take() throws Exception;
    }
}
