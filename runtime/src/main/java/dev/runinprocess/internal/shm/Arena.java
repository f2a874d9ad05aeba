package dev.runinprocess.internal.shm;

import dev.runinprocess.failure.LaunchException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Room for small objects that live as long as the session: locks, counts, flags. What is given out is zero, begins at a cache line, and is never taken
 * back, so an address never means another object. Safe for use by many threads and processes.
 */
final class Arena {
    /** Large enough for thousands of locks, small enough to be reserved at once. */
    static final int FILE_BYTES = 1 << Arena.FILE_BITS;

    private static final int FILE_BITS = 18;
    private static final int CACHE_LINE_BYTES = 64;

    private final Path directory;
    private final Words control;
    private volatile @Nullable Words[] files = new Words[0];

    Arena(Path directory, Words control) {
        this.directory = directory;
        this.control = control;
    }

    /**
     * Gives out zeroed memory.
     *
     * @throws dev.runinprocess.failure.OutOfSharedMemoryException if there is no room for another file
     */
    long allocate(int bytes) {
        if (bytes < 1 || bytes > FILE_BYTES - CACHE_LINE_BYTES) {
            throw new IllegalArgumentException("an object of this size does not fit: bytes=" + bytes);
        }
        int size = (bytes + CACHE_LINE_BYTES - 1) / CACHE_LINE_BYTES * CACHE_LINE_BYTES;
        while (true) {
            long next = control.ordered(ControlLayout.NEXT_ADDRESS_AT);
            long address = firstFit(next, size);
            ensureFile((int) (address >>> FILE_BITS));
            Failpoints.pass(Failpoint.ARENA_READY);
            if (control.compareAndSet(ControlLayout.NEXT_ADDRESS_AT, next, address + size)) {
                return address;
            }
        }
    }

    /** Address 0 means nothing, so the first line stays unused. */
    private static long firstFit(long next, int size) {
        long address = next == 0 ? CACHE_LINE_BYTES : next;
        long left = FILE_BYTES - (address & (FILE_BYTES - 1));
        return left >= size ? address : address + left;
    }

    private void ensureFile(int number) {
        if (find(number) != null) {
            return;
        }
        Path path = path(number);
        if (Files.exists(path)) {
            return;
        }
        try {
            SegmentFile.create(path, FILE_BYTES, Pages.RESERVED);
        } catch (FileAlreadyExistsException e) {
            // Another process made it at the same time.
        } catch (IOException e) {
            throw new LaunchException("Cannot make shared memory in " + directory + ": " + e, e);
        }
    }

    /** Whether the address is one that was given out. */
    boolean isGiven(long address) {
        return address > 0
                && address % CACHE_LINE_BYTES == 0
                && address < control.ordered(ControlLayout.NEXT_ADDRESS_AT);
    }

    Words words(long address) {
        int number = (int) (address >>> FILE_BITS);
        Words found = find(number);
        return found == null ? map(number) : found;
    }

    static boolean isInOneFile(long address, long other) {
        return (address ^ other) >>> FILE_BITS == 0;
    }

    static int offset(long address) {
        return (int) (address & (FILE_BYTES - 1));
    }

    private @Nullable Words find(int number) {
        @Nullable Words[] known = files;
        return number < known.length ? known[number] : null;
    }

    private synchronized Words map(int number) {
        Words found = find(number);
        if (found != null) {
            return found;
        }
        Words mapped;
        try {
            mapped = new Words(SegmentFile.map(path(number), 0, FILE_BYTES));
        } catch (IOException e) {
            throw new IllegalStateException(
                    "The session's shared memory in " + directory + " cannot be opened: " + e, e);
        }
        @Nullable Words[] more = Arrays.copyOf(files, Math.max(files.length, number + 1));
        more[number] = mapped;
        files = more;
        return mapped;
    }

    private Path path(int number) {
        return directory.resolve("arena-" + number);
    }
}
