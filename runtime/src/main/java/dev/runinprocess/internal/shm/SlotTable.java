package dev.runinprocess.internal.shm;

import dev.runinprocess.internal.os.ProcessStat;

/**
 * The processes that use a session's shared memory, a slot each. Safe for use by many threads and processes.
 */
public final class SlotTable {
    /*
     * A slot changes hands by one compare-and-set of its word, so there is no moment at which a death leaves it between two
     * states: free, or had by a process that the word itself names. Freeing raises the generation, and with that every owner word of
     * the dead process, wherever it stands, is one of a dead owner. Only who proved the death frees: the process of that id
     * and start is gone or a zombie. The note of who had it is written before; two who reap the same write the same.
     */
    /** No owner word: those of processes end in zeros. */
    static final long NONE = -1;

    private final Words control;
    private final int slots;

    SlotTable(Words control, int slots) {
        this.control = control;
        this.slots = slots;
    }

    /** How many there are. */
    public int size() {
        return slots;
    }

    /** Whether a process has the slot, dead or alive. */
    public boolean isTaken(int slot) {
        return !SlotWord.isFree(word(slot));
    }

    private long word(int slot) {
        return control.ordered(ControlLayout.slotAt(slot));
    }

    /**
     * Takes a free slot for this process.
     *
     * @return the owner word of this process, without a thread; or {@link #NONE} if none is free
     */
    long claim(long pid) {
        long start = ProcessStat.startOf(pid);
        if (start < 0) {
            start = SlotWord.UNKNOWN_START;
        }
        int first = (int) Long.remainderUnsigned(control.getAndAdd(ControlLayout.HINT_AT, 1), slots);
        for (int i = 0; i < slots; i++) {
            int slot = (first + i) % slots;
            int at = ControlLayout.slotAt(slot);
            long word = control.ordered(at);
            if (SlotWord.isFree(word)
                    && control.compareAndSet(at, word, SlotWord.of(SlotWord.generation(word), start, pid))) {
                return OwnerWord.ofProcess(slot, SlotWord.generation(word));
            }
        }
        return NONE;
    }

    /** Gives back what {@link #claim} gave this process, which has used it for nothing. */
    void giveBack(long claimed, long pid) {
        int slot = OwnerWord.slot(claimed);
        long word = word(slot);
        if (SlotWord.pid(word) == pid && SlotWord.generation(word) == OwnerWord.generation(claimed)) {
            boolean unused = free(slot, word);
        }
    }

    /** Whether the owner's process was found dead. One that is dead, and nobody has found out yet, counts as alive. */
    boolean isReaped(long owner) {
        return SlotWord.generation(control.acquire(ControlLayout.slotAt(OwnerWord.slot(owner))))
                != OwnerWord.generation(owner);
    }

    /** The word of a slot whose process is certainly dead; 0 if it is free, or its process may live. */
    long findDead(int slot) {
        long word = word(slot);
        return SlotWord.isFree(word) || isAlive(word) ? 0 : word;
    }

    /** Frees the slot of a dead process; false if another did. */
    boolean free(int slot, long deadWord) {
        int at = ControlLayout.slotAt(slot);
        control.release(at + ControlLayout.DEPARTED, SlotWord.departed(deadWord));
        Failpoints.pass(Failpoint.REAP_NOTED);
        return control.compareAndSet(at, deadWord, SlotWord.free(SlotWord.generation(deadWord) + 1));
    }

    /** The owner word, without a thread, of the process in a slot's word. */
    static long process(int slot, long word) {
        return OwnerWord.ofProcess(slot, SlotWord.generation(word));
    }

    private static boolean isAlive(long word) {
        long start = ProcessStat.startOf(SlotWord.pid(word));
        return start == ProcessStat.UNKNOWN || (start != ProcessStat.DEAD && SlotWord.isStart(word, start));
    }

    /** The process id of the slot's process; 0 if it has none. */
    public long pid(int slot) {
        return SlotWord.pid(word(slot));
    }

    /** The process id of an owner, dead or alive; 0 if others had its slot since. */
    public long pidOf(long owner) {
        int at = ControlLayout.slotAt(OwnerWord.slot(owner));
        long word = control.ordered(at);
        if (SlotWord.generation(word) == OwnerWord.generation(owner)) {
            return SlotWord.pid(word);
        }
        long departed = control.ordered(at + ControlLayout.DEPARTED);
        return SlotWord.generation(departed) == OwnerWord.generation(owner) ? SlotWord.pid(departed) : 0;
    }

    /** Notes that the slot's bell is to ring; whether it was silent before. */
    public boolean markRung(int slot) {
        return control.swap(ControlLayout.slotAt(slot) + ControlLayout.RUNG, 1) == 0;
    }

    /** Notes that the slot's process listens now. */
    public void clearRung(int slot) {
        control.ordered(ControlLayout.slotAt(slot) + ControlLayout.RUNG, 0);
    }

    /** Where the slot's process writes down where it waits; 0 if nowhere. */
    long waits(int slot) {
        return control.ordered(ControlLayout.slotAt(slot) + ControlLayout.WAITS);
    }

    /** Says where the slot's processes write down where they wait. */
    void waits(int slot, long address) {
        control.ordered(ControlLayout.slotAt(slot) + ControlLayout.WAITS, address);
    }

    /** Where the slot's bell is, as {@link ControlLayout} has it. */
    public long bell(int slot) {
        return control.ordered(ControlLayout.slotAt(slot) + ControlLayout.BELL);
    }

    /** Says where the slot's bell is. */
    public void bell(int slot, long where) {
        control.ordered(ControlLayout.slotAt(slot) + ControlLayout.BELL, where);
    }
}
