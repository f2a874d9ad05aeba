package dev.runinprocess.internal.shm;

/**
 * The places between two writes to shared memory, where a process may be killed. Each is named in the test that kills there: a new one without a test fails that
 * test. Constants that the compiler copies, so that production loads nothing for them.
 */
public final class Failpoint {
    /** A death is announced; nothing is done about it yet. */
    public static final String REAP_ANNOUNCED = "reap-announced";

    /** The flags of the dead process's waiters are down; its slot is not free yet. */
    public static final String REAP_FLAGS_DOWN = "reap-flags-down";

    /** Who had the slot is noted; it is not free yet. */
    public static final String REAP_NOTED = "reap-noted";

    /** The dead process's slot is free; the epoch was raised before, and not yet after. */
    public static final String REAPED = "reaped";

    /** The epoch tells of the dead; nobody's bell was rung yet. */
    public static final String REAP_TOLD = "reap-told";

    /** All bells have rung; it is not noted yet. */
    public static final String REAP_RUNG = "reap-rung";

    /** The memory is there; it is not given out yet. */
    public static final String ARENA_READY = "arena-ready";

    /** The guard is taken; nothing is changed yet. */
    public static final String GUARD_TAKEN = "guard-taken";

    /** The change is written down; it does not count yet. */
    public static final String GUARD_STAGED = "guard-staged";

    /** The change counts; nothing of it is done yet. */
    public static final String GUARD_COMMITTED = "guard-committed";

    /** A part of the change is done. */
    public static final String GUARD_PARTLY_APPLIED = "guard-partly-applied";

    /** All of the change is done; it still counts as to be done. */
    public static final String GUARD_APPLIED = "guard-applied";

    /** Nothing is to be done; the guard is still taken. */
    public static final String GUARD_DONE = "guard-done";

    /** The cell has an owner; its value is still 0. */
    public static final String CELL_CLAIMED = "cell-claimed";

    /** The cell's value is 0 again; it still has its owner. */
    public static final String CELL_CLEARED = "cell-cleared";

    /** More cells are made; they are not linked yet. */
    public static final String CELLS_MADE = "cells-made";

    /** The lock is taken; nothing else is written yet. */
    public static final String LOCK_TAKEN = "lock-taken";

    /** The lock is taken, and all is written. */
    public static final String LOCK_HELD = "lock-held";

    /** The lock's marks are cleared; it is still taken. */
    public static final String LOCK_LEAVING = "lock-leaving";

    /** The lock is free; nobody's bell was rung yet. */
    public static final String LOCK_LEFT = "lock-left";

    /** A waiter's flag is set; it has not looked again yet. */
    public static final String WAITER_FLAGGED = "waiter-flagged";

    /** The hint says that no flag is up, which has not been looked at again yet. */
    public static final String FLAG_HINT_DOWN = "flag-hint-down";

    /** A waiter's flag is taken; its bell is not marked yet. */
    public static final String FLAG_TAKEN = "flag-taken";

    /** A bell is marked as rung; it has not rung yet. */
    public static final String BELL_MARKED = "bell-marked";

    /** A waiter has its ticket; it does not count as waiting yet. */
    public static final String CONDITION_TICKET_DRAWN = "condition-ticket-drawn";

    /** A waiter is signalled; its bell was not rung yet. */
    public static final String CONDITION_SIGNALLED = "condition-signalled";

    /** A waiter took over a dead one's signal, and handed on its own; the dead one's cell is not free yet. */
    public static final String CONDITION_SIGNAL_ADOPTED = "condition-signal-adopted";

    /** The event is set; nobody's bell was rung yet. */
    public static final String EVENT_SET = "event-set";

    /** Permits are given back; nobody's bell was rung yet. */
    public static final String SEMAPHORE_RELEASED = "semaphore-released";

    /** One permit's waiter was rung for; those who want several were not yet. */
    public static final String SEMAPHORE_HALF_TOLD = "semaphore-half-told";

    /** The permits of a dead process are back; its cell is not free yet. */
    public static final String SEMAPHORE_RETURNED = "semaphore-returned";

