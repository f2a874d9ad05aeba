package dev.runinprocess.channel;

import dev.runinprocess.internal.park.Attempt;
import dev.runinprocess.internal.park.Deadline;
import dev.runinprocess.internal.park.Parking;
import dev.runinprocess.internal.park.RobustMutex;
import dev.runinprocess.internal.park.WaitPoint;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** How long a caller of a queue waits for what. Immutable, but for the time that passes. */
final class QueuePatience {
    /** For those who look before they do something else. */
    static final Deadline NO_TIME = Deadline.after(0, TimeUnit.NANOSECONDS);

    /** For room, or for an element: until it is there. */
    static final QueuePatience ENDLESS = new QueuePatience(Deadline.NEVER, true, true);

    /** Not for room nor an element. */
    static final QueuePatience NONE = new QueuePatience(NO_TIME, false, false);

    /** For another who is at the same end everybody waits so long: that lock is held for microseconds, unless its holder is a stopped process. */
    private static final long LOCK_MILLIS = 100;

    private final Deadline deadline;
    private final boolean waits;
    private final boolean interruptible;

    private QueuePatience(Deadline deadline, boolean waits, boolean interruptible) {
        this.deadline = deadline;
        this.waits = waits;
        this.interruptible = interruptible;
    }

    /** For room, or for an element: until some time. */
    static QueuePatience until(Deadline deadline) {
        return new QueuePatience(deadline, true, true);
    }

    boolean take(RobustMutex mutex) throws InterruptedException {
        if (interruptible && Thread.interrupted()) {
            throw new InterruptedException();
        }
        if (mutex.tryTake()) {
            return true;
        }
        Deadline brief = brief();
        Deadline later = deadline.left() > brief.left() ? deadline : brief;
        return interruptible ? mutex.take(later) : mutex.takeUninterruptibly(later);
    }

    /** How long to wait for a lock that is held for microseconds. */
    static Deadline brief() {
        return Deadline.after(LOCK_MILLIS, TimeUnit.MILLISECONDS);
    }

    boolean await(Parking parking, WaitPoint point, BooleanSupplier condition) throws InterruptedException {
        return waits && parking.await(point, true, new Ready(condition), deadline);
    }

    /** Readiness of one waiter, which goes on to do something about it with a lock. */
    private static final class Ready implements Attempt {
        private final BooleanSupplier condition;
        private boolean seen;

        Ready(BooleanSupplier condition) {
            this.condition = condition;
        }

        @Override
        public boolean succeeds() {
            seen = condition.getAsBoolean();
            return seen;
        }

        @Override
        public boolean isPromising() {
            // Who has seen it passes on what is left after its turn.
            return !seen && condition.getAsBoolean();
        }
    }
}
