package dev.runinprocess.tests.classpath.program;

import dev.runinprocess.ProcessPool;
import java.util.List;

/** A program that squares three numbers in a pool, and prints what came back. */
public final class PooledSquares {
    private PooledSquares() {}

    /** Prints one line: its argument and the squares. */
    public static void main(String[] args) throws Exception {
        try (ProcessPool pool = ProcessPool.of(2)) {
            System.out.println(args[0] + " -> " + pool.map(SquareLauncher::call, List.of(1, 2, 3)));
        }
    }
}
