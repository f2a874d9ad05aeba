package dev.runinprocess.benchmarks.rows;

import dev.runinprocess.RunInProcess;
import dev.runinprocess.benchmarks.Cores;
import dev.runinprocess.benchmarks.Effort;
import dev.runinprocess.benchmarks.Row;
import dev.runinprocess.benchmarks.Run;
import dev.runinprocess.benchmarks.Target;
import dev.runinprocess.channel.ProcessQueue;

/** A number that goes to another process by one queue and comes back by another. */
final class QueueRoundTrip implements Row {
    @RunInProcess
    static void sendBack(ProcessQueue<Integer> there, ProcessQueue<Integer> back, int core) throws Exception {
        Cores.pinTo(core);
        while (true) {
            back.put(there.take());
        }
    }

    @Override
    public String name() {
        return "queue-round-trip";
    }

    @Override
    public String title() {
        return "queue round trip";
    }

    @Override
    public String counted() {
        return "A process puts a number into one queue and takes it from another, into which a second process puts what it takes from the first.";
    }

    @Override
    public Target target() {
        return Target.atMost(0.1);
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
        ProcessQueue<Integer> there = ProcessQueue.of(Integer.class);
        ProcessQueue<Integer> back = ProcessQueue.of(Integer.class);
        Other.whileRunning(
                SendBackLauncher.start(there, back, run.otherCore()),
                () -> run.batches(operations -> {
                    for (int i = 0; i < operations; i++) {
                        there.put(i);
                        back.take();
                    }
                }));
    }
}
