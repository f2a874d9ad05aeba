package dev.runinprocess.benchmarks.rows;

import dev.runinprocess.ProcessPool;
import dev.runinprocess.RunInProcess;
import dev.runinprocess.benchmarks.Cores;
import dev.runinprocess.benchmarks.Run;
import java.io.IOException;

/** What the workers of pools do in their rows. */
final class PoolWork {
    private PoolWork() {}

    @RunInProcess
    static void stayOn(int core) throws IOException, InterruptedException {
        Cores.pinTo(core);
    }

    @RunInProcess
    static int increment(int number) {
        return number + 1;
    }

    /** Takes so long, and gives back what it was given. */
    @RunInProcess
    static byte[] compute(long nanos, byte[] payload) {
        long end = System.nanoTime() + nanos;
        while (System.nanoTime() - end < 0) {
            Thread.onSpinWait();
        }
        return payload;
    }

    /** A pool of one worker, on the core for the other process. */
    static ProcessPool ofOne(Run run) {
        return ProcessPool.builder()
                .workers(1)
                .initializer(StayOnLauncher.call(run.otherCore()))
                .start();
    }
}
