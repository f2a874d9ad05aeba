package dev.runinprocess.internal.park;

import dev.runinprocess.internal.shm.Failpoint;
import dev.runinprocess.internal.shm.Failpoints;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** One thread that parks, at one point or at several. */
final class Waiting {
    private final Attempt attempt;
    private final Deadline deadline;
    private final boolean interruptible;
    private boolean interrupted;

    Waiting(Attempt attempt, Deadline deadline, boolean interruptible) {
        this.attempt = attempt;
        this.deadline = deadline;
        this.interruptible = interruptible;
    }

    /** Waits until the attempt succeeds; whether it did before the deadline. */
    boolean park(List<Wanted> wanted) throws InterruptedException {
        List<Stay> stays = new ArrayList<>(wanted.size());
        try {
            for (Wanted each : wanted) {
                stays.add(each.parking().enter(each));
            }
            boolean done = false;
            while (!done) {
                for (Stay stay : stays) {
                    stay.point().raise();
                }
                Failpoints.pass(Failpoint.WAITER_FLAGGED);
                if (attempt.succeeds()) {
                    return true;
                }
                if (deadline.isOver()) {
                    // Those who only ever wait briefly must not wait for the dead again and again.
                    for (Stay stay : stays) {
                        stay.parking().lookAround();
                    }
                    return false;
                }
                clearInterrupt();
                sleep(stays);
                done = attempt.succeeds();
            }
            return true;
        } finally {
            for (Stay stay : stays) {
                stay.parking().leave(stay);
            }
            if (interrupted && !interruptible) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** For with it a thread would not park. */
    private void clearInterrupt() throws InterruptedException {
        if (Thread.interrupted()) {
            interrupted = true;
            if (interruptible) {
                throw new InterruptedException();
            }
        }
    }

    private void sleep(List<Stay> stays) {
        long period = Long.MAX_VALUE;
        for (Stay stay : stays) {
            period = Math.min(period, stay.parking().period());
        }
        long begin = System.nanoTime();
        LockSupport.parkNanos(stays.isEmpty() ? this : stays.get(0).point(), Math.min(deadline.left(), period));
        long now = System.nanoTime();
        if (now - begin >= period) {
            for (Stay stay : stays) {
                stay.parking().lookUp(now);
            }
        }
    }
}
