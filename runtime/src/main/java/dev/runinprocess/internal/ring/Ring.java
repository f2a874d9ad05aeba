package dev.runinprocess.internal.ring;

import dev.runinprocess.internal.park.Parking;
import dev.runinprocess.internal.park.WaitPoint;
import dev.runinprocess.internal.shm.Commons;
import dev.runinprocess.internal.shm.Place;
import java.nio.ByteBuffer;

/**
 * Messages through shared memory in one direction, as one process sees them: an end to write at, an end to read at. Both ends may be used by any threads of any processes, at the same time. Whoever makes one brings the memory: a
 * {@link Place} for its words, and a file of its own for its bytes, zeroed, as {@link dev.runinprocess.internal.shm.SegmentFile} makes it; and knows which processes are at the ends, for nobody else does. Safe for use by
 * many threads and processes.
 *
 * <p>Messages have from 0 to {@link Content#LARGEST_BYTES} bytes, however small the ring is: one that is large for it goes through in pieces, while it is read. They come out in the order in which they went in, whole or not at
 * all: the rest of one whose writer died in the middle, or was interrupted there, is passed over by the next reader; and so is the rest of one whose reader died in the middle.
 *
 * <pre>{@code
 * Place place = commons.allocate(Ring.placeBytes(commons));
 * SegmentFile.create(file, Ring.memoryBytes(1 << 17), Pages.RESERVED);
 * Ring ring = new Ring(place, SegmentFile.map(file, 0, Ring.memoryBytes(1 << 17)));   // any process that knows address and file
 * ring.writer(endState).write(kind, Content.of(value));                                // in one
 * ring.reader(endState).read(intake, Deadline.NEVER);                                  // in another
 * }</pre>
 */
public final class Ring {
    /*
     * A piece is written from the one store of the tail on, which comes after its bytes, and read from the one store of the head on, which comes after they were copied. Whoever dies
     * before that store has done nothing. Nothing else needs repair: each piece says whether a message begins or ends with it, so one that begins where another should have gone on tells that the other one's
     * writer is gone; and a reader that comes upon one that goes on, and has not read its beginning, passes it over.
     *
     * Each end has a robust lock. It is held while a message of several pieces goes through, and never while somebody waits for a message to begin.
     *
     * Who writes wakes all who wait to read, and the other way round; mostly that is one, or none. In both cases the last store before the look for flags is one in the one order: that of the lock's word, or of the head or
     * tail itself in the middle of a message. Who dies in between is found dead, at which all look again.
     */
    private final RingLayout layout;
    private final RingMemory memory;
    private final Parking parking;

    /**
     * The one at a place.
     *
     * @param memory its bytes, all of them
     */
    public Ring(Place place, ByteBuffer memory) {
        this.layout = new RingLayout(place);
        this.memory = new RingMemory(memory);
        this.parking = Parking.of(place.commons());
    }

    /** How many bytes its words take. */
    public static int placeBytes(Commons commons) {
        return RingLayout.bytes(commons);
    }

    /**
     * How large its file is.
     *
     * @param ringBytes how much may be on its way at a time: a power of two, at least 4096
     */
    public static int memoryBytes(int ringBytes) {
        return RingMemory.bytes(ringBytes);
    }

    /** The end to write at. */
    public RingWriter writer(EndState ends) {
        return new RingWriter(layout, memory, parking, ends);
    }

    /** The end to read at. */
    public RingReader reader(EndState ends) {
        return new RingReader(layout, memory, parking, ends);
    }

    /** Lets all who wait at either end look again, in all processes: what an {@link EndState} says has changed. */
    public void tellAll() {
        tellAll(layout, parking);
    }

    /** As {@link #tellAll()}, of the ring at a place. */
    public static void tellAll(Place place) {
        tellAll(new RingLayout(place), Parking.of(place.commons()));
    }

    private static void tellAll(RingLayout layout, Parking parking) {
        wakeAll(parking, layout.readable());
        wakeAll(parking, layout.writable());
    }

    private static void wakeAll(Parking parking, WaitPoint point) {
        if (point.isWatched()) {
            parking.wakeAll(point);
        }
    }
}
