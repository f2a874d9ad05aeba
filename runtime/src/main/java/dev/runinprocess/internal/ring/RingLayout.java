package dev.runinprocess.internal.ring;

import dev.runinprocess.internal.park.RobustMutex;
import dev.runinprocess.internal.park.WaitPoint;
import dev.runinprocess.internal.shm.CacheLines;
import dev.runinprocess.internal.shm.Commons;
import dev.runinprocess.internal.shm.Place;

/**
 * The words of a ring in the session's memory; its bytes are elsewhere.
 *
 * <pre>
 *   lock of the end to read at
 *   lock of the end to write at
 *   flags of those who wait for a message, for room
 * </pre>
 *
 * Each line of the picture begins at cache lines of its own.
 */
final class RingLayout {
    private final Place place;
    private final int mutexBytes;
    private final int flagBytes;

    RingLayout(Place place) {
        this.place = place;
        this.mutexBytes = CacheLines.apart(RobustMutex.bytes(place.commons()));
        this.flagBytes = WaitPoint.bytes(place.commons());
    }

    static int bytes(Commons commons) {
        return CacheLines.apart(2 * CacheLines.apart(RobustMutex.bytes(commons)) + 2 * WaitPoint.bytes(commons));
    }

    RobustMutex readingMutex() {
        return new RobustMutex(place, false);
    }

    RobustMutex writingMutex() {
        return new RobustMutex(place.part(mutexBytes), false);
    }

    WaitPoint readable() {
        return new WaitPoint(place, 2 * mutexBytes);
    }

    WaitPoint writable() {
        return new WaitPoint(place, 2 * mutexBytes + flagBytes);
    }
}
