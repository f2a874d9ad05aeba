package dev.runinprocess.channel;

import dev.runinprocess.codec.ValueWriter;
import dev.runinprocess.internal.shm.Failpoint;
import dev.runinprocess.internal.shm.Failpoints;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A value on its way into a queue, encoded. One that is too large for a ring is in a file already, which goes with the record or is deleted.
 *
 * @param value its bytes
 * @param file where they are, if not in a ring
 */
record Outgoing(ValueWriter value, @Nullable Path file) implements AutoCloseable {
    /** A larger value gets a file of its own. */
    private static final long LARGEST_IN_RING = 3 << 19;

    /**
     * Prepares a value.
     *
     * @throws dev.runinprocess.failure.OutOfSharedMemoryException if it needs a file, and there is no room
     */
    static Outgoing of(ValueWriter value, Path directory) {
        if (RingSegment.recordBytes(value.length()) <= LARGEST_IN_RING) {
            return new Outgoing(value, null);
        }
        Path file = LargeValues.write(value.toPayload(), directory);
        Failpoints.pass(Failpoint.LARGE_FILE_MADE);
        return new Outgoing(value, file);
    }

    /** What is in the ring for it: itself, or how long its file is. */
    ValueWriter inRing() {
        if (file == null) {
            return value;
        }
        ValueWriter reference = new ValueWriter();
        reference.writeLong(value.length());
        return reference;
    }

    /** Deletes the file unless its record was written, which renamed it. */
    @Override
    public void close() {
        if (file != null) {
            QueueFiles.delete(file);
        }
    }
}
