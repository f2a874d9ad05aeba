package dev.runinprocess.internal.shm;

import dev.runinprocess.failure.LimitReachedException;
import dev.runinprocess.failure.NotTransferableException;
import dev.runinprocess.internal.session.ProcessContext;
import dev.runinprocess.internal.session.SessionSettings;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * The memory that all processes of one session share: who they are, and room for small objects. Whoever needs it first makes it; it goes with the session.
 * Safe for use by many threads and processes.
 */
public final class Commons {
    /** One for each session that this process knows: its own, and the one it was started in. */
    private static final List<Commons> OPEN = new CopyOnWriteArrayList<>();

    private final Path directory;
    private final Words control;
    private final SlotTable slots;
    private final Arena arena;
    private volatile long self = SlotTable.NONE;
    private volatile @Nullable Runnable deathNews;

    private Commons(Path directory, Words control, int slots) {
        this.directory = directory;
        this.control = control;
        this.slots = new SlotTable(control, slots);
        this.arena = new Arena(directory, control);
    }

    /**
     * That of the session this process shares with its children.
     *
     * @throws dev.runinprocess.failure.OutOfSharedMemoryException if it has to be made, and there is no room
     */
    public static Commons current() {
        Path directory = ProcessContext.current().sharedDirectory();
        Commons open = find(directory);
        return open == null ? openOrCreate(directory) : open;
    }

    private static @Nullable Commons find(Path directory) {
        for (Commons each : OPEN) {
            if (each.directory.equals(directory)) {
                return each;
            }
        }
        return null;
    }

