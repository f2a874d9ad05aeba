package dev.runinprocess.internal.shm;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A piece of shared memory as this process sees it: a file, mapped until the segment is closed or unreachable. Safe for use by many threads.
 */
public final class Segment {
    private final SegmentId id;
    private final @Nullable String name;
    private final Path file;
    private final long bytes;
    private final boolean made;

    /*
     * Read without ordering, so that loops over memory stay as fast as loops over arrays. A thread that is in such a loop while another one closes
     * the segment may go on for a while; what it touches stays mapped for as long as it can reach it.
     */
    private Chunks chunks;

    private volatile boolean closed;

    Segment(SegmentId id, @Nullable String name, Path file, Chunks chunks, boolean made) {
        this.id = id;
        this.name = name;
        this.file = file;
        this.bytes = chunks.bytes();
        this.chunks = chunks;
        this.made = made;
    }

    /** What tells it from all others. */
    public SegmentId id() {
        return id;
    }

    /** The name it was made or attached with; null for none. */
    public @Nullable String name() {
        return name;
    }

    /** Its size. */
    public long bytes() {
        return bytes;
    }

    /** Whether this is what its maker holds. */
    public boolean isMade() {
        return made;
    }

    /** Whether it was closed. */
    public boolean isClosed() {
        return closed;
    }

    /** Its memory; none once it is closed. */
    public Chunks chunks() {
        return chunks;
    }

    /**
     * A part as one buffer.
     *
     * @throws IOException if it spans two chunks and cannot be mapped anew, as when the segment was removed meanwhile
     */
    public ByteBuffer view(Chunks memory, long offset, int length) throws IOException {
        return memory.isWhole(offset, length)
                ? Chunks.slice(memory.chunk(offset), Chunks.place(offset), length)
                : SegmentFile.map(file, offset, length);
    }

    /**
     * Lets go of the memory.
     *
     * @return whether this call did, and not an earlier one
     */
    synchronized boolean close() {
        if (closed) {
            return false;
        }
        closed = true;
        chunks = Chunks.NONE;
        return true;
    }

    Path file() {
        return file;
    }
}
