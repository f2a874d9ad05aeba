package dev.runinprocess.channel;

import dev.runinprocess.failure.ChannelClosedException;
import dev.runinprocess.internal.park.RobustMutex;
import java.util.List;

/** The side of a queue's producers: the lock of that end, and waiting for room. Safe for use by many threads and processes. */
final class Producing {
    private final QueueState state;
    private final QueueNews news;
    private final RobustMutex tail;
    private final WritingEnd end;
    private final Consuming consumers;

    Producing(QueueLayout layout, QueueState state, QueueNews news, WritingEnd end, Consuming consumers) {
        this.state = state;
        this.news = news;
        this.tail = layout.tailMutex();
        this.end = end;
        this.consumers = consumers;
    }

    /**
     * Adds records, in their order, waiting for room.
     *
     * @return how many were added; fewer than there are only if there was no room until the deadline
     * @throws ChannelClosedException if the queue was shut down
     */
    int write(List<Outgoing> records, QueuePatience patience) throws InterruptedException {
        int written = 0;
        boolean waited = false;
        try {
            while (patience.take(tail)) {
                int before = written;
                try {
                    prepare();
                    while (written < records.size() && hasRoom()) {
                        end.append(records.get(written));
                        written++;
                    }
                } finally {
                    leave();
                    // Also if one of them found no memory: those before it are in the queue.
                    if (written > before) {
                        news.tellRecord();
                    }
                }
                if (written == records.size()) {
                    break;
                }
                waited = true;
                if (!news.awaitRoom(patience, this::hasRoomOrIsShut)) {
                    break;
                }
            }
            return written;
        } finally {
            if (waited) {
                news.passOnRoom(this::hasRoomOrIsShut);
            }
        }
    }

    /** As {@link #write(List, QueuePatience)}, of one record; whether it was added. */
    boolean write(Outgoing record, QueuePatience patience) throws InterruptedException {
        if (state.isBounded()) {
            return write(List.of(record), patience) == 1;
        }
        if (!patience.take(tail)) {
            return false;
        }
        try {
            prepare();
            end.append(record);
        } finally {
            leave();
        }
        news.tellRecord();
        return true;
    }

    private void prepare() {
        if (tail.isMineFromDead()) {
            end.repair();
        }
        if (state.isShut()) {
            throw ChannelClosedException.putRefused();
        }
    }

    private void leave() {
        tail.leave();
        if (state.isShut()) {
            news.tellReaders();
        }
    }

    private boolean hasRoom() {
        if (state.hasRoom()) {
            return true;
        }
        consumers.repairIfAbandoned();
        return state.hasRoom();
    }

    /** A reader that died between its two stores has made room that the numbers do not show. */
    private boolean hasRoomOrIsShut() {
        return state.hasRoom() || state.isShut() || consumers.isAbandoned();
    }

    /** Whether somebody died at this end, and nobody came since. */
    boolean isAbandoned() {
        return tail.isAbandoned();
    }

    /** Derives again what follows from the ring, if somebody died at this end. */
    void repairIfAbandoned() {
        if (!tail.isAbandoned() || !tail.tryTake()) {
            return;
        }
        try {
            if (tail.isMineFromDead()) {
                end.repair();
            }
        } finally {
            leave();
        }
        news.tellRecord();
    }
}
