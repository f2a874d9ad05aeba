package dev.runinprocess.internal.park;

import dev.runinprocess.internal.shm.Commons;
import dev.runinprocess.internal.shm.Failpoint;
import dev.runinprocess.internal.shm.Failpoints;
import dev.runinprocess.internal.shm.SlotTable;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The bells of the other processes, opened as they are needed. Safe for use by many threads. */
final class Bells {
    /*
     * One byte in a bell means "look around", however many flags were taken down; the mark keeps it at one byte until the
     * process listens, so a stopped process's pipe never fills and no ringer ever blocks. Who rings because of a death does without
     * the mark, for the dead may have set it and not rung, and looks how much is in the pipe instead.
     *
     * Whoever opens a bell closes those of the dead: a process that has had thousands of children must not have as many files open. A
     * bell that is closed is out of the map before, so a thread that finds its bell closed finds another one, or none.
     */
    private static final int ENOUGH_BYTES = 1024;

    private final Commons commons;
    private final ConcurrentHashMap<Integer, Bell> open = new ConcurrentHashMap<>();

    /** Of a fifo, which every process of a slot uses; or of one process's pipe, for which the process id tells. */
    private static final class Bell {
        private final RandomAccessFile file;
        private final long pid;
        private boolean closed;

        Bell(RandomAccessFile file, long pid) {
            this.file = file;
            this.pid = pid;
        }

        /** Rings, unless there is enough in it. False if it is closed. Never blocks, nor must it be closed meanwhile: its descriptor might be another file's by then. */
        synchronized boolean ring(int enough) throws IOException {
            if (closed) {
                return false;
            }
            if (enough == Integer.MAX_VALUE || new FileInputStream(file.getFD()).available() < enough) {
                file.write(1);
            }
            return true;
        }

        synchronized void close() throws IOException {
            closed = true;
            file.close();
        }
    }

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

    /** Whether there was a bell to ring; there is none any more once the slot's process is found dead. */
    boolean write(int slot, int enough) {
        try {
            Bell bell = bell(slot);
            while (bell != null && !bell.ring(enough)) {
                // Closed meanwhile: by who opened another, or because of the process's death.
                bell = commons.slots().isTaken(slot) ? bell(slot) : null;
            }
            return bell != null;
        } catch (IOException e) {
            if (!commons.slots().isTaken(slot)) {
                return false;
            }
            // Its waiters look by themselves once in a while; more cannot be done without a descriptor to ring by.
            commons.slots().clearRung(slot);
            return false;
        }
    }

    private @Nullable Bell bell(int slot) throws IOException {
        long where = commons.slots().bell(slot);
        long pid = where == 0 ? 0 : commons.slots().pid(slot);
        Bell known = open.get(slot);
        if (known != null && known.pid == pid) {
            return known;
        }
        RandomAccessFile file = BellFifo.openOther(commons.directory(), slot, where, pid);
        if (file == null) {
            return null;
        }
        Bell bell = new Bell(file, pid);
        Bell before = open.put(slot, bell);
        if (before != null) {
            before.close();
        }
        closeThoseOfTheDead();
        return bell;
    }

    private void closeThoseOfTheDead() throws IOException {
        for (Map.Entry<Integer, Bell> entry : open.entrySet()) {
            int slot = entry.getKey();
            Bell bell = entry.getValue();
            if (!commons.slots().isTaken(slot) && open.remove(slot, bell)) {
                bell.close();
            }
        }
    }
}
