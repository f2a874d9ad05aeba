package dev.runinprocess.internal.pool;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.Spliterator;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Which of the calls ahead is next. One thread adds and takes. */
abstract class StreamOrder implements Receiver {
    private final Tally tally;
    private final Looking looking = new Looking();
    private final AtomicInteger unanswered = new AtomicInteger();
    private volatile boolean cancelled;

    StreamOrder(Tally tally) {
        this.tally = tally;
    }

    /** The pool has it; it may even be answered. */
    void add(QueuedCall call) {
        unanswered.incrementAndGet();
        keep(call);
    }

    abstract void keep(QueuedCall call);

    abstract int size();

    abstract boolean isReady();

    abstract QueuedCall next();

    abstract Collection<QueuedCall> all();

    abstract int characteristics();

    /** Whether workers may have nothing to do, though results are still to be taken. */
    boolean hasRunDry() {
        return size() > 0 && unanswered.get() <= 0;
    }

    /** Waits for the next that is answered; null if there will be none, since nobody wants it any more. */
    @Nullable
    QueuedCall take() throws InterruptedException {
        looking.await(() -> cancelled || isReady());
        return isReady() ? next() : null;
    }

    /** Lets nobody wait any more. */
    void cancel() {
        cancelled = true;
        looking.look();
    }

    @Override
    public void answered(QueuedCall call, int index, int count, Answer answer) {
        call.answer = answer;
        tally.ended(answer, count);
        unanswered.decrementAndGet();
        note(call);
        looking.look();
    }

    void note(QueuedCall call) {
        // Its own answer says all.
    }

    /** Results in the order of their inputs. */
    static final class OfInputs extends StreamOrder {
        private final Deque<QueuedCall> calls = new ArrayDeque<>();

        OfInputs(Tally tally) {
            super(tally);
        }

        @Override
        void keep(QueuedCall call) {
            calls.add(call);
        }

        @Override
        int size() {
            return calls.size();
        }

        @Override
        boolean isReady() {
            QueuedCall first = calls.peek();
            return first != null && first.answer != null;
        }

        @Override
        QueuedCall next() {
            return calls.remove();
        }

        @Override
        Collection<QueuedCall> all() {
            return List.copyOf(calls);
        }

        @Override
        int characteristics() {
            return Spliterator.ORDERED;
        }
    }

    /** Results as they come. */
    static final class OfAnswers extends StreamOrder {
        private final Set<QueuedCall> calls = new LinkedHashSet<>();
        private final Queue<QueuedCall> answered = new ConcurrentLinkedQueue<>();

        OfAnswers(Tally tally) {
            super(tally);
        }

        @Override
        void keep(QueuedCall call) {
            calls.add(call);
        }

        @Override
        int size() {
            return calls.size();
        }

        @Override
        void note(QueuedCall call) {
            answered.add(call);
        }

        @Override
        boolean isReady() {
            return !answered.isEmpty();
        }

        @Override
        QueuedCall next() {
            QueuedCall call = answered.remove();
            calls.remove(call);
            return call;
        }

        @Override
        Collection<QueuedCall> all() {
            return new ArrayList<>(calls);
        }

        @Override
        int characteristics() {
            return 0;
        }
    }
}
