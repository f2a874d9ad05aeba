package dev.runinprocess.sync;

import dev.runinprocess.codec.Codec;
import dev.runinprocess.codec.ValueReader;
import dev.runinprocess.codec.ValueWriter;
import dev.runinprocess.internal.park.Deadline;
import dev.runinprocess.internal.shm.Address;
import dev.runinprocess.internal.shm.Place;
import java.time.Duration;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A meeting point between processes: Python's {@code multiprocessing.Barrier}, and {@link java.util.concurrent.CyclicBarrier} across processes. Each thread waits until as many as its
 * parties have arrived, in whatever processes; then all go on, and the next round begins.
 *
 * <p>All go on or none: if a waiter's time is over, or it is interrupted, or somebody aborts the barrier or resets it, or the action throws, then all who wait get a {@link BrokenBarrierException}, and so
 * do those who come later, until somebody calls {@link #reset}.
 *
 * <p>When a process dies, however it dies, while one of its threads waits, the barrier breaks for the others: at once if the dead one's parent lives, otherwise within about a second. A
 * warning names the dead. A process that dies before it arrives or after it was let go breaks nothing; give a time limit where that may happen. A process that is stopped is alive.
 *
 * <p>A barrier may have an action, which the last to arrive runs before anybody goes on: once for each round, in that one's process and thread. So the action is a value that
 * crosses: a {@code @Transferable} record that implements {@link Runnable}, with its generated codec; each process has a copy of its own, so what it changes must be shared memory, a file or the
 * like. While it runs, the others' time limits count, and the barrier can be aborted; then the round is broken although the action has run, or still runs.
 *
 * <p>What a thread did before it arrived happens-before the action, and that before what anybody does after going on, in whatever process. Handles are small and may be passed to any process of
 * the session; two handles of one barrier are equal. There is nothing to close: the barrier lasts as long as the session. Safe for use by many threads and processes.
 */
public final class ProcessBarrier {
    private final Rounds rounds;
    private final @Nullable BarrierAction<?> action;

    private ProcessBarrier(Rounds rounds, @Nullable BarrierAction<?> action) {
        this.rounds = rounds;
        this.action = action;
    }

    /**
     * Creates a barrier.
     *
     * @param parties how many threads meet in a round
     * @throws IllegalArgumentException if that is less than 1 or more than 10,000
     * @throws dev.runinprocess.failure.OutOfSharedMemoryException if there is no room for it
     */
    public static ProcessBarrier create(int parties) {
        return create(parties, null, 0);
    }

    /**
     * As {@link #create(int)}, with a time limit for those who wait without one of their own.
     *
     * @param limit above zero
     */
    public static ProcessBarrier create(int parties, Duration limit) {
        return create(parties, null, checked(limit));
    }

    /**
     * As {@link #create(int)}, with an action for the last to arrive.
     *
     * @param codec its generated codec, say {@code CountRoundCodec.INSTANCE}, or one of your own with such a constant
     * @throws IllegalArgumentException also if the codec's class has no such constant, by which other processes find it
     */
    public static <A extends Runnable> ProcessBarrier create(int parties, A action, Codec<A> codec) {
        return create(parties, BarrierAction.of(action, codec), 0);
    }

    /** As {@link #create(int, Runnable, Codec)} and {@link #create(int, Duration)}. */
    public static <A extends Runnable> ProcessBarrier create(int parties, A action, Codec<A> codec, Duration limit) {
        return create(parties, BarrierAction.of(action, codec), checked(limit));
    }

    private static ProcessBarrier create(int parties, @Nullable BarrierAction<?> action, long limitNanos) {
        if (parties < 1 || parties > Rounds.MAX_PARTIES) {
            throw new IllegalArgumentException(
                    "A barrier has from 1 to " + Rounds.MAX_PARTIES + " parties: parties=" + parties);
        }
        return new ProcessBarrier(Rounds.create(parties, limitNanos), action);
    }

    private static long checked(Duration limit) {
        if (limit.isZero() || limit.isNegative()) {
            throw new IllegalArgumentException("A barrier's time limit is above zero: limit=" + limit);
        }
        return TimeUnit.NANOSECONDS.convert(limit);
    }

    /** The way of handles to other processes of the session. */
    public static Codec<ProcessBarrier> codec() {
        return HandleCodec.INSTANCE;
    }

    /**
     * Waits until all parties have arrived, as long as it takes or the barrier's time limit says. If that is over, the barrier breaks. An action's unchecked exception
     * comes out of the call that ran it.
     *
     * @return how many arrived after this thread: one less than the parties for the first, 0 for the last
     * @throws InterruptedException if this thread is interrupted, by which the barrier breaks
     * @throws BrokenBarrierException if the barrier was broken, or breaks meanwhile
     */
    public int await() throws InterruptedException, BrokenBarrierException {
        long limit = rounds.limitNanos();
        try {
            return rounds.await(runnable(), limit == 0 ? Deadline.NEVER : Deadline.after(limit, TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            BrokenBarrierException broken = new BrokenBarrierException(e.getMessage());
            broken.initCause(e);
            throw broken;
        }
    }

    /**
     * As {@link #await()}, for some time at most, whatever the barrier's limit is.
     *
     * @throws TimeoutException if the time is over, by which the barrier breaks; others get a {@link BrokenBarrierException}
     */
    public int await(long time, TimeUnit unit) throws InterruptedException, BrokenBarrierException, TimeoutException {
        return rounds.await(runnable(), Deadline.after(time, unit));
    }

    /** As {@link #await(long, TimeUnit)}. */
    public int await(Duration time) throws InterruptedException, BrokenBarrierException, TimeoutException {
        return rounds.await(runnable(), Deadline.after(time));
    }

    private @Nullable Runnable runnable() {
        return action == null ? null : action.action();
    }

    /** Makes the barrier whole again, for a new round. Who waits gets a {@link BrokenBarrierException}. */
    public void reset() {
        rounds.reset();
    }

    /** Breaks the barrier, for those who wait and those who come. */
    public void abort() {
        rounds.abort();
    }

    /** Whether the barrier is broken and was not reset since. */
    public boolean isBroken() {
        return rounds.isBroken();
    }

    /** How many threads meet in a round. */
    public int getParties() {
        return rounds.parties();
    }

    /** How many threads have arrived in this round; 0 if the barrier is broken. */
    public int getNumberWaiting() {
        return rounds.waiting();
    }

    /** Whether the other is a handle of the same barrier. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ProcessBarrier barrier && barrier.rounds.place().equals(rounds.place());
    }

    @Override
    public int hashCode() {
        return Long.hashCode(rounds.place().address());
    }

    @Override
    public String toString() {
        return isBroken()
                ? "ProcessBarrier[broken, parties=" + getParties() + "]"
                : "ProcessBarrier[waiting=" + getNumberWaiting() + ", parties=" + getParties() + "]";
    }

    private static final class HandleCodec implements Codec<ProcessBarrier> {
        private static final HandleCodec INSTANCE = new HandleCodec();

        @Override
        public void write(ValueWriter out, ProcessBarrier value) {
            Address.write(out, value.rounds.place());
            out.writeBoolean(value.action != null);
            if (value.action != null) {
                value.action.write(out);
            }
        }

        @Override
        public ProcessBarrier read(ValueReader in) {
            Place place = Address.read(in, "ProcessBarrier");
            return new ProcessBarrier(new Rounds(place), in.readBoolean() ? BarrierAction.read(in) : null);
        }
    }
}
