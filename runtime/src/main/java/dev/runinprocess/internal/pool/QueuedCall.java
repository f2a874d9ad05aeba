package dev.runinprocess.internal.pool;

import dev.runinprocess.codec.ValueWriter;
import dev.runinprocess.internal.launch.Outcome;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * A call whose arguments are bytes already, on its way through a pool. What changes is the {@link Dispatcher}'s, under its lock.
 */
public final class QueuedCall {
    private final PoolMethod method;
    private final Receiver receiver;
    private final int index;
    private final byte[] arguments;
    private final @Nullable ValueWriter largeArguments;
    private final long timeoutNanos;

    /** How many calls behind it go to the same worker with it. */
    int followers;

    /** By which its worker knows it. */
    int number;

    /** How often it may still be done again when its worker dies. */
    int retries;

    /** Nobody wants its answer any more, or has it. */
    boolean isSettled;

    /** The worker that it was sent to. Who waits for the answer looks there first, without the lock. */
    volatile @Nullable Worker worker;

    /** What ends it when its time is over. */
    @Nullable
    Future<?> timer;

    /** When it was given to the pool; 0 if nobody records that. */
    long submitNanos;

    /** What is to be done when it has ended, in case its arguments got to nobody. */
    private final @Nullable Runnable losses;

    /** How it ended; set once, by its receiver. */
    volatile @Nullable Answer answer;

    QueuedCall(
            PoolMethod method,
            Receiver receiver,
            int index,
            byte[] arguments,
            @Nullable ValueWriter largeArguments,
            @Nullable Runnable losses,
            long timeoutNanos) {
        this.method = method;
        this.receiver = receiver;
        this.index = index;
        this.arguments = arguments;
        this.largeArguments = largeArguments;
        this.losses = losses;
        this.timeoutNanos = timeoutNanos;
    }

    PoolMethod method() {
        return method;
    }

    /** The outcome of a call that is answered. Runs code of the user's: constructors, codecs. */
    <R> Outcome<R> read() {
        Answer given = answer;
        if (given == null) {
            throw new IllegalStateException("the call is not answered yet");
        }
        long begin = PoolEvents.codecBegins();
        long bytes = begin == 0 ? 0 : given.bytes();
        Outcome<R> outcome = given.read(method.codec(), this);
        PoolEvents.codecEnds(begin, method.displayName(), false, bytes);
        return outcome;
    }

    Receiver receiver() {
        return receiver;
    }

    /** Which of its receiver's calls it is. */
    public int index() {
        return index;
    }

    byte[] arguments() {
        return arguments;
    }

    @Nullable
    ValueWriter largeArguments() {
        return largeArguments;
    }

    /** Nobody will read its arguments any more, if anybody has. What that means for them may be code of the user's. */
    void ended() {
        if (losses != null) {
            CallbackThreads.run(losses);
        }
    }

    /** 0 for any time it takes. */
    long timeoutNanos() {
        return timeoutNanos;
    }
}
