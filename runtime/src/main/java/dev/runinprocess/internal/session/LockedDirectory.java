package dev.runinprocess.internal.session;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.runinprocess.internal.os.RandomBytes;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A directory of this process's own that tells the living from the dead: a lock on a file in it is held for as long as its creator lives,
 * however that ends.
 */
final class LockedDirectory {
    /*
     * Why nobody ever takes a living directory for a dead one:
     *
     * - The lock is taken while the directory still has a hidden name, and only then is it renamed to the name that
     *   sweepers look for.
     * - POSIX locks belong to the process, and closing *any* descriptor of the file frees them. A process may come to open
     *   its own lock file: a second copy of this library in it sweeps, or a link leads there. The JDK keeps a table of locked files for the
     *   whole JVM, by inode and not by name, and refuses the lock; the channel that was refused stays open to the end of the JVM.
     */
    static final String PREFIX = "runinprocess-";
    static final String HIDDEN_PREFIX = ".runinprocess-";

    /** Anything else with the prefix is somebody else's and is left alone. */
    static final Pattern NAMES = Pattern.compile("\\.?runinprocess-(\\d+)-[0-9a-f]{8}");

    private static final String LOCK_FILE = "lock";
    private static final String COMPANION = "companion";
    private static final String NAME_DIRECTORY = "names";
    private static final int RANDOM_BYTES = 4;

    private static final Set<FileChannel> REFUSED = ConcurrentHashMap.newKeySet();

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
        try {
            channel = FileChannel.open(hidden.resolve(LOCK_FILE), CREATE_NEW, WRITE);
            if (channel.tryLock() == null) {
                throw new IOException("somebody else holds the lock of a directory made just now: " + hidden);
            }
            Files.move(hidden, visible, StandardCopyOption.ATOMIC_MOVE);
            return new LockedDirectory(visible, channel);
        } catch (IOException e) {
            if (channel != null) {
                channel.close();
            }
            DirectoryTree.delete(hidden);
            throw e;
        }
    }

    Path path() {
        return path;
    }

    /** Notes another directory, which goes when this one goes: whoever finds this one dead need not know where to look for that. */
    void accompany(LockedDirectory companion) throws IOException {
        Files.createSymbolicLink(path.resolve(COMPANION), companion.path());
    }

    /** Notes that names lead into a directory: they go when it goes. */
    static void noteNames(Path directory, NameDirectory names) throws IOException {
        try {
            Files.createSymbolicLink(directory.resolve(NAME_DIRECTORY), names.path());
        } catch (FileAlreadyExistsException e) {
            // Another name was noted before.
        }
    }

    /** Deletes it with all that is in it, and lets go of the lock last. */
    void remove() {
        delete(path);
        close(channel);
    }

    private static boolean delete(Path directory) {
        Path names = linkedFrom(directory.resolve(NAME_DIRECTORY), NameDirectory.DIRECTORIES);
        boolean gone = DirectoryTree.delete(directory);
        if (names != null) {
            NameDirectory.sweep(names);
        }
        return gone;
    }

    /**
     * Deletes a directory whose creator is dead, and before it the one that accompanies it. A dying process frees its two locks one after the
     * other, so it may take a second attempt.
     *
     * @return whether both are gone
     */
    static boolean removeIfDead(Path directory) {
        Path companion = linkedFrom(directory.resolve(COMPANION), NAMES);
        return (companion == null || removeThisIfDead(companion)) && removeThisIfDead(directory);
    }

    private static boolean removeThisIfDead(Path directory) {
        FileChannel channel;
        try {
            channel = FileChannel.open(directory.resolve(LOCK_FILE), WRITE, NOFOLLOW_LINKS);
        } catch (IOException e) {
            // Without a lock file it is half deleted already, by somebody who died or is still at it; or not ours to
            // enter.
            return !Files.exists(directory, NOFOLLOW_LINKS) || (lacksLockFile(directory) && delete(directory));
        }
        boolean gone = false;
        try {
            gone = channel.tryLock() != null && delete(directory);
        } catch (OverlappingFileLockException e) {
            REFUSED.add(channel);
            return false;
        } catch (IOException e) {
            // A file system that cannot lock has none of our directories.
        }
        close(channel);
        return gone;
    }

    private static boolean lacksLockFile(Path directory) {
        return Files.isReadable(directory) && Files.notExists(directory.resolve(LOCK_FILE), NOFOLLOW_LINKS);
    }

    private static @Nullable Path linkedFrom(Path link, Pattern names) {
        try {
            return Files.isSymbolicLink(link) ? ours(Files.readSymbolicLink(link), names) : null;
        } catch (IOException e) {
            // Somebody else removes them at this moment.
            return null;
        }
    }

    private static @Nullable Path ours(Path directory, Pattern names) {
        Path name = directory.getFileName();
        return name != null && names.matcher(name.toString()).matches() ? directory : null;
    }

    private static void close(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            // The process's end closes it, too.
        }
    }
}
