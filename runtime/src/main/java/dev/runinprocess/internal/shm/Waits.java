package dev.runinprocess.internal.shm;

import dev.runinprocess.failure.LimitReachedException;
import dev.runinprocess.failure.OutOfSharedMemoryException;

/** Where a process waits, written down for whoever finds it dead. Safe for use by many threads; one for each process. */
public final class Waits {
    /*
     * A cell for each point: claimed and written before the process raises its flag there, freed after it took it down. The cells are the
     * slot's and stay for its next process, which frees them before it waits; who finds a process dead only reads them, and no others than those
     * with an owner word of that process: two may do so at a time, one of them late.
     */
    private static final int FIRST_CELLS = 31;
    private static final int NONE = -1;

    private final long owner;
    private final Cells cells;

    private Waits(long owner, Cells cells) {
        this.owner = owner;
        this.cells = cells;
    }

    /** Sees to it that the slot has cells: a full file system is for who makes a lock to hear of, not for who waits for one. */
    static void prepare(Commons commons, int slot) {
        SlotTable slots = commons.slots();
        if (slots.waits(slot) == 0) {
            slots.waits(slot, commons.allocate(Cells.bytes(FIRST_CELLS)).address());
        }
    }

    /** Those of this process. */
    public static Waits open(Commons commons) {
        long address = commons.slots().waits(commons.slot());
        Cells cells = at(commons, address);
        freeAll(cells);
        return new Waits(commons.owner(), cells);
    }

    /** What the slot's process before, which is dead, left there. */
    private static void freeAll(Cells cells) {
        int count = cells.count();
        for (int cell = 0; cell < count; cell++) {
            if (cells.owner(cell) != 0) {
                cells.free(cell);
            }
        }
    }

    private static Cells at(Commons commons, long address) {
        return new Cells(commons.place(address), 0, FIRST_CELLS);
    }

    /**
     * Writes down that this process waits at the flags at an address.
     *
     * @return the entry's number
     */
    public int add(long flags) {
        int cell;
        try {
            cell = cells.claim(owner);
        } catch (OutOfSharedMemoryException | LimitReachedException e) {
            // Should this process die now, another's wake-up may come late by as much as a waiter's look around.
            return NONE;
        }
        cells.value(cell, flags);
        return cell;
    }

    /** Takes an entry out. */
    public void remove(int entry) {
        if (entry != NONE) {
            cells.free(entry);
        }
    }

    /** Takes down all flags of a dead process. */
    static void takeDown(Commons commons, int slot, long dead) {
        long address = commons.slots().waits(slot);
        if (address == 0) {
            return;
        }
        Cells cells = at(commons, address);
        int count = cells.count();
        for (int cell = 0; cell < count; cell++) {
            long owner = cells.owner(cell);
            long flags = cells.value(cell);
            if (owner != 0 && flags != 0 && OwnerWord.sameProcess(owner, dead)) {
                boolean unused = new SlotFlags(commons.place(flags)).take(slot);
            }
        }
    }
}
