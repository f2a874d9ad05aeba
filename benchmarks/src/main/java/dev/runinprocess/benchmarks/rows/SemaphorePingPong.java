package dev.runinprocess.benchmarks.rows;

import dev.runinprocess.RunInProcess;
import dev.runinprocess.benchmarks.Cores;
import dev.runinprocess.benchmarks.Effort;
import dev.runinprocess.benchmarks.Row;
import dev.runinprocess.benchmarks.Run;
import dev.runinprocess.benchmarks.Target;
import dev.runinprocess.sync.ProcessSemaphore;

/** A permit that two processes hand to and fro. */
final class SemaphorePingPong implements Row {
    @RunInProcess
    static void returnPermits(ProcessSemaphore ping, ProcessSemaphore pong, int core) throws Exception {
        Cores.pinTo(core);
        while (true) {
            ping.acquire();
            pong.release();
        }
    }

    @Override
    public String name() {
        return "semaphore-ping-pong";
    }

    @Override
    public String title() {
        return "semaphore ping-pong";
    }

    @Override
    public String counted() {
        return "A process releases one semaphore and acquires another, which a second process releases as soon as it has acquired the first.";
    }

    @Override
    public Target target() {
        return Target.atMost(0.05);
    }

    @Override
    public int operations() {
        return 1000;
    }

    @Override
    public Effort effort(Effort usual) {
        return usual.withLongWarmUp();
    }

    @Override
    public void measure(Run run) throws Exception {
        ProcessSemaphore ping = ProcessSemaphore.create(0);
        ProcessSemaphore pong = ProcessSemaphore.create(0);
        Other.whileRunning(
                ReturnPermitsLauncher.start(ping, pong, run.otherCore()),
                () -> run.batches(operations -> {
                    for (int i = 0; i < operations; i++) {
                        ping.release();
                        pong.acquire();
                    }
                }));
    }
}
