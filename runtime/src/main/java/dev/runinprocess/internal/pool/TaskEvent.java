package dev.runinprocess.internal.pool;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

/** A task that a worker has ended, or several small ones that were one message: an event for each would take longer than they do. */
@Name("dev.runinprocess.PoolTask")
@Label("Pool task")
@Description("A task that a worker of a process pool has ended, or several small ones of one method in a row")
@Category("RunInProcess")
@StackTrace(false)
@SuppressWarnings("unused") // Flight Recorder reads the fields.
final class TaskEvent extends Event {
    @Label("Pool")
    private String pool = "";

    @Label("Worker's process id")
    private long workerPid;

    @Label("Task")
    private String task = "";

    @Label("Number of tasks")
    private int tasks;

    @Label("Time in the worker, of each on average")
    @Timespan(Timespan.NANOSECONDS)
    private long run;

    @Label("All other time since it was submitted")
    @Timespan(Timespan.NANOSECONDS)
    private long queueWait;

    private TaskEvent() {}

    static boolean isRecorded() {
        return new TaskEvent().isEnabled();
    }

    static void record(String pool, long workerPid, String task, int tasks, long run, long queueWait) {
        TaskEvent event = new TaskEvent();
        event.pool = pool;
        event.workerPid = workerPid;
        event.task = task;
        event.tasks = tasks;
        event.run = run;
        event.queueWait = queueWait;
        event.commit();
    }
}
