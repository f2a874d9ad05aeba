package dev.runinprocess.internal.pool;

import dev.runinprocess.internal.launch.Outcome;
import java.util.List;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * A call whose arguments are bytes already, on its way through a pool; or a run of calls of one method, which go together as long as nothing parts them. What changes is the {@link Dispatcher}'s, under its lock.
 */
public final class QueuedCall {
    private final PoolMethod method;
    private final Receiver receiver;
    private final int index;
    private final Arguments arguments;
    private final long timeoutNanos;

    /** Which of those it has left: not answered, and not cut off. */
    private int from;

    private int to;

    /** Whether a run goes to one worker as it is, as far as that may have it. */
    boolean isChunk;

    /** How many runs or calls behind it go to the same worker with it. */
    int followers;

    /** How many calls those are. */
    int followingCalls;

    /** By which its worker knows it, or the first that is left of it; the others follow. */
    int number;

    /** How often it may still be done again when its worker dies. */
    int retries;

    /** Whether it waits for a worker. */
    boolean isPending;

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

    /** How it ended, if it is by itself; set once, by its receiver. */
    volatile @Nullable Answer answer;

    /** One with all that it has arguments of. */
    QueuedCall(
            PoolMethod method,
            Receiver receiver,
            int index,
            Arguments arguments,
            @Nullable Runnable losses,
            long timeoutNanos) {
        this.method = method;
        this.receiver = receiver;
        this.index = index;
        this.arguments = arguments;
        this.to = arguments.count();
        this.losses = losses;
        this.timeoutNanos = timeoutNanos;
    }

    /** How many calls are left of all of them. */
    static int left(List<QueuedCall> calls) {
        int left = 0;
        for (QueuedCall call : calls) {
            left += call.left();
        }
        return left;
    }

    /** Whether it is, or was, one of several calls that went together. */
    boolean isRun() {
        return arguments.isRun();
    }

    /** How many calls are left of it. */
    int left() {
        return to - from;
    }

    /** The number of the last that is left. */
    int lastNumber() {
        return number + left() - 1;
    }

    /** The arguments of all that is left. */
    Portion portion() {
        return new Portion(method, number, arguments, from, to);
    }

    /** How many bytes those take. */
    int bytes() {
        return arguments.bytes(from, to);
    }

    /** How many calls at its beginning take no more bytes than these. */
    int fitting(long bytes) {
        return arguments.fitting(from, to, bytes);
    }

    /** So many at its beginning are answered. */
    void advance(int calls) {
        from += calls;
        number += calls;
    }

    /** Leaves it so many calls at its beginning, and makes another of the rest, which no worker has. */
    QueuedCall cut(int calls) {
        QueuedCall rest = new QueuedCall(method, receiver, index, arguments, losses, timeoutNanos);
        rest.from = from + calls;
        rest.to = to;
        to = rest.from;
        rest.retries = retries;
        rest.isSettled = isSettled;
        rest.submitNanos = submitNanos;
        return rest;
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
        long bytes = given.bytes();
        Outcome<R> outcome = given.read(method.codec(), this);
        PoolEvents.codecEnds(begin, method.displayName(), false, bytes - given.bytes());
        return outcome;
    }

    /** The outcomes of some calls of a run that an answer gives, from an index of the results on. As {@link #read()}. */
    <R> void read(Answer given, int count, Results<R> results, int from) {
        long begin = PoolEvents.codecBegins();
        long bytes = given.bytes();
        for (int i = 0; i < count; i++) {
            Outcome<R> outcome = given.read(method.codec(), this);
            results.add(from + i, outcome);
        }
        PoolEvents.codecEnds(begin, method.displayName(), false, bytes - given.bytes());
    }

    Receiver receiver() {
        return receiver;
    }

    /** Which of its receiver's calls it was, or the first of them, when it had all. */
    int firstIndex() {
        return index;
    }

    /** Which of its receiver's calls it is, or the first that is left of it. */
    int index() {
        return index + from;
    }

    /** Whether its arguments are too large to be sent together with others'. */
    boolean isLarge() {
        return arguments.large() != null;
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
