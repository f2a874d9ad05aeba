package dev.runinprocess.internal.pool;

import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads on which answers are read that nobody waits for, and on which what users hang on futures runs. Such code may block, on a call of the same pool even, so there are as many
 * as are needed.
 */
public final class CallbackThreads {
    private static final long IDLE_SECONDS = 5;

    private static final ThreadPoolExecutor EXECUTOR = new ThreadPoolExecutor(
            0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
                Thread thread = new Thread(task, "runinprocess-callbacks");
                thread.setDaemon(true);
                return thread;
            });

    private CallbackThreads() {}

    /** Runs something soon; this JVM's main method may return meanwhile. */
    public static void run(Runnable callback) {
        KeepAlive.enter(1);
        try {
            EXECUTOR.execute(() -> {
                try {
                    callback.run();
                } finally {
                    KeepAlive.leave(1);
                }
            });
        } catch (RuntimeException | Error e) {
            KeepAlive.leave(1);
            throw e;
        }
    }
}
