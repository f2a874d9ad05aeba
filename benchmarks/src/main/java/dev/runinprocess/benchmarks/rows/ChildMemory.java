package dev.runinprocess.benchmarks.rows;

import dev.runinprocess.PoolSnapshot;
import dev.runinprocess.PoolTask;
import dev.runinprocess.ProcessPool;
import dev.runinprocess.RunInProcess;
import dev.runinprocess.benchmarks.Effort;
import dev.runinprocess.benchmarks.Load;
import dev.runinprocess.benchmarks.Placement;
import dev.runinprocess.benchmarks.Row;
import dev.runinprocess.benchmarks.Run;
import dev.runinprocess.benchmarks.Target;
import dev.runinprocess.benchmarks.Unit;
import dev.runinprocess.sync.ProcessBarrier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** What each of several processes needs of the machine's memory. */
final class ChildMemory implements Row {
    private static final int SORTED = 100_000;
    private static final String PROPORTIONAL = "Pss:";

    private final int children;
    private final boolean busy;

    ChildMemory(int children, boolean busy) {
        this.children = children;
        this.busy = busy;
    }

    /** Comes back when all are there: so that each worker has done something. */
    @RunInProcess
    static void gather(ProcessBarrier all) throws Exception {
        int unused = all.await();
    }

    @RunInProcess
    static int sortLists(ProcessBarrier all, double seconds) throws Exception {
        int unused = all.await();
        Random random = new Random(1);
        int sorted = 0;
        for (long end = System.nanoTime() + (long) (seconds * 1e9); System.nanoTime() - end < 0; ) {
            List<Double> numbers = new ArrayList<>(SORTED);
            for (int i = 0; i < SORTED; i++) {
                numbers.add(random.nextDouble());
            }
            Collections.sort(numbers);
            sorted++;
        }
        return sorted;
    }

    @Override
    public String name() {
        return (busy ? "memory-busy-" : "memory-idle-") + children;
    }

    @Override
    public String title() {
        return "memory of each of " + children + (busy ? " that compute" : " that wait");
    }

    @Override
    public String counted() {
        return "Proportional set size of each worker of a pool of " + children + " (Python: `spawn`), "
                + (busy
                        ? "while all make and sort lists of 100,000 random numbers."
                        : "when each has done one call that returns nothing.");
    }

    @Override
    public Target target() {
        return Target.none();
    }

    @Override
    public Unit unit() {
        return Unit.BYTES;
    }

    @Override
    public List<Placement> placements() {
        return List.of(Placement.FREE);
    }

    @Override
    public List<Load> loads() {
        return List.of(Load.IDLE);
    }

    @Override
    public Effort effort(Effort usual) {
        return usual.withTimes(usual.warmUpSeconds() + children / 8.0, usual.measureSeconds());
    }

    @Override
    public void measure(Run run) throws Exception {
        ProcessBarrier all = ProcessBarrier.create(children);
        List<Integer> each = IntStream.range(0, children).boxed().toList();
        try (ProcessPool pool = ProcessPool.of(children)) {
            pool.map(worker -> GatherLauncher.call(all), each, 1);
            if (busy) {
                ProcessBarrier begun = ProcessBarrier.create(children + 1);
                PoolTask<List<Integer>> sorting = pool.mapAsync(
                        worker -> SortListsLauncher.call(begun, run.warmUpSeconds() + run.measureSeconds()), each, 1);
                int unused = begun.await();
                Thread.sleep((long) (run.warmUpSeconds() * 1000));
                run.report(bytesOfEach(pool));
                List<Integer> counts = sorting.get();
                if (counts.contains(0)) {
                    throw new IllegalStateException("a worker did nothing: " + counts);
                }
            } else {
                Thread.sleep((long) (run.measureSeconds() * 1000));
                run.report(bytesOfEach(pool));
            }
        }
    }

    private double bytesOfEach(ProcessPool pool) throws IOException {
        long bytes = 0;
        for (PoolSnapshot.Worker worker : pool.snapshot().workers()) {
            bytes += proportionalBytes(worker.pid());
        }
        return (double) bytes / children;
    }

    private static long proportionalBytes(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/smaps_rollup")).stream()
                .filter(line -> line.startsWith(PROPORTIONAL))
                .map(line -> Arrays.asList(
                        line.substring(PROPORTIONAL.length()).strip().split(" ", -1)))
                .mapToLong(words -> Long.parseLong(words.get(0)) * 1024)
                .sum();
    }
}
