package dev.runinprocess.benchmarks.rows;

import dev.runinprocess.ProcessPool;
import dev.runinprocess.benchmarks.Effort;
import dev.runinprocess.benchmarks.Placement;
import dev.runinprocess.benchmarks.Row;
import dev.runinprocess.benchmarks.Run;
import dev.runinprocess.benchmarks.Target;
import java.util.List;
import java.util.stream.IntStream;

/** A map over many numbers, of which each is next to no work. */
final class PoolMap implements Row {
    private static final int WORKERS = 2;
    private static final int INPUTS = 100_000;

    private final boolean oneByOne;

    /** With chunks of one, or of the size that the pool likes. */
    PoolMap(boolean oneByOne) {
        this.oneByOne = oneByOne;
    }

    @Override
    public String name() {
        return oneByOne ? "pool-map-chunk-1" : "pool-map";
    }

    @Override
    public String title() {
        return "pool, `map` of 100,000 numbers" + (oneByOne ? ", chunks of 1" : "");
    }

    @Override
    public String counted() {
        return "A pool of two workers adds 1 to each of 100,000 numbers, "
                + (oneByOne ? "each handed to a worker by itself." : "handed to workers in chunks of its own choice.")
                + " Counted is the whole map.";
    }

    @Override
    public Target target() {
        return Target.atMost(oneByOne ? 0.02 : 0.4);
    }

    @Override
    public List<Placement> placements() {
        return List.of(Placement.FREE);
    }

    @Override
    public Effort effort(Effort usual) {
        return usual.withVeryLongWarmUp();
    }

    @Override
    public void measure(Run run) throws Exception {
        List<Integer> inputs = IntStream.range(0, INPUTS).boxed().toList();
        try (ProcessPool pool = ProcessPool.of(WORKERS)) {
            run.batches(maps -> {
                for (int i = 0; i < maps; i++) {
                    check(
                            oneByOne
                                    ? pool.map(IncrementLauncher::call, inputs, 1)
                                    : pool.map(IncrementLauncher::call, inputs));
                }
            });
        }
    }

    private static void check(List<Integer> results) {
        if (results.get(INPUTS - 1) != INPUTS) {
            throw new IllegalStateException("wrong: last=" + results.get(INPUTS - 1));
        }
    }
}
