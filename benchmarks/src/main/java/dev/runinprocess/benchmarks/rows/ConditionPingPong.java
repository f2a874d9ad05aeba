package dev.runinprocess.benchmarks.rows;

import dev.runinprocess.RunInProcess;
import dev.runinprocess.benchmarks.Cores;
import dev.runinprocess.benchmarks.Effort;
import dev.runinprocess.benchmarks.Row;
import dev.runinprocess.benchmarks.Run;
import dev.runinprocess.benchmarks.Target;
import dev.runinprocess.memory.SharedInt;
import dev.runinprocess.sync.ProcessCondition;
import dev.runinprocess.sync.ProcessLock;

/** Two processes that take turns by a condition. */
final class ConditionPingPong implements Row {
    @RunInProcess
    static void passTurns(ProcessCondition passed, SharedInt turn, int core) throws Exception {
        Cores.pinTo(core);
        while (true) {
            passTurn(passed, turn, 1);
        }
    }

    private static void passTurn(ProcessCondition passed, SharedInt turn, int mine) throws InterruptedException {
        passed.lock().lock();
        try {
            while (turn.get() != mine) {
                passed.await();
            }
            turn.set(1 - mine);
            passed.signal();
        } finally {
            passed.lock().unlock();
        }
    }

    @Override
    public String name() {
        return "condition-ping-pong";
    }

    @Override
    public String title() {
        return "condition ping-pong";
    }

    @Override
    public String counted() {
        return "Two processes under one lock wait for their turn, pass it on and signal: a round trip is two turns.";
    }

    @Override
    public Target target() {
        return Target.atMost(0.02);
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
        ProcessCondition passed = ProcessLock.create().newCondition();
        SharedInt turn = SharedInt.create(0);
        Other.whileRunning(
                PassTurnsLauncher.start(passed, turn, run.otherCore()),
                () -> run.batches(operations -> {
                    for (int i = 0; i < operations; i++) {
                        passTurn(passed, turn, 0);
                    }
                }));
    }
}
