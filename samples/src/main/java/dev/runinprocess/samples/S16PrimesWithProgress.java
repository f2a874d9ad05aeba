package dev.runinprocess.samples;

import dev.runinprocess.ProcessPool;
import dev.runinprocess.Processes;
import dev.runinprocess.RunInProcess;
import dev.runinprocess.samples.progress.TerminalProgress;
import java.util.BitSet;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Primes by a pool of processes, with a progress bar.
 *
 * <p>Teaches: a {@link ProcessPool} keeps its child JVMs, its workers, for one task after the other; {@code map} calls a method for each input, on all workers at the same time, and gives the results in the
 * order of the inputs; {@code withProgress} tells somebody how far they are. The bar is seen on a terminal only. Run it with a number of millions for other primes than those below 200 million.
 *
 * <p>You should see, with … for what differs each time:
 *
 * <pre>{@code
 * … ranges of a million numbers, … workers
 * the first range has 78498 primes, the last one …
 * primes below … million: …
 * }</pre>
 */
public final class S16PrimesWithProgress {
    private static final int MILLION = 1_000_000;
    private static final int DEFAULT_MILLIONS = 200;

    /** Counts the primes of a range, by the sieve of Eratosthenes. */
    @RunInProcess
    static int countPrimes(long from, int length) {
        BitSet composite = new BitSet(length);
        for (long divisor = 2; divisor * divisor < from + length; divisor++) {
            long first = Math.max(divisor * divisor, (from + divisor - 1) / divisor * divisor);
            for (long multiple = first; multiple < from + length; multiple += divisor) {
                composite.set((int) (multiple - from));
            }
        }
        int numbersThatAreNone = from == 0 ? 2 : 0;
        return length - numbersThatAreNone - composite.cardinality();
    }

    public static void main(String[] args) throws Exception {
        int millions = args.length == 0 ? DEFAULT_MILLIONS : Integer.parseInt(args[0]);
        List<Long> ranges = LongStream.range(0, millions)
                .map(million -> million * MILLION)
                .boxed()
                .toList();
        System.out.println(ranges.size() + " ranges of a million numbers, " + Processes.cpuCount() + " workers");
        List<Integer> counts;
        try (ProcessPool pool = ProcessPool.ofCpus();
                TerminalProgress bar = TerminalProgress.named("primes")) {
            counts = pool.withProgress(bar).map(from -> CountPrimesLauncher.call(from, MILLION), ranges);
        }
        System.out.println(
                "the first range has " + counts.get(0) + " primes, the last one " + counts.get(counts.size() - 1));
        long primes = counts.stream().mapToLong(Integer::longValue).sum();
        System.out.println("primes below " + millions + " million: " + primes);
    }
}
