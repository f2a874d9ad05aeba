package dev.runinprocess.memory;

import dev.runinprocess.codec.Codecs;
import dev.runinprocess.codec.ValueReader;
import dev.runinprocess.codec.ValueWriter;
import dev.runinprocess.failure.NotTransferableException;
import dev.runinprocess.internal.shm.Segment;
import dev.runinprocess.internal.shm.SegmentId;
import dev.runinprocess.internal.shm.Segments;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;

/**
 * What a handle of shared memory is on its way to another process: which segment it means, and what part of it. Its size does not depend on the
 * memory's.
 *
 * @param id the text of the segment's id
 * @param name what the segment is called, or null
 * @param offset where the part begins, in bytes
 * @param length how long the part is, in elements
 */
record SharedReference(String id, @Nullable String name, long offset, long length) {
    /** The way back; the memory is attached as it arrives, so one that is gone fails there. */
    SharedMemory attach() throws NoSuchFileException {
        SegmentId parsed = SegmentId.parse(id);
        if (parsed == null) {
            throw new NotTransferableException("This is no segment of shared memory: id=" + id);
        }
        return new SharedMemory(attach(parsed));
    }

    /** As {@link #attach}, for codecs. */
    SharedMemory attachOrRefuse() {
        try {
            return attach();
        } catch (NoSuchFileException e) {
            throw refusal(e);
        }
    }

    NotTransferableException refusal(NoSuchFileException gone) {
        return new NotTransferableException(
                "Shared memory was gone before its handle arrived: " + gone.getMessage(), gone);
    }

    private Segment attach(SegmentId parsed) throws NoSuchFileException {
        try {
            return Segments.attach(parsed, name);
        } catch (IOException e) {
            throw SharedMemory.rethrow(e);
        }
    }

    void write(ValueWriter out) {
        out.write(Codecs.string(), id);
        out.write(Codecs.string(), name);
        out.writeLong(offset);
        out.writeLong(length);
    }

    static SharedReference read(ValueReader in) {
        String id = in.read(Codecs.string());
        String name = in.read(Codecs.string());
        long offset = in.readLong();
        return new SharedReference(id, name, offset, in.readLong());
    }
}
