package dev.runinprocess.internal.shm;

import dev.runinprocess.failure.OutOfSharedMemoryException;
import dev.runinprocess.internal.os.UserId;
import dev.runinprocess.internal.session.NameDirectory;
import dev.runinprocess.internal.session.ProcessContext;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The making, finding and removing of segments of shared memory. Safe for use by many threads. */
public final class Segments {
    /** Pauses that double from 1 ms on: time for what a garbage collection found unreachable to be unmapped. */
    private static final int UNMAPPING_PAUSES = 8;

    private static final AtomicLong NUMBERS = new AtomicLong();

    /** Whether memory was closed that may still be mapped, and so take up room. */
    private static final AtomicBoolean CLOSED_SOME = new AtomicBoolean();

    private Segments() {}

    /**
     * Makes a segment of zeros that goes with this process's session.
     *
     * @param name for others to find it by, or null
     * @throws FileAlreadyExistsException if somebody's segment has the name
     * @throws OutOfSharedMemoryException if there is no room
     */
    public static Segment create(@Nullable String name, long bytes, Pages pages) throws IOException {
        Path session = ProcessContext.current().sharedDirectory();
        NameDirectory names = name == null ? null : NameDirectory.of(session);
        if (names != null && names.find(Objects.requireNonNull(name)) != null) {
            throw taken(names, name);
        }
        Segment segment = createFile(session, name, bytes, pages);
        if (names == null) {
            return segment;
        }
        boolean published = false;
        try {
            names.publish(Objects.requireNonNull(name), segment.file());
            published = true;
            return segment;
        } finally {
            if (!published) {
                SegmentFile.delete(segment.file());
            }
        }
    }

    private static FileAlreadyExistsException taken(NameDirectory names, String name) {
        return new FileAlreadyExistsException(
                names.path().resolve(name).toString(), null, "a segment of shared memory has this name");
    }

    private static Segment createFile(Path session, @Nullable String name, long bytes, Pages pages) throws IOException {
        try {
            return createNumbered(session, name, bytes, pages);
        } catch (OutOfSharedMemoryException e) {
            ProcessContext.current().awaitSweep();
            boolean unmapping = CLOSED_SOME.getAndSet(false);
            if (unmapping) {
                System.gc();
            }
            return createLater(session, name, bytes, pages, unmapping ? UNMAPPING_PAUSES : 0);
        }
    }

    private static Segment createLater(Path session, @Nullable String name, long bytes, Pages pages, int pauses)
            throws IOException {
        for (int i = 0; i < pauses; i++) {
            try {
                return createNumbered(session, name, bytes, pages);
            } catch (OutOfSharedMemoryException e) {
                pause(1L << i);
            }
        }
        return createNumbered(session, name, bytes, pages);
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Segment createNumbered(Path session, @Nullable String name, long bytes, Pages pages)
            throws IOException {
        Path base = Objects.requireNonNull(session.getParent());
        long pid = ProcessContext.current().identity().pid();
        while (true) {
            SegmentId id = SegmentId.of(session, pid, NUMBERS.incrementAndGet());
            try {
                Path file = id.in(base);
                return new Segment(id, name, file, SegmentFile.createMapped(file, bytes, pages), true);
            } catch (FileAlreadyExistsException e) {
                // An earlier process with this one's id, or a second copy of this library in this one, had the number.
            }
        }
    }

    /**
     * Finds a segment that somebody of this user has made.
     *
     * @param name the name it was given, or the text of its id
     * @throws NoSuchFileException if there is none of that name
     */
    public static Segment attach(String name) throws IOException {
        SegmentId id = SegmentId.parse(name);
        if (id != null) {
            return attach(id, null);
        }
        Path base = ProcessContext.current().sharedBase();
        Path file = NameDirectory.in(base, UserId.current()).find(SegmentName.check(name));
        if (file == null) {
            throw gone(name, base);
        }
        try {
            return new Segment(SegmentId.of(file), name, file, SegmentFile.mapAll(file), false);
        } catch (NoSuchFileException e) {
            throw gone(name, base);
        }
    }

    /**
     * Finds a segment by what tells it from all others.
     *
     * @param name what it is called, or null
     * @throws NoSuchFileException if it is gone
     */
    public static Segment attach(SegmentId id, @Nullable String name) throws IOException {
        Path base = ProcessContext.current().sharedBase();
        try {
            // Everybody may make a directory of that name in such a place, and wait for somebody to write into it.
            if (!ProcessContext.current().knownSharedDirectories().contains(id.directoryIn(base))
                    && UserId.ownerOf(id.directoryIn(base)) != UserId.current()) {
                throw new NoSuchFileException(
                        id.directoryIn(base).toString(), null, "it belongs to another user, so it is not ours to use");
            }
            Path file = id.in(base);
            return new Segment(id, name, file, SegmentFile.mapAll(file), false);
        } catch (NoSuchFileException e) {
            throw gone(name == null ? id.toString() : name, base);
        }
    }

    private static NoSuchFileException gone(String name, Path base) {
        return new NoSuchFileException(
                name,
                null,
                "there is no segment of shared memory of this name in " + base
                        + ": its maker closed it or is gone, or made it elsewhere");
    }

    /** Lets go of a segment; whoever made it takes it away from all who have not attached it yet. */
    public static void close(Segment segment) {
        if (segment.close()) {
            CLOSED_SOME.set(true);
            if (segment.isMade()) {
                delete(segment);
            }
        }
    }

    private static void delete(Segment segment) {
        SegmentFile.delete(segment.file());
        try {
            removeName(segment);
        } catch (IOException e) {
            // The session's end deletes it.
        }
    }

    /**
     * Takes a segment away from all who have not attached it yet, whoever made it.
     *
     * @throws NoSuchFileException if somebody has done so before
     */
    public static void unlink(Segment segment) throws IOException {
        removeName(segment);
        try {
            Files.delete(segment.file());
        } catch (NoSuchFileException e) {
            throw gone(segment.name() == null ? segment.id().toString() : segment.name(), baseOf(segment));
        }
    }

    private static void removeName(Segment segment) throws IOException {
        String name = segment.name();
        if (name != null) {
            NameDirectory.in(baseOf(segment), UserId.current()).remove(name, segment.file());
        }
    }

    private static Path baseOf(Segment segment) {
        return Objects.requireNonNull(
                Objects.requireNonNull(segment.file().getParent()).getParent());
    }
}
