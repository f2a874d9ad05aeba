package dev.runinprocess.internal.pool;

import dev.runinprocess.internal.launch.Timer;
import dev.runinprocess.internal.log.Log;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What becomes of calls that somebody watches, counted; he is told now and then. Safe for use by many threads. */
public final class Tally {
    /*
     * Whoever hears answers only counts; the watcher's code runs on threads for callbacks, and on those that ask for results. It is called again and again as long as calls
     * are on their way, not as long as results are asked for: so a stream that is left alone unfinished is no reason to go on for ever.
     */
    private static final Duration PERIOD = Duration.ofMillis(100);

    private static final Tally NONE = new Tally(null);

    private final @Nullable Consumer<Counts> watcher;
    private final AtomicLong succeeded = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private final AtomicLong given = new AtomicLong();
    private final AtomicLong expected = new AtomicLong();
    private final AtomicLong openEnds = new AtomicLong();
    private final AtomicLong beginNanos = new AtomicLong();
    private final AtomicBoolean telling = new AtomicBoolean();

    /**
     * What is known at one moment.
     *
     * @param succeeded how many calls have returned
     * @param failed how many have ended without
     * @param total how many there will be; empty if nobody knows yet
     * @param elapsed since when there are any
     */
    public record Counts(long succeeded, long failed, OptionalLong total, Duration elapsed) {}

    private Tally(@Nullable Consumer<Counts> watcher) {
        this.watcher = watcher;
    }

    /** For calls that nobody watches. */
    public static Tally none() {
        return NONE;
    }

    /** Tells somebody, one thread at a time. */
    public static Tally toldTo(Consumer<Counts> watcher) {
        return new Tally(watcher);
    }

    /**
     * Calls that will come, in one map, stream or by themselves.
     *
     * @param number how many; empty if nobody knows
     */
    Expected expect(OptionalLong number) {
        beginNanos.compareAndSet(0, System.nanoTime());
        number.ifPresentOrElse(expected::addAndGet, openEnds::incrementAndGet);
        return new Expected(number);
    }

    /** What was expected, until it is known. For one thread at a time. */
    final class Expected {
        private final OptionalLong number;
        private boolean known;

        private Expected(OptionalLong number) {
            this.number = number;
        }

        /** So many have come, and no more will. */
        void cameTo(long actual) {
            if (known) {
                return;
            }
            known = true;
            expected.addAndGet(actual - number.orElse(0));
            if (number.isEmpty()) {
                openEnds.decrementAndGet();
            }
        }
    }

    /** Gives calls to a pool. */
    void submit(Dispatcher dispatcher, List<QueuedCall> calls) {
        if (watcher == null) {
            dispatcher.submit(calls);
            return;
        }
        int number = QueuedCall.left(calls);
        given.addAndGet(number);
        boolean accepted = false;
        try {
            dispatcher.submit(calls);
            accepted = true;
        } finally {
            if (!accepted) {
                given.addAndGet(-number);
            }
        }
        tellSoon();
    }

    /** So many have ended. */
    void ended(Answer answer, int count) {
        if (watcher == null) {
            return;
        }
        (answer instanceof Answer.Failed || answer instanceof Answer.Threw ? failed : succeeded).addAndGet(count);
    }

    /** Cancels calls, which then were never there; unless they have ended before. */
    void cancel(Dispatcher dispatcher, Iterable<QueuedCall> calls, boolean evenIfRunning) {
        for (QueuedCall call : calls) {
            int ended = dispatcher.cancel(call, evenIfRunning);
            given.addAndGet(-ended);
            expected.addAndGet(-ended);
        }
    }

    private void tellSoon() {
        if (telling.compareAndSet(false, true)) {
            Future<?> unused = Timer.after(PERIOD, () -> CallbackThreads.run(this::tellAgain));
        }
    }

    private void tellAgain() {
        tell();
        telling.set(false);
        // Who has given more before that line did not see to it himself.
        if (succeeded.get() + failed.get() < given.get()) {
            tellSoon();
        }
    }

    /** Tells how it stands now, on this thread. */
    void tell() {
        Consumer<Counts> told = watcher;
        if (told == null) {
            return;
        }
        synchronized (this) {
            try {
                told.accept(counts());
            } catch (RuntimeException | Error e) {
                Log.warning("A listener to the progress of tasks failed", e);
            }
        }
    }

    private Counts counts() {
        // What has ended first: it was expected before.
        long returned = succeeded.get();
        long lost = failed.get();
        boolean isKnown = openEnds.get() == 0;
        OptionalLong total = isKnown ? OptionalLong.of(expected.get()) : OptionalLong.empty();
        return new Counts(returned, lost, total, Duration.ofNanos(System.nanoTime() - beginNanos.get()));
    }
}
