package dev.runinprocess.benchmarks.rows;

import dev.runinprocess.RunInProcess;
import dev.runinprocess.benchmarks.Cores;
import dev.runinprocess.benchmarks.Effort;
import dev.runinprocess.benchmarks.Row;
import dev.runinprocess.benchmarks.Run;
import dev.runinprocess.benchmarks.Target;
import dev.runinprocess.memory.SharedLong;
import dev.runinprocess.sync.ProcessEvent;

/** An event that wakes a process which has waited long enough to be parked. */
final class EventRow implements Row {
    private static final int UNTIL_PARKED_MILLIS = 3;

    @RunInProcess
    static void waitAgainAndAgain(
            ProcessEvent event, ProcessEvent waits, ProcessEvent returned, SharedLong returnedAt, int core)
            throws Exception {
        Cores.pinTo(core);
        while (true) {
            waits.set();
            event.await();
            returnedAt.set(System.nanoTime());
            event.clear();
            returned.set();
        }
    }

    @Override
    public String name() {
        return "event";
    }

    @Override
    public String title() {
        return "event set → parked waiter returns";
    }

    @Override
    public String counted() {
        return "From before `set()` in one process until after `await()` in another that has waited for 3 ms. Both read the clock of the kernel.";
    }

    @Override
    public Target target() {
        return Target.atMost(0.5);
    }

    @Override
    public Effort effort(Effort usual) {
        return usual.withLongWarmUp();
    }

    @Override
    public void measure(Run run) throws Exception {
        ProcessEvent event = ProcessEvent.create();
        ProcessEvent waits = ProcessEvent.create();
        ProcessEvent returned = ProcessEvent.create();
        SharedLong returnedAt = SharedLong.create(0);
        Other.whileRunning(
                WaitAgainAndAgainLauncher.start(event, waits, returned, returnedAt, run.otherCore()),
                () -> run.samples(() -> {
                    waits.await();
                    waits.clear();
                    Thread.sleep(UNTIL_PARKED_MILLIS);
                    long setAt = System.nanoTime();
                    event.set();
                    returned.await();
                    returned.clear();
                    return returnedAt.get() - setAt;
                }));
    }
}
