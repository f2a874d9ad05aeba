package dev.runinprocess.internal.child;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Who interrupts the thread that runs tasks, one after the other: an interrupt is for one task, comes early as well as late, and never hits another. The tasks begin and
 * end on one thread; any thread may interrupt.
 */
public final class TaskInterrupts {
    /** The number of the only task of a process that runs but one. */
    public static final long ONLY_TASK = 1;

    private static final long NO_TASK = 0;

    /*
     * While somebody interrupts, the number of the running task is negative, and its end waits: an interrupt that hit the thread a moment later would be the next
     * task's.
     */
    private final AtomicLong running = new AtomicLong(NO_TASK);
    private final Thread taskThread;
    private volatile long wanted = NO_TASK;

    /** For the tasks that run on a thread. */
    TaskInterrupts(Thread taskThread) {
        this.taskThread = taskThread;
    }

    /** From here on an interrupt is for this task. Numbers are positive and rise. */
    public void begins(long task) {
        running.set(task);
        if (wanted == task) {
            taskThread.interrupt();
        }
    }

    /** From here on an interrupt comes too late, and one that was not noticed is dropped. */
    public void ends() {
        long task = running.get();
        while (task < 0 || !running.compareAndSet(task, NO_TASK)) {
            Thread.onSpinWait();
            task = running.get();
        }
        boolean unused = Thread.interrupted();
    }

    /** Interrupts a task: now if it runs, at its beginning if it is yet to come, never if it has ended. */
    void interrupt(long task) {
        wanted = task;
        if (running.compareAndSet(task, -task)) {
            try {
                taskThread.interrupt();
            } finally {
                running.set(task);
            }
        }
    }
}
