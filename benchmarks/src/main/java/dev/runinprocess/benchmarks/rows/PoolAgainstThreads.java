package dev.runinprocess.benchmarks.rows;

import dev.runinprocess.ProcessPool;
import dev.runinprocess.benchmarks.JavaPeer;
import dev.runinprocess.benchmarks.Load;
import dev.runinprocess.benchmarks.Placement;
import dev.runinprocess.benchmarks.Row;
import dev.runinprocess.benchmarks.Run;
import dev.runinprocess.benchmarks.Target;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** What it costs to run tasks in processes of their own, beside a pool of threads, which copies nothing and survives nothing. */
final class PoolAgainstThreads implements Row {
    static final int WORKERS = 2;

    private static final int KIBIBYTE = 1 << 10;
    private static final int MEBIBYTE = 1 << 20;

    /** The work of a batch, and what its payloads may come to. */
    private static final int BATCH_MICROS = 100_000;

    private static final long BATCH_BYTES = 40L * MEBIBYTE;
    private static final int MOST_TASKS = 10_000;
    private static final int FEWEST_TASKS = 8;

    private final Size work;
    private final Size payload;

    /** How much of something, and how that is written. */
    private record Size(int amount, String name, String title) {}

    private PoolAgainstThreads(Size work, Size payload) {
        this.work = work;
        this.payload = payload;
    }

    /** Short and long tasks, each with a small and a large payload. */
    static List<Row> all() {
        List<Size> works = List.of(
                new Size(1, "1us", "1 µs"), new Size(100, "100us", "100 µs"), new Size(10_000, "10ms", "10 ms"));
        List<Size> payloads = List.of(
                new Size(0, "0", "no payload"),
                new Size(50 * KIBIBYTE, "50kib", "50 KiB"),
                new Size(5 * MEBIBYTE, "5mib", "5 MiB"));
        return works.stream()
                .flatMap(work -> payloads.stream().<Row>map(payload -> new PoolAgainstThreads(work, payload)))
                .toList();
    }

    @Override
    public String name() {
        return "pool-tasks-" + work.name() + "-" + payload.name();
    }

    @Override
    public String title() {
        return "tasks of " + work.title() + ", " + payload.title() + ", beside threads";
    }

    @Override
    public String counted() {
        return "Tasks that compute for " + work.title()
                + (payload.amount() == 0 ? "" : ", and are given " + payload.title() + " that they give back")
                + ", by a `map` of a pool of two worker processes; and by a pool of two threads, to which payloads are references. Counted is the time from task to task.";
    }

    @Override
    public Target target() {
        return Target.none();
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
    public int operations() {
        long most = Math.min(MOST_TASKS, BATCH_MICROS / work.amount());
        if (payload.amount() > 0) {
            most = Math.min(most, BATCH_BYTES / payload.amount());
        }
        return (int) Math.max(FEWEST_TASKS, most);
    }

    @Override
    public Optional<JavaPeer> javaPeer() {
        return Optional.of(new Threads(WORKERS, nanos(), payload.amount()));
    }

    @Override
    public void measure(Run run) throws Exception {
        byte[] bytes = new byte[payload.amount()];
        try (ProcessPool pool = ProcessPool.of(WORKERS)) {
            run.batches(operations ->
                    pool.map(input -> ComputeLauncher.call(nanos(), input), Collections.nCopies(operations, bytes)));
        }
    }

    private long nanos() {
        return 1000L * work.amount();
    }
}
