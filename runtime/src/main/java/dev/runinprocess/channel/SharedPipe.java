package dev.runinprocess.channel;

import dev.runinprocess.internal.ring.Ring;
import dev.runinprocess.internal.shm.Commons;
import dev.runinprocess.internal.shm.Failpoint;
import dev.runinprocess.internal.shm.Failpoints;
import dev.runinprocess.internal.shm.Place;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** A pipe in shared memory, as one process sees it: two ends, 0 and 1, and a ring to each of them or to the first. Safe for use by many threads and processes. */
final class SharedPipe {
    /*
     * Its memory goes when nobody holds either end: whoever finds that nobody holds one end any more, and that the other one is ended, too, deletes the file. If that one dies on its way, or all did at once, a PipeSweeper finds it. An end is never held again after it was found that nobody holds it.
     */
    private static final int FIRST = 0;
    private static final int SECOND = 1;

    private final Place place;
    private final PipeShape shape;
    private final ByteBuffer bytes;

    private SharedPipe(Place place, PipeShape shape, ByteBuffer bytes) {
        this.place = place;
        this.shape = shape;
        this.bytes = bytes;
    }

    /**
     * Makes one, of which this process holds both ends.
     *
     * @throws dev.runinprocess.failure.OutOfSharedMemoryException if there is no room for it
     */
    static SharedPipe create(PipeShape shape) {
        Commons commons = Commons.current();
        PipeSweeper.of(commons).sweepIfDue();
        Place place = commons.allocate(PipeLayout.bytes(commons, shape.directions()));
        shape.writeAt(place);
        PipeLayout.holders(place, FIRST).add();
        PipeLayout.holders(place, SECOND).add();
        return new SharedPipe(place, shape, PipeFiles.create(place, shape.fileBytes()));
    }

    /** The one at a place; null if nobody holds it any more. Holds neither end by itself. */
    static @Nullable SharedPipe open(Place place, PipeShape shape) {
        ByteBuffer bytes = PipeFiles.open(place, shape.fileBytes());
        if (bytes == null) {
            return null;
        }
        PipeSweeper unused = PipeSweeper.of(place.commons());
        return new SharedPipe(place, shape, bytes);
    }

    Place place() {
        return place;
    }

    Holders holders(int end) {
        return PipeLayout.holders(place, end);
    }

    boolean canReceive(int end) {
        return end < shape.directions();
    }

    /** The ring from which an end receives, where it can. */
    Ring ringTo(int end) {
        int memory = shape.memoryBytes();
        return new Ring(
                PipeLayout.ring(place, end), bytes.slice(end * memory, memory).order(bytes.order()));
    }

    /** Lets all who wait at a pipe look again: what they are told of its ends has changed. */
    static void tellAll(Place place) {
        int directions = PipeShape.at(place).directions();
        for (int end = 0; end < directions; end++) {
            Ring.tellAll(PipeLayout.ring(place, end));
        }
    }

    /** Draws the conclusions where this process, or one that died, holds an end no more. Whether nobody does. */
    static boolean settle(Place place, int end) {
        if (!PipeLayout.holders(place, end).endIfUnheld()) {
            return false;
        }
        if (PipeLayout.holders(place, 1 - end).endIfUnheld()) {
            Failpoints.pass(Failpoint.PIPE_ENDED);
            PipeFiles.delete(place);
        }
        return true;
    }
}
