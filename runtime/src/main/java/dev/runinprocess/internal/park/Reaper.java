package dev.runinprocess.internal.park;

import dev.runinprocess.internal.shm.Commons;

/** What a parent does for the shared memory when a child has ended: the child holds nothing any more, and who waited for it learns that. */
public final class Reaper {
    private Reaper() {}

    /** Notes that a child of this process has ended; costs nothing where nobody uses shared memory. */
    public static void childEnded(long pid) {
        for (Commons commons : Commons.known()) {
            commons.reapProcess(pid);
            if (commons.isUntold()) {
                Parking.of(commons).tellOfTheDead();
            }
        }
    }
}
