package dev.runinprocess.internal.session;

import dev.runinprocess.internal.os.RandomBytes;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A directory of this process's own that tells the living from the dead: a lock on a file in it is held for as long as its creator lives,
 * however that ends.
 */
final class LockedDirectory {
    /*
     * Why a sweeper never takes a living directory for a dead one:
     *
     * - The lock is taken while the directory still has a hidden name, and only then is it renamed to the name that
     *   sweepers look for.
     * - POSIX locks belong to the process, and closing *any* descriptor of the file frees them. So no process may open the lock file of
     *   a directory of its own. OwnDirectories lists those, JVM-wide, for the case of two copies of this library in one JVM.
     */
    static final String PREFIX = "runinprocess-";
    static final String HIDDEN_PREFIX = ".runinprocess-";

    /** Anything else with the prefix is somebody else's and is left alone. */
    static final Pattern NAMES = Pattern.compile("\\.?runinprocess-\\d+-[0-9a-f]{8}");

    private static final String LOCK_FILE = "lock";
    private static final int RANDOM_BYTES = 4;

    private final Path path;
    private final FileChannel channel;

    private LockedDirectory(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * Makes one that only this user may enter.
     *
     * @throws IOException if the base directory is not there, not writable, or full
     */
    static LockedDirectory create(Path base) throws IOException {
        String name = ProcessHandle.current().pid() + "-" + RandomBytes.hex(RANDOM_BYTES);
        Path hidden = base.resolve(HIDDEN_PREFIX + name);
        Path visible = base.resolve(PREFIX + name);
        Files.createDirectory(
                hidden, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        FileChannel channel = null;
        OwnDirectories.add(visible);
        try {
            channel = FileChannel.open(
                    hidden.resolve(LOCK_FILE), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                throw new IOException("somebody else holds the lock of a directory made just now: " + hidden);
            }
            Files.move(hidden, visible, StandardCopyOption.ATOMIC_MOVE);
            return new LockedDirectory(visible, channel);
        } catch (IOException e) {
            if (channel != null) {
                channel.close();
            }
            OwnDirectories.remove(visible);
            DirectoryTree.delete(hidden);
            throw e;
        }
    }

    Path path() {
        return path;
    }

    /** Deletes it with all that is in it, and lets go of the lock last. */
    void remove() {
        DirectoryTree.delete(path);
        try {
            channel.close();
        } catch (IOException e) {
            // The process's end closes it, too.
        }
        OwnDirectories.remove(path);
    }

    /**
     * Deletes a directory whose creator is dead. Not for directories of this process's own.
     *
     * @return whether it is gone
     */
    static boolean removeIfDead(Path directory) {
        try (FileChannel channel = FileChannel.open(directory.resolve(LOCK_FILE), StandardOpenOption.WRITE);
                FileLock lock = lockOf(channel)) {
            if (lock == null) {
                return false;
            }
            DirectoryTree.delete(directory);
            return true;
        } catch (IOException e) {
            // Without a lock file it is half deleted already, by somebody who died or is still at it; or not ours to
            // enter.
            return !Files.exists(directory) || (lacksLockFile(directory) && DirectoryTree.delete(directory));
        }
    }

    private static boolean lacksLockFile(Path directory) {
        return Files.isReadable(directory) && Files.notExists(directory.resolve(LOCK_FILE));
    }

    private static @Nullable FileLock lockOf(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // A second copy of this library in this JVM sweeps it at this moment.
            return null;
        }
    }
}
