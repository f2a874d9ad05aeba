package dev.runinprocess.channel;

import dev.runinprocess.internal.ring.Ring;
import dev.runinprocess.internal.shm.CacheLines;
import dev.runinprocess.internal.shm.Commons;
import dev.runinprocess.internal.shm.Place;

/**
 * A pipe's words in the session's memory; its bytes are in a file of their own, those of each ring as {@link Ring} has them.
 *
 * <pre>
 *   0  what it is made of: a {@link PipeShape}
 *   who holds the first end, who holds the second
 *   ring to the first end
 *   ring to the second end, if it has two directions
 * </pre>
 *
 * Each line of the picture begins at cache lines of its own.
 */
final class PipeLayout {
    private static final int HOLDERS_AT = CacheLines.APART_BYTES;
    private static final int HOLDERS_BYTES = CacheLines.apart(Holders.bytes());
    private static final int RINGS_AT = HOLDERS_AT + 2 * HOLDERS_BYTES;

    private PipeLayout() {}

    static int bytes(Commons commons, int directions) {
        return RINGS_AT + directions * Ring.placeBytes(commons);
    }

    static Holders holders(Place pipe, int end) {
        return new Holders(pipe, HOLDERS_AT + end * HOLDERS_BYTES);
    }

    /** The words of the ring to an end. */
    static Place ring(Place pipe, int end) {
        return pipe.part(RINGS_AT + end * Ring.placeBytes(pipe.commons()));
    }
}
