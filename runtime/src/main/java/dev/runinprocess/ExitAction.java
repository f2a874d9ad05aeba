package dev.runinprocess;

import dev.runinprocess.internal.session.ExitActions;

/**
 * An action that waits for this process's end; see {@link Processes#atExit}. It runs at most once, whoever runs it. Safe for use by many threads; means nothing
 * in another process, and does not run if this one is killed.
 */
public final class ExitAction {
    private final ExitActions.Action action;

    ExitAction(ExitActions.Action action) {
        this.action = action;
    }

    /** Runs it now, on the calling thread, unless it ran before or was cancelled. */
    public void run() {
        action.run();
    }

    /**
     * Takes it back.
     *
     * @return whether it was still waiting
     */
    public boolean cancel() {
        return action.cancel();
    }
}
