package dev.runinprocess.channel;

import dev.runinprocess.internal.park.WaitPoint;
import dev.runinprocess.internal.shm.Cells;
import dev.runinprocess.internal.shm.Commons;
import dev.runinprocess.internal.shm.Place;

/** A queue of encoded values in shared memory: a chain of rings, with a lock at each end. Safe for use by many threads and processes. */
final class SharedQueue {
    /*
     * A record is in the queue from the store that publishes it, and taken from the store that counts it as read: see RingSegment. Everything before the first store
     * and after the second may be cut off by death at any instruction: the locks pass on, and what is only derived is derived again by whoever has a lock from
     * the dead: the two numbers of records, which segment is the last, and which files are of no more use. User code (codecs) never runs under a lock.
     */
    private final Place place;
    private final QueueState state;
    private final QueueNews news;
    private final Consuming consumers;
    private final Producing producers;
    private final Finishing finishing;
    private final CountingHands counting;
    private final KeepingHands keeping;
    private final WaitPoint notEmpty;

    SharedQueue(Place place) {
        QueueLayout layout = new QueueLayout(place);
        QueueFiles files = new QueueFiles(place);
        this.place = place;
        this.state = new QueueState(layout);
        this.news = new QueueNews(layout, state);
        this.consumers = new Consuming(layout, state, news, new ReadingEnd(files, place.words(), layout.headAt()));
        this.producers = new Producing(
                layout, state, news, new WritingEnd(files, place.words(), layout.tailAt(), news), consumers);
        Cells cells = layout.cells();
        this.counting = new CountingHands(place.commons(), cells);
        this.keeping = new KeepingHands(place, cells, files, state);
        this.finishing = new Finishing(state, news, producers, consumers);
        this.notEmpty = layout.notEmpty();
    }

    /**
     * Makes one.
     *
     * @throws dev.runinprocess.failure.OutOfSharedMemoryException if there is no room for it
     */
    static SharedQueue create() {
        Commons commons = Commons.current();
        Place place = commons.allocate(QueueLayout.bytes(commons));
        WritingEnd.begin(new QueueFiles(place));
        QueueState.begin(new QueueLayout(place));
        return new SharedQueue(place);
    }

    /** Lets this handle count, or keep, what it takes until it is done with. All handles of one queue do so, or none. */
    SharedQueue joinable() {
        consumers.count(counting, keeping);
        return this;
    }

    Place place() {
        return place;
    }

    /** How many elements there are; exact if nobody is at work meanwhile. */
    int size() {
        return state.size() + consumers.orphans();
    }

    QueueState state() {
        return state;
    }

    Producing producers() {
        return producers;
    }

    Consuming consumers() {
        return consumers;
    }

    Finishing finishing() {
        return finishing;
    }

    /** Where to wait, together with others of one change each, until {@link Consuming#hasRecordOrIsShut}. */
    WaitPoint notEmpty() {
        return notEmpty;
    }

    /** Refuses records from now on, and forgets those that there are if told so. */
    void shutDown(boolean discard) {
        state.shut(discard);
        if (discard) {
            consumers.clear();
        }
        news.tellShut();
    }
}
