package dev.runinprocess.internal.session;

import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** A directory that others could have prepared or may change. */
final class UntrustedDirectoryException extends FileSystemException {
    private static final long serialVersionUID = 1L;

    UntrustedDirectoryException(Path directory, Object owner, int mode) {
        super(
                directory.toString(),
                null,
                "it must be a directory of this user, with mode 700, but has owner=" + owner + ", mode="
                        + Integer.toOctalString(mode) + ". Somebody else made it; have it removed.");
    }
}
