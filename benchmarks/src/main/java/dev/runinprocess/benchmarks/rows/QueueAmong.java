package dev.runinprocess.benchmarks.rows;

import dev.runinprocess.ChildProcess;
import dev.runinprocess.RunInProcess;
import dev.runinprocess.benchmarks.Effort;
import dev.runinprocess.benchmarks.Load;
import dev.runinprocess.benchmarks.Placement;
import dev.runinprocess.benchmarks.Row;
import dev.runinprocess.benchmarks.Run;
import dev.runinprocess.benchmarks.Target;
import dev.runinprocess.benchmarks.Unit;
import dev.runinprocess.channel.ProcessQueue;
import dev.runinprocess.sync.ProcessSemaphore;
import java.util.ArrayList;
import java.util.List;

/** A queue that more and more processes use at the same time, at both ends. */
final class QueueAmong implements Row {
    private final int processes;

    QueueAmong(int processes) {
        this.processes = processes;
    }

    @RunInProcess
    static void passOn(ProcessQueue<Integer> queue, ProcessSemaphore asked, ProcessSemaphore done, int elements)
            throws Exception {
        while (true) {
            asked.acquire();
            for (int i = 0; i < elements; i++) {
                queue.put(queue.take());
            }
            done.release();
        }
    }

    @Override
    public String name() {
        return "queue-among-" + processes;
    }

    @Override
    public String title() {
        return "one queue, used by " + processes + (processes == 1 ? " process" : " processes");
    }

    @Override
    public String counted() {
        return "Numbers taken in a second by " + processes + (processes == 1 ? " process" : " processes")
                + ", which put back what they take; there are two for each process.";
    }

    @Override
    public Target target() {
        return Target.atLeast(10);
    }

    @Override
    public Unit unit() {
        return Unit.RATE;
    }

    @Override
    public List<Placement> placements() {
        return List.of(Placement.FREE);
    }

    @Override
    public List<Load> loads() {
        return List.of(Load.IDLE);
    }

    /** All these JVMs compile what they run, on the cores that are measured. */
    @Override
    public Effort effort(Effort usual) {
        return usual.withTimes(Math.max(usual.warmUpSeconds(), 2 + processes / 4), usual.measureSeconds());
    }

    @Override
    public int operations() {
        return 32_000;
    }

    @Override
    public void measure(Run run) throws Exception {
        ProcessQueue<Integer> queue = ProcessQueue.of(Integer.class);
        ProcessSemaphore asked = ProcessSemaphore.create(0);
        ProcessSemaphore done = ProcessSemaphore.create(0);
        List<ChildProcess<?>> children = new ArrayList<>();
        for (int i = 0; i < processes; i++) {
            queue.put(i);
            queue.put(i);
            children.add(PassOnLauncher.start(queue, asked, done, run.operations() / processes));
        }
        Other.whileRunning(
                children,
                () -> run.batches(operations -> {
                    asked.release(processes);
                    done.acquire(processes);
                }));
    }
}
