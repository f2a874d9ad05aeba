package dev.runinprocess.internal.pool;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * What keeps this JVM as long as there are calls without an answer, and callbacks that have not run: a {@code main} that returns loses none of them. All other threads
 * of pools are daemons, so that a pool that is never closed keeps no JVM. Safe for use by many threads.
 */
final class KeepAlive {
    /*
     * One thread for all pools, and it stays for a moment when there is nothing left: to start a thread for each call in a row would cost more than the call. Who
     * adds the first looks for the thread after that, and the thread looks for more after it has said that it goes; so one of the two sees the other.
     */
    private static final long PERIOD_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private static final AtomicLong UNFINISHED = new AtomicLong();
    private static volatile boolean running;

    private KeepAlive() {}

    static void enter(int calls) {
        UNFINISHED.getAndAdd(calls);
        if (!running) {
            start();
        }
    }

    static void leave(int calls) {
        UNFINISHED.getAndAdd(-calls);
    }

    private static synchronized void start() {
        if (running) {
            return;
        }
        Thread thread = new Thread(KeepAlive::stay, "runinprocess-unfinished-calls");
        thread.setDaemon(false);
        thread.start();
        running = true;
    }

    private static void stay() {
        while (true) {
            LockSupport.parkNanos(PERIOD_NANOS);
            // An interrupt of all threads there are must not make this one spin.
            boolean unused = Thread.interrupted();
            if (UNFINISHED.get() == 0 && mayGo()) {
                return;
            }
        }
    }

    private static synchronized boolean mayGo() {
        running = false;
        if (UNFINISHED.get() == 0) {
            return true;
        }
        running = true;
        return false;
    }
}
