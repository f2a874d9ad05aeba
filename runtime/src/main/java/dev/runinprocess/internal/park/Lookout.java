package dev.runinprocess.internal.park;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Which of this process's waiting threads looks up now and then: one, so that a thousand of them cost no more. Safe for use by many threads. */
final class Lookout {
    /*
     * A thread asks before it parks, while it is in a list of waiters; whoever leaves has left its list before, gives the duty up, and wakes one of a list if then nobody
     * has it. The one that is woken asks again, or leaves and does the same. So as long as anybody is parked, some thread has the duty, or is on
     * its way to take it or to pass it on.
     */
    private final AtomicReference<@Nullable Thread> thread = new AtomicReference<>();

    /** Whether it is the calling thread, which it becomes if it is nobody. */
    boolean isMine() {
        Thread self = Thread.currentThread();
        return thread.get() == self || thread.compareAndSet(null, self);
    }

    /**
     * Lets the calling thread go, whether it is the one or not.
     *
     * @return whether it is nobody now
     */
    boolean leave() {
        return thread.compareAndSet(Thread.currentThread(), null) || thread.get() == null;
    }
}
