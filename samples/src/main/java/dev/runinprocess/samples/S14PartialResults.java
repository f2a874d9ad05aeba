package dev.runinprocess.samples;

import dev.runinprocess.ChildProcess;
import dev.runinprocess.RunInProcess;
import dev.runinprocess.Transferable;
import dev.runinprocess.channel.Connection;
import dev.runinprocess.channel.OneWayPipe;
import dev.runinprocess.failure.ChannelClosedException;

/**
 * A worker that streams partial results, until its parent has seen enough.
 *
 * <p>Halve a number if it is even, otherwise take three times as much and one more: sooner or later that leads to 1. The worker looks for the number that takes the most steps, and tells after every
 * hundred thousand numbers which one is the best so far.
 *
 * <p>Teaches: one end of a pipe goes to the child like any value, and is closed here at once, so that the parent learns of the child's end; records go through it; who has seen enough closes
 * its own end, at which the other one's next {@code send} fails.
 *
 * <p>You should see:
 *
 * <pre>{@code
 * below 100000: 77031 takes 350 steps
 * below 200000: 156159 takes 382 steps
 * below 300000: 230631 takes 442 steps
 * below 400000: 230631 takes 442 steps
 * below 500000: 410011 takes 448 steps
 * that is enough
 * the worker went on until nobody listened: true
 * }</pre>
 */
public final class S14PartialResults {
    private static final int SLICE = 100_000;
    private static final int ENOUGH = 445;

    /** The best number below a limit. */
    @Transferable
    record Best(int limit, int number, int steps) {}

    /** Goes on as long as somebody listens; true if nobody did any more. */
    @RunInProcess
    static boolean findBest(Connection<Best> results, int end) throws InterruptedException {
        Best best = new Best(1, 1, 0);
        try (results) {
            while (best.limit() < end) {
                best = bestBelow(best, (best.limit() / SLICE + 1) * SLICE);
                results.send(best);
            }
            return false;
        } catch (ChannelClosedException e) {
            return true;
        }
    }

    private static Best bestBelow(Best before, int limit) {
        Best best = before;
        for (int number = before.limit(); number < limit; number++) {
            int steps = steps(number);
            if (steps > best.steps()) {
                best = new Best(limit, number, steps);
            }
        }
        return new Best(limit, best.number(), best.steps());
    }

    private static int steps(long start) {
        int steps = 0;
        for (long number = start; number != 1; number = number % 2 == 0 ? number / 2 : 3 * number + 1) {
            steps++;
        }
        return steps;
    }

    public static void main(String[] args) throws Exception {
        OneWayPipe<Best> pipe = OneWayPipe.of(Best.class);
        ChildProcess<Boolean> worker = FindBestLauncher.start(pipe.sink(), Integer.MAX_VALUE - SLICE);
        pipe.sink().close();

        try (Connection<Best> results = pipe.source()) {
            Best best;
            do {
                best = results.receive();
                System.out.println(
                        "below " + best.limit() + ": " + best.number() + " takes " + best.steps() + " steps");
            } while (best.steps() < ENOUGH);
        }
        System.out.println("that is enough");
        System.out.println("the worker went on until nobody listened: " + worker.get());
    }
}
