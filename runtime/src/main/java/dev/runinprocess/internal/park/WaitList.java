package dev.runinprocess.internal.park;

import java.util.ArrayDeque;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** The threads of this process that wait at one point, in the order of their coming. Safe for use by many threads. */
final class WaitList {
    private final WaitPoint point;
    private final boolean exclusive;
    private final int entry;
    private final ArrayDeque<Waiter> waiters = new ArrayDeque<>();
    private boolean discarded;

    /** A thread and what it waits for. */
    record Waiter(Thread thread, Attempt attempt) {}

    /**
     * An empty one.
     *
     * @param exclusive whether one change is for one waiter
     * @param entry where it is written down that this process waits there
     */
    WaitList(WaitPoint point, boolean exclusive, int entry) {
        this.point = point;
        this.exclusive = exclusive;
        this.entry = entry;
    }

    /** Where it is written down that this process waits there. */
    int entry() {
        return entry;
    }

    /** Adds a waiter, unless the list is discarded. */
    synchronized boolean enter(Waiter waiter) {
        if (discarded) {
            return false;
        }
        waiters.add(waiter);
        return true;
    }

    /**
     * Takes a waiter out; those who stay keep the flag up.
     *
     * @return whether the list is discarded now, being empty
     */
    synchronized boolean leave(Waiter waiter) {
        waiters.removeFirstOccurrence(waiter);
        if (waiters.isEmpty()) {
            point.lower();
            discarded = true;
        } else if (exclusive) {
            point.raise();
        }
        return discarded;
    }

    /**
     * Wakes whom a change concerns. The flag may be up again already, since another thread that came to wait has raised it.
     *
     * <p>Of those who want one change each, the first is woken, who raises the flag again when it has to go on waiting; where the flag is up, the one who raised
     * it looks. Of the others each is woken that may have what it waits for; the flag goes up before they are looked at, for those who have not.
     */
    synchronized void ring() {
        boolean raised = point.isRaised();
        if (exclusive) {
            if (!raised) {
                LockSupport.unpark(first());
            }
            return;
        }
        if (!raised && !waiters.isEmpty()) {
            point.raise();
        }
        ringPromising();
    }

    /** Wakes those that may have what they wait for. */
    synchronized void ringPromising() {
        for (Waiter waiter : waiters) {
            if (waiter.attempt().isPromising()) {
                LockSupport.unpark(waiter.thread());
            }
        }
    }

    /** Wakes everybody, to look again. */
    synchronized void ringAll() {
        for (Waiter waiter : waiters) {
            LockSupport.unpark(waiter.thread());
        }
    }

    /** Wakes one, to look again; whether there is any. */
    synchronized boolean wakeFirst() {
        LockSupport.unpark(first());
        return !waiters.isEmpty();
    }

    private @Nullable Thread first() {
        Waiter first = waiters.peekFirst();
        return first == null ? null : first.thread();
    }
}
