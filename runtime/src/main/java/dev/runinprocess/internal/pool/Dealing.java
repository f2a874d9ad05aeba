package dev.runinprocess.internal.pool;

import java.util.ArrayList;
import java.util.List;

/** What is to be done once the lock is free: workers that were given calls are sent them, and workers that are done with their last call end. For one thread. */
final class Dealing {
    private final List<Worker> given = new ArrayList<>(1);
    private final List<Worker> retired = new ArrayList<>(0);

    /** Notes what has become of a worker. Under the lock. */
    void note(Worker worker) {
        if (!worker.outgoing.isEmpty()) {
            given.add(worker);
        } else if (worker.state == Worker.State.RETIRING && worker.inFlight.isEmpty()) {
            retired.add(worker);
        }
    }

    /** Sends what was given. */
    void send() {
        for (Worker worker : given) {
            worker.flush();
        }
    }

    /**
     * Ends workers that are done.
     *
     * @return whether there were any
     */
    boolean finish() {
        for (Worker worker : retired) {
            worker.finish();
        }
        return !retired.isEmpty();
    }
}
