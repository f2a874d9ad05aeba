package dev.runinprocess.channel;

import dev.runinprocess.internal.park.Attempt;
import dev.runinprocess.internal.park.Deadline;
import dev.runinprocess.internal.park.Parking;
import dev.runinprocess.internal.park.Wanted;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Waiting for several connections, queues and child processes at a time. Python: {@code multiprocessing.connection.wait}. Safe for use by many threads. */
public final class Connections {
    private Connections() {}

    /**
     * Waits until one of several is ready, however long it takes.
     *
     * @return those that are, in the order given; at least one
     * @throws dev.runinprocess.failure.ChannelClosedException if a connection among them is closed here, or gets closed
     * @throws IllegalStateException if a connection among them cannot receive, or a child process was not started
     * @throws InterruptedException if this thread is interrupted meanwhile
     */
    public static <W extends Waitable> List<W> waitAny(Collection<? extends W> waitables) throws InterruptedException {
        return waitAny(waitables, Deadline.NEVER);
    }

    /**
     * As {@link #waitAny(Collection)}, for some time at most; not at all if that is zero or negative. Takes nothing from any of them: others may take it before the caller does.
     *
     * @return those that are ready, in the order given; none if the time is over
     */
    public static <W extends Waitable> List<W> waitAny(Collection<? extends W> waitables, Duration time)
            throws InterruptedException {
        return waitAny(waitables, Deadline.after(time));
    }

    private static <W extends Waitable> List<W> waitAny(Collection<? extends W> waitables, Deadline deadline)
            throws InterruptedException {
        AnyReady<W> any = new AnyReady<>(waitables);
        if (!any.succeeds() && !deadline.isOver()) {
            await(any, deadline);
        }
        return any.ready;
    }

    private static void await(AnyReady<?> any, Deadline deadline) throws InterruptedException {
        Thread self = Thread.currentThread();
        List<Wanted> wanted = new ArrayList<>();
        List<Runnable> ends = new ArrayList<>();
        try {
            for (Waitable each : any.waitables) {
                if (each instanceof Announcing announcing) {
                    ends.add(announcing.announce(() -> LockSupport.unpark(self)));
                } else {
                    wanted.add(wanted(each));
                }
            }
            boolean unused = Parking.awaitAny(wanted, any, deadline);
        } finally {
            ends.forEach(Runnable::run);
        }
    }

    /** Where shared memory tells its changes. */
    private static Wanted wanted(Waitable waitable) {
        if (waitable instanceof ElementQueue<?> queue) {
            return queue.wanted();
        }
        if (waitable instanceof PipeEnd<?> end) {
            return end.wanted();
        }
        throw new IllegalArgumentException("Nobody can wait for it: " + waitable);
    }

    /** Whether one of several is ready, and which. */
    private static final class AnyReady<W extends Waitable> implements Attempt {
        private final List<W> waitables;
        private List<W> ready = List.of();

        AnyReady(Collection<? extends W> waitables) {
            this.waitables = List.copyOf(waitables);
        }

        @Override
        public boolean succeeds() {
            ready = waitables.stream().filter(Waitable::isReady).toList();
            return !ready.isEmpty();
        }

        @Override
        public boolean isPromising() {
            throw new IllegalStateException("each of them has an attempt of its own");
        }
    }
}
