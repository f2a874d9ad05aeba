package dev.runinprocess.internal.shm;

import dev.runinprocess.internal.os.Processor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A lock for a few stores to one object, and the means to make them all or none of them. Held for nanoseconds, never while a user's code runs, and never while
 * another is wanted. Safe for use by many threads and processes.
 *
 * <pre>
 *   0  owner word; 0 if nobody has it
 *   8  how many changes are to be done
 *  16  change 0: where: in the object's file, or the complement of an address in another
 *  24  change 0: the new value
 *  32  change 1 …
 * </pre>
 */
public final class Guard {
    /*
     * Changes are staged in the object itself, beside the words they are for, and count from the moment the number of them is
     * stored, which is one store. They are absolute values, so doing them twice is doing them once. A process killed before that store has changed
     * nothing, since nobody looks at staged changes without a number; one killed after it is finished by whoever has the guard next, before
     * that one looks at anything: a dead owner's guard can be had only by way of take(), which does. Readers without the guard see one word at a time
     * in either case, and use no two words that must agree.
     *
     * The number is stored with release after the changes and read after the guard was acquired, and each change is done before the number goes
     * back to 0, with release again. Two who take over from the same dead owner are kept apart by the compare-and-set of the owner word.
     *
     * Waiting is by looking, ever more rarely: a guard is held so briefly that only a stopped or dead process keeps it, and looking loses no wake-up.
     */
    private static final int COUNT = 8;
    private static final int CHANGES = 16;
    private static final int CHANGE_BYTES = 16;

    private static final int SPINS = 64;
    private static final int YIELDS = 64;
    private static final long FIRST_PAUSE_NANOS = TimeUnit.MICROSECONDS.toNanos(20);

    /** Not more, for who hurries through the guard again and again must not keep out who looks but rarely. */
    private static final long LONGEST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final Commons commons;
    private final Words words;
    private final long address;
    private final int object;
    private final int guard;
    private int staged;

    /**
     * The guard of an object.
     *
     * @param object the object
     * @param offset where in it the guard is
     */
    public Guard(Place object, int offset) {
        this.commons = object.commons();
        this.words = object.words();
        this.address = object.address();
        this.object = object.at();
        this.guard = object.at() + offset;
    }

    /** How many bytes it takes in an object that changes at most so many words at once. */
    public static int bytes(int changes) {
        return CHANGES + changes * CHANGE_BYTES;
    }

    /** Takes it. Not interruptible: waits, if long at all, for a process that is stopped or about to be found dead. */
    public void take() {
        boolean unused = take(Long.MAX_VALUE);
    }

    /**
     * As {@link #take()}, for some time at most.
     *
     * @return whether it was taken
     */
    public boolean take(long nanos) {
        long self = commons.owner();
        if (!words.compareAndSet(guard, 0, self) && !takeSlowly(self, nanos)) {
            return false;
        }
        if (words.plain(guard + COUNT) != 0) {
            // Its last owner lives, but was stopped halfway: by an error for want of stack, say.
            apply();
        }
        staged = 0;
        Failpoints.pass(Failpoint.GUARD_TAKEN);
        return true;
    }

    private boolean takeSlowly(long self, long nanos) {
        long begin = System.nanoTime();
        long looked = begin;
        long pause = FIRST_PAUSE_NANOS;
        for (int round = 0; ; round++) {
            long owner = words.acquire(guard);
            // A thread that meets itself was thrown out of an operation by an error, for want of stack, say.
            if (owner == self) {
                return true;
            }
            if (owner == 0 || commons.isDead(owner)) {
                if (words.compareAndSet(guard, owner, self)) {
                    return true;
                }
            } else if (nanos != Long.MAX_VALUE && System.nanoTime() - begin >= nanos) {
                return false;
            } else if (round < SPINS) {
                Thread.onSpinWait();
            } else if (round < SPINS + YIELDS) {
                Processor.giveWay();
            } else {
                LockSupport.parkNanos(this, pause);
                pause = Math.min(2 * pause, LONGEST_PAUSE_NANOS);
                if (System.nanoTime() - looked >= LOOK_NANOS) {
                    looked = System.nanoTime();
                    commons.reapOwner(owner);
                }
            }
        }
    }

    /** Stages a change of the object: does nothing until {@link #commit}. */
    public void stage(int offset, long value) {
        stageChange(object + offset, value);
    }

    /** Stages a change of a word anywhere in the memory that the object lies in: does nothing until {@link #commit}. */
    public void stageAt(long word, long value) {
        stageChange(Arena.isInOneFile(word, address) ? Arena.offset(word) : ~word, value);
    }

    private void stageChange(long where, long value) {
        int change = guard + CHANGES + staged * CHANGE_BYTES;
        words.plain(change, where);
        words.plain(change + Words.BYTES, value);
        staged++;
    }

    /** Does what was staged, all or nothing, whenever this process may die. */
    public void commit() {
        Failpoints.pass(Failpoint.GUARD_STAGED);
        words.release(guard + COUNT, staged);
        Failpoints.pass(Failpoint.GUARD_COMMITTED);
        apply();
        staged = 0;
        Failpoints.pass(Failpoint.GUARD_DONE);
    }

    private void apply() {
        long count = words.acquire(guard + COUNT);
        for (int i = 0; i < count; i++) {
            int change = guard + CHANGES + i * CHANGE_BYTES;
            write(words.plain(change), words.plain(change + Words.BYTES));
            Failpoints.pass(Failpoint.GUARD_PARTLY_APPLIED);
        }
        Failpoints.pass(Failpoint.GUARD_APPLIED);
        words.release(guard + COUNT, 0);
    }

    private void write(long where, long value) {
        if (where >= 0) {
            words.release((int) where, value);
        } else {
            Place place = commons.place(~where);
            place.words().release(place.at(), value);
        }
    }

    /** Whether the calling thread has it. */
    public boolean isMine() {
        return words.plain(guard) == commons.owner();
    }

    /** Gives it back. Every later read of this thread is after it, for every process. */
    public void leave() {
        words.ordered(guard, 0);
    }
}
