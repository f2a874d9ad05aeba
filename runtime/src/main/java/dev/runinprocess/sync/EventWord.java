package dev.runinprocess.sync;

import dev.runinprocess.internal.park.Attempt;
import dev.runinprocess.internal.park.Deadline;
import dev.runinprocess.internal.park.Parking;
import dev.runinprocess.internal.park.WaitPoint;
import dev.runinprocess.internal.shm.Commons;
import dev.runinprocess.internal.shm.Failpoint;
import dev.runinprocess.internal.shm.Failpoints;
import dev.runinprocess.internal.shm.Place;
import dev.runinprocess.internal.shm.Words;

/**
 * An event in shared memory. Safe for use by many threads and processes.
 *
 * <pre>
 *   0  how often it was set * 2, and 1 more as long as it is set
 *   8  flags of the waiters
 * </pre>
 */
final class EventWord {
    /*
     * All of it is one word, so no death leaves it half changed. Every set counts, the one of a set event too: whoever waits keeps the count from
     * when it came, and goes on once the count is another, which no clear undoes. The count would have to go round 2^63 for a mistake.
     * Setting is one compare-and-set, and then a look for flags; see WaitPoint for why no waiter is missed, and Parking for what happens if
     * this process dies between the two. A set that finds the event set writes, too: so what its caller did happens-before what
     * those do who see it.
     */
    private static final int FLAGS_AT = 8;
    private static final long SET = 1;
    private static final long ONE = 2;

    private final Place place;
    private final Words words;
    private final int at;
    private final Parking parking;
    private final WaitPoint waiters;

    EventWord(Place place) {
        this.place = place;
        this.words = place.words();
        this.at = place.at();
        this.parking = Parking.of(place.commons());
        this.waiters = new WaitPoint(place, FLAGS_AT);
    }

    static EventWord create() {
        Commons commons = Commons.current();
        return new EventWord(commons.allocate(FLAGS_AT + WaitPoint.bytes(commons)));
    }

    Place place() {
        return place;
    }

    /** Waiting from now on. */
    private final class Waiting implements Attempt {
        private final long begun = words.ordered(at);

        @Override
        public boolean succeeds() {
            return isPromising();
        }

        @Override
        public boolean isPromising() {
            long state = words.acquire(at);
            return (state & SET) != 0 || state >> 1 != begun >> 1;
        }
    }

    boolean isSet() {
        return (words.ordered(at) & SET) != 0;
    }

    void set() {
        // Whoever dies between the change and the bells must be found dead, and for that be known.
        long unused = place.commons().process();
        long state;
        do {
            state = words.ordered(at);
        } while (!words.compareAndSet(at, state, (state + ONE) | SET));
        Failpoints.pass(Failpoint.EVENT_SET);
        if (waiters.isWatched()) {
            parking.wakeAll(waiters);
        }
    }

    void clear() {
        words.getAndClearBits(at, SET);
    }

    /** Waits, from now on; whether it was set before the deadline. */
    boolean await(Deadline deadline) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        return isSet() || parking.await(waiters, false, new Waiting(), deadline);
    }
}
