package dev.runinprocess.tests.classpath.program;

import dev.runinprocess.ChildProcess;
import dev.runinprocess.RunInProcess;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A program that squares three numbers in three children at once, and prints what they called back with. */
public final class Squares {
    private Squares() {}

    /** Prints one line: its argument and the squares. */
    public static void main(String[] args) throws Exception {
        System.out.println(args[0] + " -> " + ofOneToThree());
    }

    /** The squares of 1, 2 and 3. */
    public static List<Integer> ofOneToThree() throws Exception {
        List<Integer> squares = Collections.synchronizedList(new ArrayList<>());
        List<CompletableFuture<Void>> calledBack = new ArrayList<>();
        for (int number = 1; number <= 3; number++) {
            ChildProcess<Integer> child = SquareLauncher.start(number);
            calledBack.add(child.result().thenAccept(squares::add));
        }
        CompletableFuture.allOf(calledBack.toArray(new CompletableFuture<?>[0])).get();
        Collections.sort(squares);
        return squares;
    }

    @RunInProcess
    static int square(int number) {
        return Multiplication.of(number, number);
    }
}
