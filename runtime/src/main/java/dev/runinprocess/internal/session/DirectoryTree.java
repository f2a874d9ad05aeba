package dev.runinprocess.internal.session;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;

/** A directory with all that is below it. */
final class DirectoryTree {
    private DirectoryTree() {}

    /**
     * Deletes it. Others may be deleting, too, so a file that vanished meanwhile is no failure.
     *
     * @return whether it is gone
     */
    static boolean delete(Path directory) {
        return delete(directory.toFile());
    }

    private static boolean delete(File file) {
        File[] children = Files.isSymbolicLink(file.toPath()) ? null : file.listFiles();
        if (children != null) {
            for (File child : children) {
                delete(child);
            }
        }
        return file.delete() || !file.exists();
    }
}
