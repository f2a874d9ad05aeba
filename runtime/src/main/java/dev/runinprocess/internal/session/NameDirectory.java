package dev.runinprocess.internal.session;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import dev.runinprocess.internal.os.UserId;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The names under which one user's programs find each other's segments, beside the directories that hold them. A name leads to a file in a session's directory,
 * so it means nothing once that session is gone. Safe for use by many threads and processes.
 */
public final class NameDirectory {
    /*
     * A name is a directory with one symbolic link in it, which is named after the file it leads to and so never the same twice. That makes each step one
     * that can only hit what it means:
     *
     * - To take a name is to rename a prepared directory to it. The kernel does so only if there is nothing of that name or an empty directory.
     * - To give one back, or to clear one that leads nowhere, is to delete the link, by its own name, and then the directory, which the kernel refuses
     *   if another link has come to be in it.
     *
     * A plain link under the name itself could not be cleared without the risk of clearing the one that somebody has just put in its place.
     */
    static final Pattern DIRECTORIES = Pattern.compile("runinprocess-names-\\d+");

    private static final String PREFIX = "runinprocess-names-";
    private static final String CLAIM_PREFIX = ".new-";
    private static final String PERMISSIONS = "rwx------";
    private static final int PERMISSION_BITS = 0777;
    private static final int PRIVATE_BITS = 0700;

    /** Each failure but the last is somebody else's progress. */
    private static final int ATTEMPTS = 1000;

    private final Path directory;
    private final int user;

    private NameDirectory(Path directory, int user) {
        this.directory = directory;
        this.user = user;
    }

    /** The one of a user, in a directory that holds sessions' directories. It need not exist. */
    public static NameDirectory in(Path base, int user) {
        return new NameDirectory(base.resolve(PREFIX + user), user);
    }

    /**
     * This user's, for names of segments in a session's directory: a name goes when that goes.
     *
     * @throws IOException if the system does not tell who the user is, or files cannot be made
     */
    public static NameDirectory of(Path session) throws IOException {
        NameDirectory names = in(Objects.requireNonNull(session.getParent()), UserId.current());
        LockedDirectory.noteNames(session, names);
        return names;
    }

    /** Where it is. */
    public Path path() {
        return directory;
    }

    /**
     * Gives a file a name.
     *
     * @throws FileAlreadyExistsException if a file that exists has it
     * @throws IOException if somebody else owns the place of the names
     */
    public void publish(String name, Path file) throws IOException {
        String unique = uniqueName(file);
        Path claim = directory.resolve(CLAIM_PREFIX + unique);
        Path place = directory.resolve(name);
        FileSystemException last = null;
        for (int i = 0; i < ATTEMPTS; i++) {
            try {
                ensureExists();
                Files.createDirectory(claim);
                Files.createSymbolicLink(claim.resolve(unique), file);
                Files.move(claim, place, StandardCopyOption.ATOMIC_MOVE);
                return;
            } catch (UntrustedDirectoryException e) {
                throw e;
            } catch (FileSystemException e) {
                last = e;
                clear(claim, unique);
                if (find(name) != null) {
                    throw new FileAlreadyExistsException(
                            place.toString(), null, "a segment of shared memory has this name");
                }
            }
        }
        throw Objects.requireNonNull(last);
    }

    private void ensureExists() throws IOException {
        try {
            Files.createDirectory(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(PERMISSIONS)));
        } catch (FileAlreadyExistsException e) {
            checkOwner();
        }
    }

    /** A stranger may have made it first, where everybody may make files; one that is ours and closed to others stays so. */
    private void checkOwner() throws IOException {
        Map<String, Object> facts = Files.readAttributes(directory, "unix:uid,mode,isDirectory", NOFOLLOW_LINKS);
        Object owner = Objects.requireNonNull(facts.get("uid"));
        int mode = (Integer) Objects.requireNonNull(facts.get("mode")) & PERMISSION_BITS;
        if (!Boolean.TRUE.equals(facts.get("isDirectory")) || !owner.equals(user) || mode != PRIVATE_BITS) {
            throw new UntrustedDirectoryException(directory, owner, mode);
        }
    }

    /**
     * The file of a name, null if there is none.
     *
     * @throws IOException if somebody else owns the place of the names
     */
    public @Nullable Path find(String name) throws IOException {
        Path place = directory.resolve(name);
        String[] links = place.toFile().list();
        if (links == null) {
            return null;
        }
        try {
            checkOwner();
        } catch (NoSuchFileException e) {
            return null;
        }
        for (String link : links) {
            Path file = target(place.resolve(link));
            if (file != null && !isOfTheDead(file)) {
                return file;
            }
            clear(place, link);
        }
        return null;
    }

    /** Where a link leads; null if it leads nowhere. */
    private static @Nullable Path target(Path link) {
        try {
            Path file = Files.readSymbolicLink(link);
            return Files.exists(file, NOFOLLOW_LINKS) ? file : null;
        } catch (IOException e) {
            // Somebody else has just removed it.
            return null;
        }
    }

    /** Whether the file was in a session that is dead, and is gone with it now: the sweep of a new session may come later than its first name. */
    private static boolean isOfTheDead(Path file) {
        Path session = Objects.requireNonNull(file.getParent());
        Matcher matcher = LockedDirectory.NAMES.matcher(session.getFileName().toString());
        if (!matcher.matches()
                || Long.parseLong(matcher.group(1)) == ProcessContext.current().rootPid()) {
            return false;
        }
        return LockedDirectory.removeIfDead(session);
    }

    /** Takes a file's name away, if it still has it. */
    public void remove(String name, Path file) {
        clear(directory.resolve(name), uniqueName(file));
        delete(directory);
    }

    private static String uniqueName(Path file) {
        return Objects.requireNonNull(file.getParent()).getFileName() + "-" + file.getFileName();
    }

    private static void clear(Path place, String link) {
        if (delete(place.resolve(link))) {
            delete(place);
        }
    }

    private static boolean delete(Path file) {
        try {
            Files.deleteIfExists(file);
            return true;
        } catch (DirectoryNotEmptyException e) {
            // Somebody else has taken the name, or another name is in use.
            return false;
        } catch (IOException e) {
            // Not ours to delete. Whoever wants the name hears of it.
            return false;
        }
    }

    /** Removes the names in such a directory that lead nowhere, and the directory itself if that leaves none. */
    static void sweep(Path directory) {
        String[] names = directory.toFile().list();
        if (names == null) {
            return;
        }
        for (String name : names) {
            Path place = directory.resolve(name);
            String[] links = place.toFile().list();
            for (String link : links == null ? new String[0] : links) {
                if (target(place.resolve(link)) == null) {
                    delete(place.resolve(link));
                }
            }
            delete(place);
        }
        delete(directory);
    }
}
