package dev.runinprocess.internal.shm;

/**
 * The file {@code control}, which all processes of a session map.
 *
 * <pre>
 *    0  version
 *    8  hint: where to look for a free slot
 *   64  next free address in the arenas
 *  128  epoch: raised before and after a process is written down as dead
 *  136  told: the epoch of which every bell has rung
 *  192  when somebody last looked for dead processes
 *  256  slot 0
 *  320  slot 1 …
 * </pre>
 *
 * What is written often has a cache line of its own. A slot:
 *
 * <pre>
 *    0  who has it: generation (20 bits), start (22), pid (22); without a pid it is free
 *    8  whether its bell was rung and nobody has listened since
 *   16  where its bell is: 0 for a fifo, otherwise 1 + the descriptor of a pipe
 *   24  who had it before: generation (20 bits), 0 (22), pid (22)
 *   32  address of the cells in which the slot's process writes down where it waits; 0 if no process of the slot ever did
 * </pre>
 */
final class ControlLayout {
    static final String FILE = "control";
    static final long VERSION = 1;

    static final int VERSION_AT = 0;
    static final int HINT_AT = 8;
    static final int NEXT_ADDRESS_AT = 64;
    static final int EPOCH_AT = 128;
    static final int TOLD_AT = 136;
    static final int LAST_LOOK_AT = 192;

    static final int RUNG = 8;
    static final int BELL = 16;
    static final int DEPARTED = 24;
    static final int WAITS = 32;

    private static final int SLOTS_AT = 256;
    private static final int SLOT_BYTES = 64;

    private ControlLayout() {}

    static int slotAt(int slot) {
        return SLOTS_AT + slot * SLOT_BYTES;
    }

    static int bytes(int slots) {
        return SLOTS_AT + slots * SLOT_BYTES;
    }

    static int slots(long bytes) {
        return (int) ((bytes - SLOTS_AT) / SLOT_BYTES);
    }
}
