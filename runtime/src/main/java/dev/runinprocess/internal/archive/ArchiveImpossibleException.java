package dev.runinprocess.internal.archive;

import java.io.IOException;

/** An archive cannot be made, and to try again soon would end the same. */
final class ArchiveImpossibleException extends IOException {
    private static final long serialVersionUID = 1L;

    ArchiveImpossibleException(String message) {
        super(message);
    }
}
