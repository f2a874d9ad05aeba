package dev.runinprocess.internal.pool;

import dev.runinprocess.failure.DeathReport;
import dev.runinprocess.failure.WorkerDiedException;
import dev.runinprocess.internal.pool.PoolState.Delivery;
import java.util.ArrayList;
import java.util.List;

/** What becomes of the calls of a worker whose process has ended. Safe for use by many threads. */
final class Deaths {
    private final PoolSpec spec;
    private final PoolState state;
    private final Staff staff;
    private final Dispatcher dispatcher;

    Deaths(PoolSpec spec, PoolState state, Staff staff, Dispatcher dispatcher) {
        this.spec = spec;
        this.state = state;
        this.staff = staff;
        this.dispatcher = dispatcher;
    }

    /** A worker's process has ended. */
    void ended(Worker worker, DeathReport report) {
        List<Delivery> deliveries = new ArrayList<>();
        Dealing dealing = new Dealing();
        Throwable startFailure = staff.startFailure(worker, report);
        synchronized (state) {
            state.workers.remove(worker);
            state.idle.remove(worker);
            if (startFailure != null) {
                PoolEvents.died(spec.name(), report.pid(), report.exitCode(), "");
            }
            if (startFailure != null && state.phase != PoolState.Phase.STOPPED) {
                staff.failStart(startFailure, deliveries);
            }
            state.takeBack(worker, worker.claims().begun(), victim -> lose(victim, report, deliveries));
            dispatcher.dealer().giveToIdle(dealing);
            staff.dropStranded(deliveries);
            state.notifyAll();
        }
        dispatcher.carryOut(dealing);
        dispatcher.deliver(deliveries);
        staff.replace();
    }

    private void lose(QueuedCall call, DeathReport report, List<Delivery> deliveries) {
        state.deaths++;
        PoolEvents.died(
                spec.name(), report.pid(), report.exitCode(), call.method().displayName());
        if (call.retries > 0 && state.phase != PoolState.Phase.STOPPED && state.broken == null) {
            call.retries--;
            state.putBack(call);
            return;
        }
        PoolMethod method = call.method();
        DeathReport facts = new DeathReport(
                method.displayName(),
                report.processName(),
                report.pid(),
                report.exitCode(),
                report.exitedItself(),
                report.duration(),
                "in the middle of a task",
                report.stderr(),
                report.crashLog());
        PoolState.settle(
                call, new Answer.Failed(() -> new WorkerDiedException(facts, method.argumentNames())), deliveries);
    }
}
