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

/** A queue with many processes at each end. */
final class QueueEightByEight implements Row {
    private static final int AT_EACH_END = 8;

    @RunInProcess
    static void putShare(ProcessQueue<Integer> queue, ProcessSemaphore asked, int elements) throws Exception {
        while (true) {
            asked.acquire();
            for (int i = 0; i < elements; i++) {
                queue.put(i);
            }
        }
    }

    @RunInProcess
    static void takeShare(ProcessQueue<Integer> queue, ProcessSemaphore asked, ProcessSemaphore taken, int elements)
            throws Exception {
        while (true) {
            asked.acquire();
            for (int i = 0; i < elements; i++) {
                queue.take();
            }
            taken.release();
        }
    }

    @Override
    public String name() {
        return "queue-8x8";
    }

    @Override
    public String title() {
        return "queue, 8 producers, 8 consumers, int";
    }

    @Override
    public String counted() {
        return "Numbers that go through a queue in a second, put by eight processes and taken by eight others.";
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

    /** Sixteen JVMs compile what they run, on the cores that are measured. */
    @Override
    public Effort effort(Effort usual) {
        return usual.withTimes(Math.max(usual.warmUpSeconds(), 8), usual.measureSeconds());
    }

    @Override
    public int operations() {
        return 80_000;
    }

    @Override
    public void measure(Run run) throws Exception {
        ProcessQueue<Integer> queue = ProcessQueue.of(Integer.class);
        ProcessSemaphore puttersAsked = ProcessSemaphore.create(0);
        ProcessSemaphore takersAsked = ProcessSemaphore.create(0);
        ProcessSemaphore taken = ProcessSemaphore.create(0);
        int share = run.operations() / AT_EACH_END;
        List<ChildProcess<?>> children = new ArrayList<>();
        for (int i = 0; i < AT_EACH_END; i++) {
            children.add(PutShareLauncher.start(queue, puttersAsked, share));
            children.add(TakeShareLauncher.start(queue, takersAsked, taken, share));
        }
        Other.whileRunning(
                children,
                () -> run.batches(operations -> {
                    takersAsked.release(AT_EACH_END);
                    puttersAsked.release(AT_EACH_END);
                    taken.acquire(AT_EACH_END);
                }));
    }
}
