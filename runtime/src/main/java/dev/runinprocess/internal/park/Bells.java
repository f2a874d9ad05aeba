package dev.runinprocess.internal.park;

import dev.runinprocess.internal.shm.Commons;
import dev.runinprocess.internal.shm.Failpoint;
import dev.runinprocess.internal.shm.Failpoints;
import dev.runinprocess.internal.shm.SlotTable;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The bells of the other processes, opened as they are needed. Safe for use by many threads. */
final class Bells {
    /*
     * One byte in a bell means "look around", however many flags were taken down; the mark keeps it at one byte until the
     * process listens, so a stopped process's pipe never fills and no ringer ever blocks. Who rings because of a death does without
     * the mark, for the dead may have set it and not rung, and looks how much is in the pipe instead.
     */
    private static final int ENOUGH_BYTES = 1024;

    private final Commons commons;
    private final ConcurrentHashMap<Integer, Bell> open = new ConcurrentHashMap<>();

    /** Of a fifo, which every process of a slot uses; or of one process's pipe, for which the process id tells. */
    private record Bell(RandomAccessFile file, long pid) {}

    Bells(Commons commons) {
        this.commons = commons;
    }

    /** Rings, unless it rang and nobody has listened since. Whether there is a process that may hear. */
    boolean ring(int slot) {
        SlotTable slots = commons.slots();
        if (!slots.isTaken(slot)) {
            return false;
        }
        if (slots.markRung(slot)) {
            Failpoints.pass(Failpoint.BELL_MARKED);
            return write(slot, Integer.MAX_VALUE);
        }
        return true;
    }

    /** Rings, whatever the mark says. */
    void ringForSure(int slot) {
        if (commons.slots().isTaken(slot)) {
            boolean unused = write(slot, ENOUGH_BYTES);
        }
    }

    private boolean write(int slot, int enough) {
        try {
            RandomAccessFile bell = bell(slot);
            if (bell == null) {
                return false;
            }
            if (enough == Integer.MAX_VALUE || new FileInputStream(bell.getFD()).available() < enough) {
                bell.write(1);
            }
            return true;
        } catch (IOException e) {
            if (!commons.slots().isTaken(slot)) {
                return false;
            }
            // Its waiters look by themselves once in a while; more cannot be done without a descriptor to ring by.
            commons.slots().clearRung(slot);
            return false;
        }
    }

    private @Nullable RandomAccessFile bell(int slot) throws IOException {
        long where = commons.slots().bell(slot);
        long pid = where == 0 ? 0 : commons.slots().pid(slot);
        Bell known = open.get(slot);
        if (known != null && known.pid() == pid) {
            return known.file();
        }
        RandomAccessFile file = BellFifo.openOther(commons.directory(), slot, where, pid);
        if (file != null) {
            Bell before = open.put(slot, new Bell(file, pid));
            if (before != null && before.pid() != pid) {
                before.file().close();
            }
        }
        return file;
    }
}
