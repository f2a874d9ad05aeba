package dev.runinprocess.internal.socket;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.runinprocess.internal.park.Deadline;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/** The right to say what is at a path, among the processes of this library: a lock on a file beside it, for a moment. */
final class TakeoverLock implements Closeable {
    /*
     * The file goes when the lock is given back, so whoever locked one has to look whether it is still the one that others find. Java tells nobody what file a channel is of, and to open it once
     * more and close that would free the lock. So whoever locked it gives it a size that nobody else would, and looks for that.
     *
     * Within a process, locks of files exclude nobody; hence the lock of this class.
     */
    private static final ReentrantLock IN_THIS_PROCESS = new ReentrantLock();

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int LARGEST_SIZE = 1 << 24;
    private static final long LONGEST_SECONDS = 10;
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

    private final Path file;
    private final FileChannel channel;

    private TakeoverLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** That of a path, in a directory that exists. */
    static TakeoverLock of(Path path) throws IOException {
        Path file = path.resolveSibling("." + path.getFileName() + ".takeover");
        IN_THIS_PROCESS.lock();
        try {
            return new TakeoverLock(file, locked(file));
        } catch (IOException | RuntimeException e) {
            IN_THIS_PROCESS.unlock();
            throw e;
        }
    }

    private static FileChannel locked(Path file) throws IOException {
        Deadline deadline = Deadline.after(LONGEST_SECONDS, TimeUnit.SECONDS);
        while (!deadline.isOver()) {
            FileChannel channel = FileChannel.open(file, CREATE, WRITE, NOFOLLOW_LINKS);
            boolean held = false;
            try {
                held = channel.tryLock() != null && isAt(file, channel);
            } finally {
                if (!held) {
                    channel.close();
                }
            }
            if (held) {
                return channel;
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        throw new IOException(
                "Somebody else has held the lock of this file for " + LONGEST_SECONDS + " seconds: " + file);
    }

    private static boolean isAt(Path file, FileChannel channel) throws IOException {
        int size = RANDOM.nextInt(LARGEST_SIZE) + 1;
        channel.truncate(0);
        int unused = channel.write(ByteBuffer.allocate(1), size - 1L);
        try {
            return Files.size(file) == size;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            Files.deleteIfExists(file);
        } finally {
            IN_THIS_PROCESS.unlock();
        }
    }
}