    private static synchronized Commons openOrCreate(Path directory) {
        Path file = directory.resolve(ControlLayout.FILE);
        try {
            if (!Files.exists(file)) {
                create(file);
            }
            return open(directory);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "The session's shared memory in " + directory + " cannot be opened: " + e, e);
        }
    }

    private static void create(Path file) throws IOException {
        int slots = ProcessContext.current().identity().maxProcesses();
        try {
            SegmentFile.create(file, ControlLayout.bytes(slots), Pages.RESERVED);
        } catch (FileAlreadyExistsException e) {
            // Another process of the session made it at the same time.
        }
    }

    /** Most trees never make one: this look costs no class of channels and maps. */
    private static void openIfThere(Path directory) throws IOException {
        if (directory.resolve(ControlLayout.FILE).toFile().exists()) {
            Commons unused = open(directory);
        }
    }

    private static synchronized Commons open(Path directory) throws IOException {
        Commons known = find(directory);
        if (known != null) {
            return known;
        }
        Path file = directory.resolve(ControlLayout.FILE);
        long bytes = Files.size(file);
        Words control = new Words(SegmentFile.map(file, 0, bytes));
        control.compareAndSet(ControlLayout.VERSION_AT, 0, ControlLayout.VERSION);
        long version = control.ordered(ControlLayout.VERSION_AT);
        if (version != ControlLayout.VERSION) {
            throw new IOException("it was made by another version of this library: version=" + version + ", ours="
                    + ControlLayout.VERSION + ". Put one version on all class paths");
        }
        Commons opened = new Commons(directory, control, ControlLayout.slots(bytes));
        OPEN.add(opened);
        return opened;
    }

    /** Those that this process uses, or could: one that another process made in a session of this process's counts. */
    public static List<Commons> known() {
        for (Path directory : ProcessContext.current().knownSharedDirectories()) {
            if (find(directory) == null) {
                try {
                    openIfThere(directory);
                } catch (NoSuchFileException e) {
                    // The session has just ended.
                } catch (IOException e) {
                    throw new IllegalStateException(
                            "The session's shared memory in " + directory + " cannot be opened: " + e, e);
                }
            }
        }
        return new ArrayList<>(OPEN);
    }

    /** Whether this process has opened one. */
    public static boolean isInUse() {
        return !OPEN.isEmpty();
    }

    /** Where its files are. */
    public Path directory() {
        return directory;
    }

    /** The processes that use it. */
    public SlotTable slots() {
        return slots;
    }

    /**
     * Zeroed memory of the session's, for as long as it lives.
     *
     * @throws dev.runinprocess.failure.OutOfSharedMemoryException if there is no room
     */
    public Place allocate(int bytes) {
        return place(arena.allocate(bytes));
    }

    /** What lies at an address. */
    public Place place(long address) {
        return new Place(this, address, arena.words(address), Arena.offset(address));
    }

    /**
     * What lies at an address that another process told.
     *
     * @throws NotTransferableException if nothing of the session's can lie there
     */
    Place existing(long address, String what) {
        if (!arena.isGiven(address)) {
            throw new NotTransferableException(
                    "This is no " + what + ": nothing lies at that address. address=" + Long.toHexString(address));
        }
        return place(address);
    }

    /** Whether this process has a slot. */
    public boolean isJoined() {
        return self != SlotTable.NONE;
    }

    /** The slot of this process, which takes one at the first call. */
    public int slot() {
        return OwnerWord.slot(process());
    }

    /**
     * The owner word of this process, without a thread; takes a slot at the first call.
     *
     * @throws LimitReachedException if every slot is taken by a process that lives
     */
    public long process() {
        long known = self;
        return known == SlotTable.NONE ? join() : known;
    }

    /** The owner word of the calling thread. */
    public long owner() {
        return OwnerWord.ofThread(process(), Thread.currentThread());
    }

    private synchronized long join() {
        if (self != SlotTable.NONE) {
            return self;
        }
        long pid = ProcessContext.current().identity().pid();
        long claimed = slots.claim(pid);
        if (claimed == SlotTable.NONE && reapAll() > 0) {
            claimed = slots.claim(pid);
        }
        if (claimed == SlotTable.NONE) {
            throw new LimitReachedException(
                    "All " + slots.size()
                            + " places for processes that use shared memory or locks in this session are taken",
                    slots.size(),
                    "-D" + SessionSettings.MAX_PROCESSES + "=… or SessionOptions.maxProcesses(…)");
        }
        try {
            Waits.prepare(this, OwnerWord.slot(claimed));
        } catch (RuntimeException e) {
            slots.giveBack(claimed, pid);
            throw e;
        }
        self = claimed;
        return claimed;
    }

    /** Whether the process in an owner word was found dead; who finds one so may take what it held. */
    public boolean isDead(long owner) {
        return slots.isReaped(owner);
    }

    /** Another number whenever a process was found dead. Whoever keeps account of processes compares it with what it was. */
    public long epoch() {
        return control.acquire(ControlLayout.EPOCH_AT);
    }

    /**
     * Finds the dead among the processes and frees their slots. What they held is theirs no more, and the epoch says that there are some; to wake those who
     * wait for it is up to the caller, by {@link #isUntold}.
     *
     * @return how many were found
     */
    public int reapAll() {
        boolean untold = isUntold();
        int found = 0;
        for (int slot = 0; slot < slots.size(); slot++) {
            found += reap(slot) ? 1 : 0;
        }
        if (untold) {
            // Who freed a slot before may have died before it raised the epoch again.
            control.getAndAdd(ControlLayout.EPOCH_AT, 1);
        }
        return found;
    }

    /** As {@link #reapAll}, of the one process; and of all if another has begun to reap and not told yet, which may be dead, too. */
    public void reapProcess(long pid) {
        if (isUntold()) {
            int unused = reapAll();
            return;
        }
        for (int slot = 0; slot < slots.size(); slot++) {
            if (slots.pid(slot) == pid) {
                boolean unused = reap(slot);
            }
        }
    }

    /** Says what to do when {@link #reapOwner} finds a dead process: who waits for what it held may be of any kind. */
    public void deathNews(Runnable news) {
        deathNews = news;
    }

    /** As {@link #reapAll}, of an owner, by one who cannot wake those who wait: they are told. */
    void reapOwner(long owner) {
        if (!isDead(owner) && reap(OwnerWord.slot(owner))) {
            Runnable news = deathNews;
            if (news != null) {
                news.run();
            }
        }
    }

    /** Whether some process was found dead since every bell rang for such; who found it may itself have died meanwhile, or may not ring bells. */
    public boolean isUntold() {
        return control.ordered(ControlLayout.TOLD_AT) < epoch();
    }

    /** Notes that every bell has rung since the epoch had this number. */
    public void told(long epoch) {
        long before;
        do {
            before = control.ordered(ControlLayout.TOLD_AT);
        } while (before < epoch && !control.compareAndSet(ControlLayout.TOLD_AT, before, epoch));
    }

    private boolean reap(int slot) {
        long dead = slots.findDead(slot);
        if (dead == 0) {
            return false;
        }
        // Raised twice: the first is for whoever goes on if this process, which may be in no slot itself, dies on its
        // way.
        control.getAndAdd(ControlLayout.EPOCH_AT, 1);
        Failpoints.pass(Failpoint.REAP_ANNOUNCED);
        Waits.takeDown(this, slot, SlotTable.process(slot, dead));
        Failpoints.pass(Failpoint.REAP_FLAGS_DOWN);
        // If another was faster, a flag just taken down may have been one of the slot's next process: that, too, is for
        // all to look again.
        boolean unused = slots.free(slot, dead);
        Failpoints.pass(Failpoint.REAPED);
        control.getAndAdd(ControlLayout.EPOCH_AT, 1);
        return true;
    }

    /**
     * Whether the caller is the one to look for dead processes now: no other process of the session did within the period.
     *
     * @param now what {@link System#nanoTime} says, which is one clock for all processes of a machine
     */
    public boolean isTimeToLook(long now, long periodNanos) {
        long last = control.ordered(ControlLayout.LAST_LOOK_AT);
        boolean due = last == 0 || now - last >= periodNanos || now - last < 0;
        return due && control.compareAndSet(ControlLayout.LAST_LOOK_AT, last, now);
    }
}
