package dev.runinprocess.internal.pool;

import dev.runinprocess.internal.launch.Timer;
import java.util.List;
import java.util.concurrent.Future;

/** Which worker gets which calls. What changes is under the lock that the state is. */
final class Dealer {
    private final PoolSpec spec;
    private final PoolState state;
    private final Staff staff;
    private final Endings endings;
    private final Dispatcher dispatcher;
    private final Share share = new Share();
    private boolean lookScheduled;

    Dealer(PoolSpec spec, PoolState state, Staff staff, Endings endings, Dispatcher dispatcher) {
        this.spec = spec;
        this.state = state;
        this.staff = staff;
        this.endings = endings;
        this.dispatcher = dispatcher;
    }

    /** Gives what waits to workers that have nothing to do. Under the lock. */
    void giveToIdle(Dealing dealing) {
        while (!state.idle.isEmpty() && !state.pending.isEmpty()) {
            Worker worker = state.idle.pop();
            give(worker);
            dealing.note(worker);
        }
    }

    /** Gives a worker more if it will soon have nothing to do. Under the lock. */
    void giveIfLow(Worker worker) {
        if (share.isLow(worker)) {
            give(worker);
        }
    }

    /** Gives a worker what it may take now. One that gets nothing and has nothing is idle. Under the lock. */
    void give(Worker worker) {
        int idle = state.idle.size();
        int most = Math.max(1, (state.pending.size() + idle) / (idle + 1));
        QueuedCall call = state.next();
        while (call != null && worker.state == Worker.State.READY && share.mayTake(worker, call, most)) {
            handChunk(worker, call);
            if (staff.left(worker) == 0) {
                worker.state = Worker.State.RETIRING;
            }
            call = state.next();
        }
        if (worker.inFlight.isEmpty() && worker.state == Worker.State.READY) {
            state.idle.push(worker);
            worker.idleNanos = System.nanoTime();
            lookForHoards();
            staff.lookForIdle();
        }
        if (spec.queueBound() > 0) {
            state.notifyAll();
        }
    }

    /** A call and those that go with it, as far as the worker may have them; the rest of them goes to another. */
    private void handChunk(Worker worker, QueuedCall first) {
        int chunk = Math.min(first.followers + 1, staff.left(worker));
        int rest = first.followers + 1 - chunk;
        first.followers = 0;
        for (int i = 0; i < chunk; i++) {
            hand(worker, state.pending.remove());
        }
        if (rest > 0) {
            state.pending.getFirst().followers = rest - 1;
        }
    }

    private void hand(Worker worker, QueuedCall call) {
        if (call.isSettled) {
            return;
        }
        if (worker.inFlight.isEmpty()) {
            worker.sinceNanos = System.nanoTime();
        }
        worker.lastNumber++;
        worker.given++;
        worker.inFlightBytes += call.arguments().length;
        call.number = worker.lastNumber;
        call.worker = worker;
        worker.inFlight.add(call);
        worker.outgoing.add(call);
        endings.startClock(call);
    }

    /** While one has nothing to do, another must not keep calls that it was given because they seemed short. */
    private void lookForHoards() {
        if (!lookScheduled && share.isAnyHoarding(state.workers)) {
            lookScheduled = true;
            Future<?> unused = Timer.after(Share.LOOK, () -> CallbackThreads.run(this::redistribute));
        }
    }

    private void redistribute() {
        Dealing dealing = new Dealing();
        synchronized (state) {
            lookScheduled = false;
            if (state.idle.isEmpty() || !state.pending.isEmpty()) {
                return;
            }
            for (Worker worker : List.copyOf(state.workers)) {
                if (share.isStuck(worker)) {
                    int unused = state.takeBack(worker);
                    dealAgain(worker, dealing);
                }
            }
            if (!state.idle.isEmpty()) {
                lookForHoards();
            }
        }
        dispatcher.carryOut(dealing);
    }

    /** Calls were taken back from a worker, all perhaps: others get them before it does. Under the lock. */
    void dealAgain(Worker worker, Dealing dealing) {
        giveToIdle(dealing);
        if (worker.inFlight.isEmpty()) {
            give(worker);
            dealing.note(worker);
        }
    }
}
