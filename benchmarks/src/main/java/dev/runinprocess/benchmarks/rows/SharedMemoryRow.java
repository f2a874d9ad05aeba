package dev.runinprocess.benchmarks.rows;

import dev.runinprocess.benchmarks.Effort;
import dev.runinprocess.benchmarks.Placement;
import dev.runinprocess.benchmarks.Row;
import dev.runinprocess.benchmarks.Run;
import dev.runinprocess.benchmarks.Target;
import dev.runinprocess.memory.MemoryOptions;
import dev.runinprocess.memory.SharedMemory;
import java.util.List;

/** Shared memory, made and attached to by its name. */
final class SharedMemoryRow implements Row {
    private static final long BYTES = 1 << 20;

    @Override
    public String name() {
        return "shared-memory";
    }

    @Override
    public String title() {
        return "shared memory create + attach, 1 MiB, sparse";
    }

    @Override
    public String counted() {
        return "Making `SharedMemory` and attaching to it by its name, in one process. Closing and unlinking both is not counted.";
    }

    @Override
    public Target target() {
        return Target.atMost(1.0);
    }

    @Override
    public List<Placement> placements() {
        return List.of(Placement.ALONE);
    }

    @Override
    public int operations() {
        return 100;
    }

    @Override
    public Effort effort(Effort usual) {
        return usual.withLongWarmUp();
    }

    @Override
    public void measure(Run run) throws Exception {
        MemoryOptions sparse = MemoryOptions.defaults().sparse();
        run.samples(() -> {
            long taken = 0;
            for (int i = 0; i < run.operations(); i++) {
                long start = System.nanoTime();
                try (SharedMemory created = SharedMemory.create(BYTES, sparse);
                        SharedMemory attached = SharedMemory.attach(created.name())) {
                    taken += System.nanoTime() - start;
                    check(attached);
                }
            }
            return (double) taken / run.operations();
        });
    }

    private static void check(SharedMemory attached) {
        if (attached.size() != BYTES) {
            throw new IllegalStateException("wrong: size=" + attached.size());
        }
    }
}
