package dev.runinprocess.internal.pool;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** A worker that has died. */
@Name("dev.runinprocess.PoolWorkerDeath")
@Label("Pool worker death")
@Description("A worker of a process pool that has ended in the middle of a task, or before it was ready")
@Category("RunInProcess")
@StackTrace(false)
@SuppressWarnings("unused") // Flight Recorder reads the fields.
final class WorkerDeathEvent extends Event {
    @Label("Pool")
    private String pool = "";

    @Label("Worker's process id")
    private long workerPid;

    @Label("Exit code")
    private int exitCode;

    @Label("Task")
    private String task = "";

    private WorkerDeathEvent() {}

    static void record(String pool, long workerPid, int exitCode, String task) {
        WorkerDeathEvent event = new WorkerDeathEvent();
        event.pool = pool;
        event.workerPid = workerPid;
        event.exitCode = exitCode;
        event.task = task;
        event.commit();
    }
}
