package dev.runinprocess.channel;

import dev.runinprocess.internal.ring.EndState;
import dev.runinprocess.internal.shm.Commons;
import dev.runinprocess.internal.shm.Place;

/** What one handle of an end of a pipe knows of who holds the other end. Safe for use by many threads. */
final class PipeEndState implements EndState {
    private final Place pipe;
    private final int otherEnd;
    private final Holders others;
    private final Commons commons;

    /** Before the first look, since who died before the handle was made is none of its news. */
    private volatile long seenEpoch = -1;

    private volatile boolean left;

    PipeEndState(Place pipe, int end) {
        this.pipe = pipe;
        this.otherEnd = 1 - end;
        this.others = PipeLayout.holders(pipe, otherEnd);
        this.commons = pipe.commons();
    }

    @Override
    public boolean isOtherGone() {
        if (others.isEnded()) {
            return true;
        }
        long epoch = commons.epoch();
        if (epoch == seenEpoch) {
            return false;
        }
        // Somebody has died, and everybody who waits looks again by himself.
        if (SharedPipe.settle(pipe, otherEnd)) {
            return true;
        }
        seenEpoch = epoch;
        return false;
    }

    @Override
    public boolean isLeft() {
        return left;
    }

    /** Leaves this end, for the handle. */
    void leave() {
        left = true;
    }
}
