package dev.runinprocess.internal.pool;

/**
 * What pools tell to Flight Recorder, where the run time has it and somebody records. Nothing of it is loaded in a run time without, so this library does not need that module.
 */
final class PoolEvents {
    private static final boolean PRESENT =
            ModuleLayer.boot().findModule("jdk.jfr").isPresent();

    private PoolEvents() {}

    /** Whether somebody records tasks, so that it makes sense to look at the clock. */
    static boolean areTasksRecorded() {
        return PRESENT && TaskEvent.isRecorded();
    }

    /** So many calls in a row have been answered by a worker, which took that time for each. */
    static void answered(String pool, Worker worker, QueuedCall call, int count, long runNanos) {
        if (!PRESENT || !TaskEvent.isRecorded()) {
            return;
        }
        long inWorker = count * runNanos;
        long waitNanos = call.submitNanos == 0 ? 0 : Math.max(0, System.nanoTime() - call.submitNanos - inWorker);
        TaskEvent.record(pool, worker.child().pid(), call.method().displayName(), count, runNanos, waitNanos);
    }

    /** A worker's process was started, and is ready now. */
    static void ready(String pool, Worker worker, long nanos) {
        if (PRESENT) {
            WorkerLaunchEvent.record(pool, worker.child().pid(), nanos);
        }
    }

    /** A worker died. */
    static void died(String pool, long pid, int exitCode, String task) {
        if (PRESENT) {
            WorkerDeathEvent.record(pool, pid, exitCode, task);
        }
    }

    /** The time now if somebody records codecs, otherwise 0. */
    static long codecBegins() {
        return PRESENT && CodecEvent.isRecorded() ? System.nanoTime() : 0;
    }

    /** Arguments were encoded, or a result decoded, in this process. */
    static void codecEnds(long begin, String task, boolean encodes, long bytes) {
        codecTook(codecNanos(begin), task, encodes, bytes);
    }

    /** How long ago a codec began; 0 if nobody recorded that. */
    static long codecNanos(long begin) {
        return begin == 0 ? 0 : System.nanoTime() - begin;
    }

    /** As {@link #codecEnds}, in a time that is put together; 0 if nobody recorded it. */
    static void codecTook(long nanos, String task, boolean encodes, long bytes) {
        if (nanos != 0) {
            CodecEvent.record(task, encodes, bytes, nanos);
        }
    }
}
