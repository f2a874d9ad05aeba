package dev.runinprocess.internal.archive;

import dev.runinprocess.internal.os.UserId;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * The user's archives. Who writes has the lock of {@link ArchiveMaker}, so that whatever is unfinished there is nobody's; who reads needs none, since files get their names when they
 * are whole.
 */
final class ArchiveDirectory {
    private static final int MAX_ARCHIVES = 32;
    private static final long MAX_BYTES = 512L << 20;
    private static final long TOUCHED_MILLIS = TimeUnit.DAYS.toMillis(1);
    private static final long REFUSED_MILLIS = TimeUnit.DAYS.toMillis(1);
    private static final String UNFINISHED = ".new-";
    private static final String REFUSED = ".refused";
    private static final Set<PosixFilePermission> OTHERS = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.GROUP_EXECUTE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE,
            PosixFilePermission.OTHERS_EXECUTE);

    private final Path path;

    ArchiveDirectory(Path path) {
        this.path = path;
    }

    Path path() {
        return path;
    }

    /** Whether nobody but this user could have put something there. */
    boolean isTrusted() {
        try {
            return Files.isDirectory(path)
                    && UserId.ownerOf(path.toRealPath()) == UserId.current()
                    && EnumSet.copyOf(withOwner(Files.getPosixFilePermissions(path))).stream()
                            .noneMatch(OTHERS::contains);
        } catch (IOException e) {
            return false;
        }
    }

    /** An enum set cannot be copied from an empty one. */
    private static Set<PosixFilePermission> withOwner(Set<PosixFilePermission> permissions) {
        permissions.add(PosixFilePermission.OWNER_READ);
        return permissions;
    }

    /**
     * Makes it if it is not there.
     *
     * @throws IOException if that is not possible, or others can write there
     */
    void prepare() throws IOException {
        if (!Files.exists(path)) {
            Path above = path.getParent();
            if (above != null) {
                Files.createDirectories(above);
            }
            try {
                Files.createDirectory(
                        path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            } catch (FileAlreadyExistsException e) {
                // Another process was faster.
            }
        }
        if (!isTrusted()) {
            throw new IOException(path + " must be a directory of this user, with mode 700");
        }
    }

    ArchiveFile finished(String key) {
        return ArchiveFile.in(path, key);
    }

    ArchiveFile unfinished(String key) {
        return ArchiveFile.in(path, UNFINISHED + key);
    }

    Path lock() {
        return path.resolve("lock");
    }

    /** Whether an archive could not be made lately. A full disk, or a lack of memory, may have passed since. */
    boolean isRefused(String key) {
        try {
            FileTime refused = Files.getLastModifiedTime(path.resolve(key + REFUSED));
            return System.currentTimeMillis() - refused.toMillis() < REFUSED_MILLIS;
        } catch (IOException e) {
            // There is no such file.
            return false;
        }
    }

    void refuse(String key) throws IOException {
        Files.write(path.resolve(key + REFUSED), new byte[0]);
    }

    /** Removes what makers that are dead have begun. */
    void removeUnfinished() throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(path, UNFINISHED + "*")) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** Says that an archive is in use, so that others go first. Not each time: all who use it look at it again then. */
    static void touch(ArchiveFile file) {
        try {
            long now = System.currentTimeMillis();
            if (now - Files.getLastModifiedTime(file.archive()).toMillis() > TOUCHED_MILLIS) {
                Files.setLastModifiedTime(file.archive(), FileTime.fromMillis(now));
            }
        } catch (IOException e) {
            // It goes sooner than it should.
        }
    }

    /** Removes what was used least lately, as long as there is more than there may be. JVMs that use it go on doing so. */
    void evict() throws IOException {
        List<Used> all = archives();
        all.sort(Comparator.comparing(Used::time).reversed());
        long bytes = 0;
        for (int i = 0; i < all.size(); i++) {
            bytes += all.get(i).bytes();
            if (i >= MAX_ARCHIVES || (i > 0 && bytes > MAX_BYTES)) {
                ArchiveFile.in(path, all.get(i).name()).delete();
            }
        }
        evictRefusals();
    }

    private record Used(String name, FileTime time, long bytes) {}

    private List<Used> archives() throws IOException {
        List<Used> all = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(path, "*.jsa")) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                try {
                    all.add(new Used(
                            name.substring(0, name.lastIndexOf('.')),
                            Files.getLastModifiedTime(file),
                            Files.size(file)));
                } catch (NoSuchFileException e) {
                    // Somebody cleans up.
                }
            }
        }
        return all;
    }

    /** What could not be made may be possible later. */
    private void evictRefusals() throws IOException {
        List<Path> refusals = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(path, "*" + REFUSED)) {
            files.forEach(refusals::add);
        }
        if (refusals.size() > MAX_ARCHIVES) {
            for (Path refusal : refusals) {
                Files.deleteIfExists(refusal);
            }
        }
    }
}
