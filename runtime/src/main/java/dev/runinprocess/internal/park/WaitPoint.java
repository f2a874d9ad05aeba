package dev.runinprocess.internal.park;

import dev.runinprocess.internal.shm.Commons;
import dev.runinprocess.internal.shm.Place;
import dev.runinprocess.internal.shm.SlotFlags;

/**
 * Something to wait for in shared memory: a flag for each slot, which says that threads of the process in it want to hear of the next change. Safe
 * for use by many threads and processes.
 */
public final class WaitPoint {
    /*
     * A waiter raises its process's flag and then looks again; who changes something stores the change and then looks for flags. Both with full
     * fences between, so at least one sees the other. Who takes a flag down rings that process's bell; a flag is one ring, so
     * releases in a row ring no sleeper twice before it has answered. Nothing here names a thread or links to another waiter. A flag of the dead would be
     * taken for one of the next process in its slot, so each process writes down where it waits, and who finds it dead takes its flags down before the
     * slot is free. A ringer that dies with a flag in its hand is found dead, at which all bells ring.
     */
    private final Commons commons;
    private final long address;
    private final SlotFlags flags;

    /**
     * Of an object.
     *
     * @param object the object
     * @param offset where in it the flags are
     */
    public WaitPoint(Place object, int offset) {
        this.commons = object.commons();
        this.address = object.address() + offset;
        this.flags = new SlotFlags(commons.place(address));
    }

    /** How many bytes it takes in an object. */
    public static int bytes(Commons commons) {
        return SlotFlags.bytes(commons);
    }

    /** Who wakes those that wait there. */
    Parking parking() {
        return Parking.of(commons);
    }

    /** What tells it from others of the session: where its flags are. */
    long address() {
        return address;
    }

    /** Asks for this process's bell at the next change. Later reads are after it, for every process. */
    void raise() {
        flags.raise(commons.slot());
    }

    /** Asks no more. */
    void lower() {
        boolean unused = flags.take(commons.slot());
    }

    /** Whether this process asks. */
    boolean isRaised() {
        return flags.isUp(commons.slot());
    }

    /** Whether some process asks. The change must be stored before, with {@link dev.runinprocess.internal.shm.Words#ordered(int, long)} or a compare-and-set. */
    public boolean isWatched() {
        return flags.isAnyUp();
    }

    /** Takes down the flag of one slot; whether it was up. */
    boolean take(int slot) {
        return flags.take(slot);
    }

    /** The first slot from a given one on whose flag is up; -1 if there is none. */
    int next(int slot) {
        return flags.next(slot);
    }
}
