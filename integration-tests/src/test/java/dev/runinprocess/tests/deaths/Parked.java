package dev.runinprocess.tests.deaths;

import dev.runinprocess.internal.park.WaitPoint;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Tells on a board that a thread sleeps until another process wakes it. */
final class Parked {
    private static final long PAUSE_NANOS = 500_000;

    private Parked() {}

    /** Watches the calling thread, and adds one to a number once it sleeps. */
    static void tell(Board board, int index) {
        Thread watched = Thread.currentThread();
        start(() -> {
            Object unused = awaitOther(watched, null);
            board.numbers().getAndAdd(index, 1);
        });
    }

    /** As {@link #tell}, and adds one to another number once it sleeps for something else. */
    static void tell(Board board, int index, int indexOfSecond) {
        Thread watched = Thread.currentThread();
        start(() -> {
            Object first = awaitOther(watched, null);
            board.numbers().getAndAdd(index, 1);
            Object unused = awaitOther(watched, first);
            board.numbers().getAndAdd(indexOfSecond, 1);
        });
    }

    private static Object awaitOther(Thread watched, @Nullable Object known) {
        while (true) {
            Object blocker = LockSupport.getBlocker(watched);
            if (blocker instanceof WaitPoint && blocker != known) {
                return blocker;
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private static void start(Runnable watch) {
        Thread watcher = new Thread(watch, "watcher");
        watcher.setDaemon(true);
        watcher.start();
    }
}
