package dev.runinprocess.internal.session;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;

/** A directory with all that is below it. */
final class DirectoryTree {
    /** Processes that are about to end may put another file into a directory that was just emptied. */
    private static final int ATTEMPTS = 3;

    private DirectoryTree() {}

    /**
     * Deletes it, without following symbolic links. Others may be deleting, too, so a file that vanished meanwhile is no failure.
     *
     * @return whether it is gone
     */
    static boolean delete(Path directory) {
        boolean gone = false;
        for (int i = 0; i < ATTEMPTS && !gone; i++) {
            gone = delete(directory.toFile());
        }
        return gone;
    }

    private static boolean delete(File file) {
        File[] children = Files.isSymbolicLink(file.toPath()) ? null : file.listFiles();
        if (children != null) {
            for (File child : children) {
                delete(child);
            }
        }
        return file.delete() || !exists(file);
    }

    /** Unlike {@link File#exists}, also for a symbolic link that leads nowhere. */
    private static boolean exists(File file) {
        return file.exists() || Files.isSymbolicLink(file.toPath());
    }
}
