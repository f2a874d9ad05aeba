package dev.runinprocess.channel;

import dev.runinprocess.internal.park.Attempt;
import dev.runinprocess.internal.park.Deadline;

/** Waiting until all records of a queue are taken and done with. Safe for use by many threads and processes. */
final class Finishing {
    private final QueueState state;
    private final QueueNews news;
    private final Producing producers;
    private final Consuming consumers;
    private final Hands hands;

    Finishing(QueueState state, QueueNews news, Producing producers, Consuming consumers, Hands hands) {
        this.state = state;
        this.news = news;
        this.producers = producers;
        this.consumers = consumers;
        this.hands = hands;
    }

    /** Counts one record less for this process; false if it has none. */
    boolean done() {
        boolean had = hands.remove();
        if (had) {
            news.tellDone(this::isAllDone);
        }
        return had;
    }

    /** Waits until there is no record in the queue, nor in the hands of a process that lives. */
    boolean awaitAllDone(Deadline deadline) throws InterruptedException {
        return news.awaitAllDone(new AllDone(), deadline);
    }

    /** In this order: a record is in a hand before it is out of the queue. */
    private boolean isAllDone() {
        return state.size() == 0 && hands.areEmpty();
    }

    private final class AllDone implements Attempt {
        @Override
        public boolean succeeds() {
            // The dead may have written a record, or taken the last one, and told no number.
            producers.repairIfAbandoned();
            consumers.repairIfAbandoned();
            return isAllDone();
        }

        @Override
        public boolean isPromising() {
            return isAllDone() || producers.isAbandoned() || consumers.isAbandoned();
        }
    }
}
