package dev.runinprocess.failure;

import java.util.List;

/**
 * A pool's worker process that ended in the middle of a task. That task failed by it and no other; the pool goes on with another worker.
 */
public final class WorkerDiedException extends ChildDiedException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> argumentNames;

    /** Creates one from the facts, and the names of the task's parameters. */
    public WorkerDiedException(DeathReport report, List<String> argumentNames) {
        super(report);
        this.argumentNames = List.copyOf(argumentNames);
    }

    /** The names of the task's parameters, in their order. */
    public List<String> argumentNames() {
        return argumentNames;
    }
}
