package dev.runinprocess.internal.park;

import dev.runinprocess.failure.LimitReachedException;
import dev.runinprocess.internal.shm.Commons;

/** What a parent does for the shared memory when a child has ended: the child holds nothing any more, and who waited for it learns that. */
public final class Reaper {
    private Reaper() {}

    /** Notes that a child of this process has ended; costs nothing where nobody uses shared memory. */
    public static void childEnded(long pid) {
        for (Commons commons : Commons.known()) {
            if (commons.reapProcess(pid)) {
                try {
                    Parking.of(commons).ringAll();
                } catch (LimitReachedException e) {
                    // Without a slot of its own this process has no say; the waiters look by themselves within a
                    // second.
                }
            }
        }
    }
}
