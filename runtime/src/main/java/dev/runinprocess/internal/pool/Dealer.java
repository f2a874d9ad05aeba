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
        int most = Math.max(1, (state.pendingCalls + idle) / (idle + 1));
        QueuedCall call = state.next();
        while (call != null && worker.state == Worker.State.READY) {
            int calls = share.mayTake(worker, call, most);
            if (calls == 0) {
                break;
            }
            if (calls < call.left()) {
                state.cutPending(calls);
            }
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
        int rest = first.followers + 1;
        int restCalls = first.followingCalls + first.left();
        first.followers = 0;
        first.followingCalls = 0;
        while (rest > 0 && staff.left(worker) > 0) {
            QueuedCall next = state.pending.getFirst();
            int left = staff.left(worker);
            if (left < next.left()) {
                state.cutPending(left);
            } else {
                rest--;
            }
            restCalls -= next.left();
            hand(worker, state.removePending());
        }
        if (rest > 0) {
            QueuedCall next = state.pending.getFirst();
            next.isChunk = true;
            next.followers = rest - 1;
            next.followingCalls = restCalls - next.left();
        }
    }

    private void hand(Worker worker, QueuedCall call) {
        if (call.isSettled) {
            return;
        }
        if (worker.inFlight.isEmpty()) {
            worker.sinceNanos = System.nanoTime();
        }
        call.number = worker.lastNumber + 1;
        worker.lastNumber += call.left();
        worker.given += call.left();
        worker.inFlightCalls += call.left();
        worker.inFlightBytes += call.bytes();
        call.worker = worker;
        worker.inFlight.add(call);
        worker.outgoing.add(call.portion());
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
