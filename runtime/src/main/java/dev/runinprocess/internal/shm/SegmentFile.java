package dev.runinprocess.internal.shm;

import static java.nio.channels.FileChannel.MapMode.READ_WRITE;
import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.runinprocess.failure.OutOfSharedMemoryException;
import dev.runinprocess.internal.session.ProcessContext;
import dev.runinprocess.internal.session.Session;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Files of shared memory: made whole, for this user alone, and mapped. They never change their size, since whoever touches a page beyond the end of a file
 * that shrank dies of it.
 */
public final class SegmentFile {
    private static final FileAttribute<Set<PosixFilePermission>> PRIVATE = PosixFilePermissions.asFileAttribute(
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));

    private static final Set<OpenOption> NEW = Set.of(CREATE_NEW, READ, WRITE);
    private static final Set<OpenOption> EXISTING = Set.of(READ, WRITE, NOFOLLOW_LINKS);

    /** As much as a write takes in without losing to a larger one, and a small file does not pay for. */
    private static final int SLICE_BYTES = 64 * 1024;

    private static final long MAPPED_BYTES = (long) Chunks.CHUNK_BYTES + Chunks.OVERLAP_BYTES;

    private static final AtomicInteger HIDDEN_NUMBERS = new AtomicInteger();

    private SegmentFile() {}

    /**
     * Makes a file of zeros. It appears under its name at once and whole, or not at all.
     *
     * @param bytes its size, at least 1
     * @throws FileAlreadyExistsException if there is something of that name; of several who try at the same time, one succeeds
     * @throws OutOfSharedMemoryException if there is no room; nothing is left behind
     * @throws IOException if the directory does not exist or must not be written to
     */
    public static void create(Path path, long bytes, Pages pages) throws IOException {
        Path unused = uninterrupted(() -> {
            make(path, bytes, pages).close();
            return path;
        });
    }

    /** Makes an empty file whose name says that it is not finished: if this process dies before it gets another name, it goes. */
    public static Path createUnfinished(Path directory) throws IOException {
        while (true) {
            Path hidden = directory.resolve(hiddenName());
            try {
                FileChannel.open(hidden, NEW, PRIVATE).close();
                return hidden;
            } catch (FileAlreadyExistsException e) {
                // As below.
            }
        }
    }

    /**
     * As {@link #create}, and maps all of it. Nobody may look for the file before this has returned: a sparse one, which holds no memory yet, appears at once and
     * gets its size after.
     */
    static Chunks createMapped(Path path, long bytes, Pages pages) throws IOException {
        return uninterrupted(() -> makeAndMap(path, bytes, pages));
    }

    private static Chunks makeAndMap(Path path, long bytes, Pages pages) throws IOException {
        FileChannel made = pages == Pages.SPARSE ? makeInPlace(path, bytes) : make(path, bytes, pages);
        // From here on the file is ours to delete.
        boolean mapped = false;
        try (made) {
            Chunks chunks = mapAll(made, bytes);
            mapped = true;
            return chunks;
        } finally {
            if (!mapped) {
                delete(path);
            }
        }
    }

    private static FileChannel makeInPlace(Path path, long bytes) throws IOException {
        checkSize(bytes);
        FileChannel channel = FileChannel.open(path, NEW, PRIVATE);
        boolean complete = false;
        try {
            fill(channel, Objects.requireNonNull(path.getParent()), bytes, Pages.SPARSE);
            complete = true;
            return channel;
        } finally {
            if (!complete) {
                channel.close();
                delete(path);
            }
        }
    }

    private static void checkSize(long bytes) {
        if (bytes < 1) {
            throw new IllegalArgumentException("a segment has at least one byte: bytes=" + bytes);
        }
    }

    private static FileChannel make(Path path, long bytes, Pages pages) throws IOException {
        checkSize(bytes);
        while (true) {
            Path hidden = path.resolveSibling(hiddenName());
            FileChannel channel;
            try {
                channel = FileChannel.open(hidden, NEW, PRIVATE);
            } catch (FileAlreadyExistsException e) {
                // A second copy of this library in this process counts, too; so did a dead process with this one's id.
                continue;
            }
            boolean complete = false;
            try {
                fill(channel, Objects.requireNonNull(path.getParent()), bytes, pages);
                // A rename would replace a file of that name; a link refuses.
                Files.createLink(path, hidden);
                complete = true;
                return channel;
            } finally {
                delete(hidden);
                if (!complete) {
                    channel.close();
                }
            }
        }
    }

    private static String hiddenName() {
        return Session.unfinishedPrefix(ProcessContext.current().identity().pid()) + HIDDEN_NUMBERS.incrementAndGet();
    }

    /** Deletes a file in one step; what cannot be deleted goes with the session. */
    static boolean delete(Path file) {
        return file.toFile().delete();
    }

    private static void fill(FileChannel channel, Path directory, long bytes, Pages pages)
            throws ClosedByInterruptException {
        // Without this look, asking for too much would take away everybody's room for a while. Some file systems tell
        // nothing.
        long free = pages == Pages.SPARSE ? 0 : freeIn(directory);
        if (free > 0 && bytes > free) {
            throw new OutOfSharedMemoryException(directory, bytes, free);
        }
        try {
            write(channel, bytes, pages);
        } catch (ClosedByInterruptException e) {
            throw e;
        } catch (IOException e) {
            OutOfSharedMemoryException noRoom =
                    new OutOfSharedMemoryException(directory, bytes, Math.max(free, freeIn(directory)));
            noRoom.initCause(e);
            throw noRoom;
        }
    }

    private static long freeIn(Path directory) {
        return directory.toFile().getUsableSpace();
    }

    private static void write(FileChannel channel, long bytes, Pages pages) throws IOException {
        if (pages == Pages.SPARSE) {
            channel.write(ByteBuffer.allocate(1), bytes - 1);
            return;
        }
        ByteBuffer zeros = ByteBuffer.allocateDirect((int) Math.min(SLICE_BYTES, bytes));
        long written = 0;
        while (written < bytes) {
            zeros.clear().limit((int) Math.min(zeros.capacity(), bytes - written));
            written += channel.write(zeros, written);
        }
    }

    /**
     * Maps a part of a file. The mapping lasts until the buffer and all that was made of it are unreachable, whatever becomes of the file meanwhile.
     *
     * @return a direct buffer in the byte order of this machine
     * @throws java.nio.file.NoSuchFileException if there is no such file
     * @throws EOFException if the part reaches beyond the end of it
     * @throws IOException if it cannot be opened or mapped
     */
    public static ByteBuffer map(Path path, long offset, long length) throws IOException {
        return uninterrupted(() -> {
            try (FileChannel channel = open(path)) {
                // Asked for more, the channel would lengthen the file.
                if (offset > channel.size() - length) {
                    throw new EOFException("the segment " + path + " is shorter than expected: bytes=" + channel.size()
                            + ", expected=" + (offset + length));
                }
                return map(channel, offset, length);
            }
        });
    }

    /** Maps all of a file. */
    static Chunks mapAll(Path path) throws IOException {
        return uninterrupted(() -> {
            try (FileChannel channel = open(path)) {
                return mapAll(channel, channel.size());
            }
        });
    }

    private static Chunks mapAll(FileChannel channel, long bytes) throws IOException {
        ByteBuffer[] chunks = new ByteBuffer[(int) ((bytes - 1) / Chunks.CHUNK_BYTES + 1)];
        for (int i = 0; i < chunks.length; i++) {
            long offset = (long) i * Chunks.CHUNK_BYTES;
            chunks[i] = map(channel, offset, Math.min(MAPPED_BYTES, bytes - offset));
        }
        return new Chunks(bytes, chunks);
    }

    private static FileChannel open(Path path) throws IOException {
        return FileChannel.open(path, EXISTING);
    }

    private static ByteBuffer map(FileChannel channel, long offset, long length) throws IOException {
        return channel.map(READ_WRITE, offset, length).order(ByteOrder.nativeOrder());
    }

    /** What is done with a channel. */
    private interface ChannelWork<T> {
        T run() throws IOException;
    }

    /** An interrupt closes the channel that a thread uses, or is about to use: it is kept for later, and the work begun again. */
    private static <T> T uninterrupted(ChannelWork<T> work) throws IOException {
        boolean interrupted = Thread.interrupted();
        try {
            while (true) {
                try {
                    return work.run();
                } catch (ClosedByInterruptException e) {
                    interrupted |= Thread.interrupted();
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
