package dev.runinprocess;

import dev.runinprocess.internal.session.ParentState;
import java.time.Duration;

/** The process that started this one. Safe for use by many threads. Python: {@code parent_process()}. */
public final class ParentProcess {
    private final ParentState state;

    ParentProcess(ParentState state) {
        this.state = state;
    }

    /** Its process id. */
    public long pid() {
        return state.pid();
    }

    /** Its name. */
    public String name() {
        return state.name();
    }

    /** Whether it lives. A child that outlives its parent sees this turn false; others end instead. */
    public boolean isAlive() {
        return state.isAlive();
    }

    /**
     * Waits for its end, at most for the given time; not at all if that is zero or negative.
     *
     * @return whether it has ended
     */
    public boolean join(Duration limit) throws InterruptedException {
        return state.awaitEnd(limit);
    }
}
