package dev.runinprocess.failure;

import java.nio.file.Path;

/**
 * A segment of shared memory that found no room: the file system that holds shared memory is full, or a limit on the size of files is in the way.
 * Thrown when memory is created; nothing was left behind. Memory that was created with its pages reserved never runs out later.
 */
public final class OutOfSharedMemoryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final long UNKNOWN = -1;

    private final String directory;
    private final long bytesWanted;
    private final long bytesFree;

    /** Creates one for memory that was to be made in the directory. */
    public OutOfSharedMemoryException(Path directory, long bytesWanted, long bytesFree) {
        super("No room for shared memory in " + directory + ": bytesWanted=" + bytesWanted + ", bytesFree=" + bytesFree
                + ". Free some there, enlarge it (a container's /dev/shm has 64 MB unless told otherwise: --shm-size),"
                + " or name another place with -Druninprocess.sharedDirectory=… or SessionOptions.sharedDirectory(…).");
        this.directory = directory.toString();
        this.bytesWanted = bytesWanted;
        this.bytesFree = bytesFree;
    }

    /** One that was thrown in another process. */
    @SuppressWarnings("unused") // A parent rebuilds its child's exception by it.
    private OutOfSharedMemoryException(String message) {
        super(message);
        this.directory = "";
        this.bytesWanted = UNKNOWN;
        this.bytesFree = UNKNOWN;
    }

    /** Where the memory was to be made; empty if this was thrown in another process, and only its message came. The numbers are -1 then. */
    public Path directory() {
        return Path.of(directory);
    }

    /** How many bytes were asked for. */
    public long bytesWanted() {
        return bytesWanted;
    }

    /** How many bytes the file system had left at that time; more than wanted if something else is in the way, which is the cause then. */
    public long bytesFree() {
        return bytesFree;
    }
}
