package dev.runinprocess.internal.archive;

import dev.runinprocess.internal.os.UserId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/**
 * An archive and the list of its classes beside it.
 *
 * @param archive what the JVM reads
 * @param list of its classes
 */
record ArchiveFile(Path archive, Path list) {
    private static final String ARCHIVE = ".jsa";
    private static final String LIST = ".classes";

    /** One in a directory. */
    static ArchiveFile in(Path directory, String name) {
        return new ArchiveFile(directory.resolve(name + ARCHIVE), directory.resolve(name + LIST));
    }

    /** One by its path. */
    static ArchiveFile at(Path archive) {
        return new ArchiveFile(archive, archive.resolveSibling(archive.getFileName() + LIST));
    }

    /** The classes in it, if it is whole and nobody but this user or the system's administrator made it. */
    Optional<ClassList> usable() {
        try {
            if (!isTrusted(archive) || !isTrusted(list)) {
                return Optional.empty();
            }
            ClassList content = ClassList.read(list);
            return Optional.of(content).filter(read -> isSealed(read.seal()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static boolean isTrusted(Path file) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || !Files.isReadable(file)) {
            return false;
        }
        int owner = UserId.ownerOf(file);
        return owner == 0 || owner == UserId.current();
    }

    private boolean isSealed(String seal) {
        try {
            return !seal.isEmpty() && seal.equals(Seal.of(archive));
        } catch (IOException e) {
            return false;
        }
    }

    /** What changes whenever one of the files does. */
    String state() {
        try {
            BasicFileAttributes archived = Files.readAttributes(archive, BasicFileAttributes.class);
            BasicFileAttributes listed = Files.readAttributes(list, BasicFileAttributes.class);
            return archived.fileKey() + " " + archived.size() + " " + archived.lastModifiedTime() + " "
                    + listed.fileKey() + " " + listed.lastModifiedTime();
        } catch (IOException e) {
            return "";
        }
    }

    void delete() throws IOException {
        Files.deleteIfExists(archive);
        Files.deleteIfExists(list);
    }
}
