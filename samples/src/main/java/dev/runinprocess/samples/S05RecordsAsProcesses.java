package dev.runinprocess.samples;

import dev.runinprocess.ChildProcess;
import dev.runinprocess.RunInProcess;
import java.util.ArrayList;
import java.util.List;

/**
 * A job that is a record, and runs itself in a child.
 *
 * <p>Teaches: an instance method of a record can be annotated, too; the record travels to the child, and the method runs there. It is what a subclass of
 * {@code Process} with its own {@code run} is in Python. The launcher takes the record first, then the method's parameters.
 *
 * <p>You should see:
 *
 * <pre>{@code
 * PrimeSearch[from=0, to=50000] finds 5133, the last is 49999
 * PrimeSearch[from=50000, to=100000] finds 4459, the last is 99991
 * PrimeSearch[from=100000, to=150000] finds 4256, the last is 149993
 * }</pre>
 */
public final class S05RecordsAsProcesses {
    record PrimeSearch(int from, int to) {
        @RunInProcess
        Primes search() {
            List<Integer> found = new ArrayList<>();
            for (int candidate = Math.max(2, from); candidate < to; candidate++) {
                if (isPrime(candidate)) {
                    found.add(candidate);
                }
            }
            return new Primes(this, found.size(), found.get(found.size() - 1));
        }

        private static boolean isPrime(int candidate) {
            for (int divisor = 2; (long) divisor * divisor <= candidate; divisor++) {
                if (candidate % divisor == 0) {
                    return false;
                }
            }
            return true;
        }
    }

    record Primes(PrimeSearch of, int count, int last) {}

    public static void main(String[] args) throws Exception {
        List<ChildProcess<Primes>> children = new ArrayList<>();
        for (int from = 0; from < 150_000; from += 50_000) {
            PrimeSearch job = new PrimeSearch(from, from + 50_000);
            children.add(SearchLauncher.start(job));
        }
        for (ChildProcess<Primes> child : children) {
            Primes primes = child.get();
            System.out.println(primes.of() + " finds " + primes.count() + ", the last is " + primes.last());
        }
    }
}
