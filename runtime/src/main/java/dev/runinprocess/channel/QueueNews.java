package dev.runinprocess.channel;

import dev.runinprocess.internal.park.Attempt;
import dev.runinprocess.internal.park.Deadline;
import dev.runinprocess.internal.park.Parking;
import dev.runinprocess.internal.park.WaitPoint;
import java.util.function.BooleanSupplier;

/** Who waits at a queue for what, and what they are told. Safe for use by many threads and processes. */
final class QueueNews {
    /*
     * Who writes wakes one reader, and who reads wakes one writer, each after it gave its lock up, whose store is before the look for flags in the one
     * order. A reader that was woken and leaves records behind wakes the next, and likewise a writer that leaves room, since two changes may have taken down one flag. One
     * that was woken and gives up, by its time limit or an interrupt, passes its wake-up on. Room that a dead reader made, and did not tell of, is told by who repairs.
     */
    private final QueueState state;
    private final Parking parking;
    private final WaitPoint notEmpty;
    private final WaitPoint notFull;
    private final WaitPoint allDone;

    QueueNews(QueueLayout layout, QueueState state) {
        this.state = state;
        this.parking = Parking.of(layout.place().commons());
        this.notEmpty = layout.notEmpty();
        this.notFull = layout.notFull();
        this.allDone = layout.allDone();
    }

    boolean awaitRecord(QueuePatience patience, BooleanSupplier hasRecord) throws InterruptedException {
        return patience.await(parking, notEmpty, hasRecord);
    }

    boolean awaitRoom(QueuePatience patience, BooleanSupplier hasRoom) throws InterruptedException {
        return patience.await(parking, notFull, hasRoom);
    }

    /** Looks for room as long as one looks before one parks. */
    void lookForRoom(Attempt room) {
        boolean unused = parking.awaitUninterruptibly(notFull, true, room, QueuePatience.NO_TIME);
    }

    boolean awaitAllDone(Attempt allIsDone, Deadline deadline) throws InterruptedException {
        return parking.await(allDone, false, allIsDone, deadline);
    }

    /** There is a record more. */
    void tellRecord() {
        if (notEmpty.isWatched()) {
            parking.wakeOne(notEmpty);
        }
    }

    /** There is room for so many records more. */
    void tellRoom(int records) {
        if (!state.isBounded() || !notFull.isWatched()) {
            return;
        }
        if (records == 1) {
            parking.wakeOne(notFull);
        } else {
            parking.wakeAll(notFull);
        }
    }

    /** There are fewer to be done with. */
    void tellDone(BooleanSupplier allIsDone) {
        if (allDone.isWatched() && allIsDone.getAsBoolean()) {
            parking.wakeAll(allDone);
        }
    }

    /** One who waited for a record has taken what it wants, or gives up. */
    void passOnRecord(BooleanSupplier hasRecord) {
        if (notEmpty.isWatched() && hasRecord.getAsBoolean()) {
            parking.wakeOne(notEmpty);
        }
    }

    /** One who waited for room has taken what it wants, or gives up. */
    void passOnRoom(BooleanSupplier hasRoom) {
        if (notFull.isWatched() && hasRoom.getAsBoolean()) {
            parking.wakeOne(notFull);
        }
    }

    /** Records are gone. */
    void tellEmptied() {
        parking.wakeAll(notFull);
        parking.wakeAll(allDone);
    }

    /** Nothing more is written. */
    void tellReaders() {
        parking.wakeAll(notEmpty);
    }

    /** Nothing more can be written. */
    void tellShut() {
        parking.wakeAll(notEmpty);
        parking.wakeAll(notFull);
    }
}