    /** The permits of all the dead are back and their cells free; the semaphore does not know yet that it is up to date. */
    public static final String SEMAPHORE_SETTLED = "semaphore-settled";
    /** A record's bytes are in the ring; it does not count yet. */
    public static final String RECORD_WRITTEN = "record-written";

    /** A record counts as written; the queue's number of records does not tell yet. */
    public static final String RECORD_PUBLISHED = "record-published";

    /** A record's bytes were copied; it is still to be read. */
    public static final String RECORD_COPIED = "record-copied";

    /** A record counts as read; the queue's number of records does not tell yet. */
    public static final String RECORD_TAKEN = "record-taken";

    /** Another segment is made; nobody knows of it yet. */
    public static final String RING_MADE = "ring-made";

    /** A segment is closed; the queue's word does not name the next one yet. */
    public static final String RING_CLOSED = "ring-closed";

    /** The queue's word names the next segment to read from; the last one's file is still there. */
    public static final String RING_DRAINED = "ring-drained";

    /** A large value's file is whole; no record names it yet. */
    public static final String LARGE_FILE_MADE = "large-file-made";

    /** A large value counts as taken; its file is still there. */
    public static final String LARGE_FILE_TAKEN = "large-file-taken";

    /** A piece of a message is in a ring; it does not count yet. */
    public static final String PIECE_WRITTEN = "piece-written";

    /** A piece of a message counts as written; nobody's bell was rung yet. */
    public static final String PIECE_PUBLISHED = "piece-published";

    /** A piece of a message was copied; it is still to be read. */
    public static final String PIECE_COPIED = "piece-copied";

    /** A piece of a message counts as read; nobody's bell was rung yet. */
    public static final String PIECE_TAKEN = "piece-taken";

    /** A process holds an end of a pipe, and whoever looks through the holders at this time need not look again yet. */
    public static final String HOLDER_ADDED = "holder-added";

    /** An end of a pipe is held on its way; the message with it is not on its way yet. */
    public static final String END_SENT = "end-sent";

    /** An end of a pipe has arrived, and is held there; where it was held on its way is not free yet. */
    public static final String END_LANDED = "end-landed";

    /** It is noted that nobody holds an end of a pipe; nobody was told yet. */
    public static final String END_NOTED = "end-noted";

    /** Nobody holds either end of a pipe; its memory is still there. */
    public static final String PIPE_ENDED = "pipe-ended";

    /** The bytes of an element that is about to be taken are kept; it is nobody's yet. */
    public static final String ELEMENT_KEPT = "element-kept";

    /** An element's bytes are gone, since it is done with; its cell is not free yet. */
    public static final String ELEMENT_DONE = "element-done";

    /** What a dead process had is open; it is still the dead one's. */
    public static final String ORPHAN_OPENED = "orphan-opened";

    /** What a dead process had is this one's; nobody has seen it yet. */
    public static final String ORPHAN_ADOPTED = "orphan-adopted";

    /** A thread has said which round it wants to take part in; it does not count as arrived yet. */
    public static final String BARRIER_ANNOUNCED = "barrier-announced";

    /** A thread that is not the last counts as arrived; it does not wait yet. */
    public static final String BARRIER_ARRIVED = "barrier-arrived";

    /** All have arrived; the action has not run yet. */
    public static final String BARRIER_TRIPPING = "barrier-tripping";

    /** The action has run; the round is not over yet. */
    public static final String BARRIER_ACTED = "barrier-acted";

    /** The next round has begun; nobody's bell was rung yet. */
    public static final String BARRIER_TRIPPED = "barrier-tripped";

    /** The barrier is broken; nobody's bell was rung yet. */
    public static final String BARRIER_BROKEN = "barrier-broken";

    /** The cell of a dead waiter is the one's who cleans up; it is not free yet. */
    public static final String BARRIER_CELL_ADOPTED = "barrier-cell-adopted";

    /** The cells of all dead waiters are free; the barrier does not know yet that it is up to date. */
    public static final String BARRIER_SETTLED = "barrier-settled";

    /** One waiter of the broken round knows that it is broken, whatever comes after. */
    public static final String BARRIER_PARTLY_MARKED = "barrier-partly-marked";

    /** All waiters of the broken round know that it is broken; the next round has not begun yet. */
    public static final String BARRIER_MARKED = "barrier-marked";

    private Failpoint() {}
}
