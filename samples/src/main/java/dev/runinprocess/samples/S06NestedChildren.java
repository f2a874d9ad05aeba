package dev.runinprocess.samples;

import dev.runinprocess.ChildProcess;
import dev.runinprocess.ParentProcess;
import dev.runinprocess.ProcessOptions;
import dev.runinprocess.Processes;
import dev.runinprocess.RunInProcess;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Children that start children.
 *
 * <p>Teaches: a child launches just as its parent does, and knows its parent. Whichever process of the tree dies, those below it go, too: nobody is left behind.
 *
 * <p>You should see, with … for what differs each time:
 *
 * <pre>{@code
 * sum-1 (pid …), started by main, returned 499999500000
 *   left half (pid …), started by sum-1, returned 124999750000
 *   right half (pid …), started by sum-1, returned 374999750000
 * }</pre>
 */
public final class S06NestedChildren {
    record Branch(String process, String parent, long sum, List<Branch> below) {}

    /** Adds up the numbers, by halves in two children of its own if there are levels left. */
    @RunInProcess
    static Branch sum(long from, long to, int levels) throws Exception {
        if (levels == 0) {
            return branch(LongStream.range(from, to).sum(), List.of());
        }
        long middle = (from + to) / 2;
        ChildProcess<Branch> left = SumLauncher.call(from, middle, levels - 1)
                .options(ProcessOptions.defaults().name("left half"))
                .start();
        ChildProcess<Branch> right = SumLauncher.call(middle, to, levels - 1)
                .options(ProcessOptions.defaults().name("right half"))
                .start();
        List<Branch> halves = List.of(left.get(), right.get());
        return branch(halves.get(0).sum() + halves.get(1).sum(), halves);
    }

    private static Branch branch(long sum, List<Branch> below) {
        String self =
                Processes.current().name() + " (pid " + Processes.current().pid() + ")";
        String parent = Processes.parent().map(ParentProcess::name).orElse("nobody");
        return new Branch(self, parent, sum, below);
    }

    public static void main(String[] args) throws Exception {
        print(SumLauncher.invoke(0, 1_000_000, 1), "");
    }

    private static void print(Branch branch, String indent) {
        System.out.println(
                indent + branch.process() + ", started by " + branch.parent() + ", returned " + branch.sum());
        branch.below().forEach(each -> print(each, indent + "  "));
    }
}
