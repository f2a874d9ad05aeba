package dev.runinprocess.sync;

import dev.runinprocess.internal.park.Deadline;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A number of permits that the threads of all processes of a session take and give back, and that a process's death does not take away. The methods are those of
 * {@link java.util.concurrent.Semaphore}.
 *
 * <p>Nobody owns a permit: one thread may take it and another release it, in another process, and who releases need not have taken. The semaphore is not fair:
 * who comes while there are permits may overtake those who wait, and who wants many at once may wait long beside those who want one. But no permit lies idle
 * while somebody waits whom it would do, unless a process is stopped in the very middle of taking or giving, which takes nanoseconds: then the others wait until it goes on, or is
 * killed. Waiting can be interrupted and timed, even then, and costs no processor time after some microseconds.
 *
 * <p>Each process's account is kept: the permits its threads took, less those they released. When it dies, however it dies, what it had taken comes back: at
 * once if its parent lives, otherwise within about a second; a warning names the dead, for what the permits stand for may be half done. Never more comes
 * back than it takes to have as many as at the creation. So a semaphore that is created with no permits, and on which some processes signal others,
 * gets nothing back; and one whose permits are taken in one process and released in another, which then outlives it, should be told to
 * {@linkplain #keepPermitsOfDead keep them away}.
 *
 * <p>What a thread did before it released a permit happens-before what another does after it took one that was there only since, in whatever process
 * either is. Handles are small and may be passed to any process of the session, as arguments, results, and parts of them; two handles of one semaphore are equal. There is
 * nothing to close: the semaphore lasts as long as the session. Safe for use by many threads and processes.
 */
public abstract sealed class RobustSemaphore permits ProcessSemaphore, BoundedProcessSemaphore {
    private final Permits permits;

    RobustSemaphore(Permits permits) {
        this.permits = permits;
    }

    final Permits permits() {
        return permits;
    }

    /**
     * Leaves the permits of processes that die from now on where they are: gone. For all handles; meant for the one who creates the semaphore.
     *
     * @return this
     */
    public abstract RobustSemaphore keepPermitsOfDead();

    /** Takes a permit, waiting for it if there is none. */
    public final void acquire() throws InterruptedException {
        acquire(1);
    }

    /**
     * Takes so many permits at once, waiting until there are as many.
     *
     * @throws IllegalArgumentException if the number is negative
     */
    public final void acquire(int count) throws InterruptedException {
        boolean unused = permits.take(checked(count), Deadline.NEVER);
    }

    /** Takes a permit, waiting for it if there is none. If this thread is interrupted while it waits, it goes on waiting, and is interrupted when it returns. */
    public final void acquireUninterruptibly() {
        acquireUninterruptibly(1);
    }

    /**
     * As {@link #acquireUninterruptibly()}, for so many permits at once.
     *
     * @throws IllegalArgumentException if the number is negative
     */
    public final void acquireUninterruptibly(int count) {
        permits.take(checked(count));
    }

    /** Takes a permit if there is one; whether it did. Waits a tenth of a second at most, for a process that is stopped in the middle of taking or giving. */
    public final boolean tryAcquire() {
        return tryAcquire(1);
    }

    /**
     * Takes so many permits if there are as many.
     *
     * @return whether it took them
     * @throws IllegalArgumentException if the number is negative
     */
    public final boolean tryAcquire(int count) {
        return permits.tryTake(checked(count));
    }

    /**
     * Takes a permit, waiting for some time at most.
     *
     * @return whether it took one
     */
    public final boolean tryAcquire(long time, TimeUnit unit) throws InterruptedException {
        return tryAcquire(1, time, unit);
    }

    /** As {@link #tryAcquire(long, TimeUnit)}. */
    public final boolean tryAcquire(Duration time) throws InterruptedException {
        return tryAcquire(1, time);
    }

    /**
     * Takes so many permits at once, waiting for some time at most.
     *
     * @return whether it took them
     * @throws IllegalArgumentException if the number is negative
     */
    public final boolean tryAcquire(int count, long time, TimeUnit unit) throws InterruptedException {
        return permits.take(checked(count), Deadline.after(time, unit));
    }

    /** As {@link #tryAcquire(int, long, TimeUnit)}. */
    public final boolean tryAcquire(int count, Duration time) throws InterruptedException {
        return permits.take(checked(count), Deadline.after(time));
    }

    /**
     * Gives a permit back, or gives a new one.
     *
     * @throws IllegalStateException if there were more than there may be then; nothing has changed
     */
    public final void release() {
        release(1);
    }

    /**
     * As {@link #release()}, for so many permits at once.
     *
     * @throws IllegalArgumentException if the number is negative
     */
    public final void release(int count) {
        permits.give(checked(count));
    }

    /** How many permits there are at this moment. */
    public final int availablePermits() {
        return permits.available();
    }

    /** Takes all permits that there are; or, if their number is negative, releases what makes it zero. Returns that number. */
    public final int drainPermits() {
        return permits.takeAll();
    }

    private static int checked(int count) {
        if (count < 0) {
            throw new IllegalArgumentException("The number of permits must not be negative: permits=" + count);
        }
        return count;
    }

    /** Whether the other is a handle of the same semaphore. */
    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof RobustSemaphore semaphore
                && semaphore.permits.place().equals(permits.place());
    }

    @Override
    public final int hashCode() {
        return Long.hashCode(permits.place().address());
    }
}
