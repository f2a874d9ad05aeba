package dev.runinprocess.channel;

import dev.runinprocess.internal.park.Attempt;
import dev.runinprocess.internal.park.Deadline;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Waiting until all records of a queue are taken and done with. Safe for use by many threads and processes. */
final class Finishing {
    private final QueueState state;
    private final QueueNews news;
    private final Producing producers;
    private final Consuming consumers;

    Finishing(QueueState state, QueueNews news, Producing producers, Consuming consumers) {
        this.state = state;
        this.news = news;
        this.producers = producers;
        this.consumers = consumers;
    }

    /** Counts one record less for this process, as {@link Hands#remove} says; false if it has none. */
    boolean done(@Nullable Object element) {
        boolean had = hands().remove(element);
        if (had) {
            news.tellDone(this::isAllDone);
        }
        return had;
    }

    private Hands hands() {
        return Objects.requireNonNull(consumers.hands(), "hands");
    }

    /** Waits until there is no record in the queue, nor in the hands of a process that lives. */
    boolean awaitAllDone(Deadline deadline) throws InterruptedException {
        return news.awaitAllDone(new AllDone(), deadline);
    }

    /** In this order: a record is in a hand before it is out of the queue. */
    private boolean isAllDone() {
        return state.size() == 0 && hands().areEmpty();
    }

    private final class AllDone implements Attempt {
        @Override
        public boolean succeeds() {
            // The dead may have written a record, or taken the last one, and told no number.
            producers.repairIfAbandoned();
            consumers.settle();
            return isAllDone();
        }

        @Override
        public boolean isPromising() {
            return isAllDone() || producers.isAbandoned() || consumers.isUnsettled();
        }
    }
}
