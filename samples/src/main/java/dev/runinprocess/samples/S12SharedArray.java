package dev.runinprocess.samples;

import dev.runinprocess.ChildProcess;
import dev.runinprocess.RunInProcess;
import dev.runinprocess.memory.SharedDoubleArray;
import java.util.ArrayList;
import java.util.List;

/**
 * An array of 50 million doubles, 400 MB, that four processes work on at the same time. It is larger than the heap of any of them, and nobody copies it: what goes to
 * a child is a handle of a few bytes.
 *
 * <p>Teaches: {@link SharedDoubleArray}, and that the handle closes, in the end, what it was made with.
 *
 * <p>You should see, with … for what differs each time:
 *
 * <pre>{@code
 * 50000000 doubles shared by 4 processes
 * sum of squares: 16666666
 * first: 0.0, last: 0.99999998
 * }</pre>
 */
public final class S12SharedArray {
    private static final int LENGTH = 50_000_000;
    private static final int PROCESSES = 4;

    /** Fills a part of the array, and sums up the squares of what it has filled in. An {@code int} index makes the loops as fast as on the heap. */
    @RunInProcess(maxHeap = "64m")
    static double fillAndSum(SharedDoubleArray numbers, int from, int to) {
        for (int i = from; i < to; i++) {
            numbers.set(i, (double) i / LENGTH);
        }
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += numbers.get(i) * numbers.get(i);
        }
        return sum;
    }

    public static void main(String[] args) throws Exception {
        try (SharedDoubleArray numbers = SharedDoubleArray.create(LENGTH)) {
            System.out.println(numbers.length() + " doubles shared by " + PROCESSES + " processes");
            List<ChildProcess<Double>> children = new ArrayList<>();
            for (int i = 0; i < PROCESSES; i++) {
                int part = LENGTH / PROCESSES;
                children.add(FillAndSumLauncher.start(numbers, i * part, (i + 1) * part));
            }
            double sum = 0;
            for (ChildProcess<Double> child : children) {
                sum += child.get();
            }
            System.out.println("sum of squares: " + Math.round(sum));
            System.out.println("first: " + numbers.get(0) + ", last: " + numbers.get(LENGTH - 1));
        }
    }
}
