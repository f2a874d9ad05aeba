package dev.runinprocess.samples;

import dev.runinprocess.ProcessPool;
import dev.runinprocess.RunInProcess;
import java.util.Iterator;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * π by throwing darts, until it is precise enough.
 *
 * <p>Teaches: {@code streamUnordered} takes inputs as it needs them, so there may be endlessly many; results come as they are there; to close the stream ends what is still on its way. Nobody has to know
 * beforehand how much work it will be. Run it with a number of decimal places for another precision than 4.
 *
 * <p>You should see, with … for what differs each time:
 *
 * <pre>{@code
 * π is 3.1… ± …, after … million darts
 * the error is below four of these: true
 * }</pre>
 */
public final class S18MonteCarlo {
    private static final int DEFAULT_PLACES = 4;
    private static final int DARTS = 1_000_000;
    private static final int FEWEST_ROUNDS = 10;

    /** Throws darts at a square, and counts those that hit the quarter of a circle in it. */
    @RunInProcess
    static int hits(long seed, int darts) {
        SplittableRandom random = new SplittableRandom(seed);
        int hits = 0;
        for (int i = 0; i < darts; i++) {
            double x = random.nextDouble();
            double y = random.nextDouble();
            if (x * x + y * y < 1) {
                hits++;
            }
        }
        return hits;
    }

    /** What is known after some rounds. */
    record Estimate(long rounds, long hits) {
        private double share() {
            return (double) hits / (rounds * DARTS);
        }

        double pi() {
            return 4 * share();
        }

        double standardError() {
            return 4 * Math.sqrt(share() * (1 - share()) / (rounds * DARTS));
        }
    }

    public static void main(String[] args) {
        int places = args.length == 0 ? DEFAULT_PLACES : Integer.parseInt(args[0]);
        double enough = Math.pow(10, -places);
        Iterable<Long> seeds = () -> LongStream.iterate(1, seed -> seed + 1).iterator();
        Estimate estimate = new Estimate(0, 0);
        try (ProcessPool pool = ProcessPool.ofCpus();
                Stream<Integer> rounds = pool.streamUnordered(seed -> HitsLauncher.call(seed, DARTS), seeds)) {
            Iterator<Integer> hits = rounds.iterator();
            while (estimate.rounds() < FEWEST_ROUNDS || estimate.standardError() > enough) {
                estimate = new Estimate(estimate.rounds() + 1, estimate.hits() + hits.next());
            }
        }
        System.out.printf(
                "π is %.6f ± %.6f, after %d million darts%n",
                estimate.pi(), estimate.standardError(), estimate.rounds());
        double error = Math.abs(estimate.pi() - Math.PI);
        System.out.println("the error is below four of these: " + (error < 4 * estimate.standardError()));
    }
}
