package dev.runinprocess.internal.pool;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

/** A worker that has become ready. */
@Name("dev.runinprocess.PoolWorkerLaunch")
@Label("Pool worker launch")
@Description("A worker of a process pool that was started, has run its initializer, and is ready for tasks")
@Category("RunInProcess")
@StackTrace(false)
@SuppressWarnings("unused") // Flight Recorder reads the fields.
final class WorkerLaunchEvent extends Event {
    @Label("Pool")
    private String pool = "";

    @Label("Worker's process id")
    private long workerPid;

    @Label("Time from its start")
    @Timespan(Timespan.NANOSECONDS)
    private long launch;

    private WorkerLaunchEvent() {}

    static void record(String pool, long workerPid, long launch) {
        WorkerLaunchEvent event = new WorkerLaunchEvent();
        event.pool = pool;
        event.workerPid = workerPid;
        event.launch = launch;
        event.commit();
    }
}
