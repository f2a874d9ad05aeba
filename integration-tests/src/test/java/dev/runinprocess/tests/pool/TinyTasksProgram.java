package dev.runinprocess.tests.pool;

import dev.runinprocess.ProcessPool;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A program that streams as many tiny tasks through a pool as its argument says, and prints the sum of what they were given. */
final class TinyTasksProgram {
    private TinyTasksProgram() {}

    public static void main(String[] args) {
        int tasks = Integer.parseInt(args[0]);
        Iterable<Integer> inputs = () -> IntStream.range(0, tasks).iterator();
        try (ProcessPool pool = ProcessPool.of(2);
                Stream<Integer> results = pool.stream(input -> MultiplyLauncher.call(input, 1), inputs)) {
            System.out.println("sum " + results.mapToLong(result -> result).sum());
        }
    }
}
