package dev.runinprocess.channel;

import dev.runinprocess.codec.Payload;
import dev.runinprocess.failure.OutOfSharedMemoryException;
import dev.runinprocess.internal.shm.SegmentFile;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Values too large for a ring: a file each, whose record in the ring says its length. Safe for use by many threads. */
final class LargeValues {
    private LargeValues() {}

    /** Writes a value's bytes to a file of its own, not yet under its name. */
    static Path write(Payload payload, Path directory) {
        long free = directory.toFile().getUsableSpace();
        // Without this look, asking for too much would take away everybody's room for a while. Some file systems tell
        // nothing.
        if (free > 0 && payload.length() > free) {
            throw new OutOfSharedMemoryException(directory, payload.length(), free);
        }
        Path file = create(directory);
        try (OutputStream out = new FileOutputStream(file.toFile())) {
            payload.writeTo(out);
            return file;
        } catch (IOException e) {
            QueueFiles.delete(file);
            OutOfSharedMemoryException noRoom = new OutOfSharedMemoryException(directory, payload.length(), free);
            noRoom.initCause(e);
            throw noRoom;
        }
    }

    private static Path create(Path directory) {
        try {
            return SegmentFile.createUnfinished(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory for a value cannot be made", e);
        }
    }

    /** Gives it the name by which the reader finds it. What had the name before was written by a process that died before its record counted. */
    static void name(Path file, Path name) {
        try {
            Files.move(file, name, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("A value's memory is gone", e);
        }
    }

    /** Gives it a second name, in place of what had that one. */
    static void link(Path file, Path name) {
        QueueFiles.delete(name);
        try {
            Files.createLink(name, file);
        } catch (IOException e) {
            throw gone(file, e);
        }
    }

    /**
     * Opens a file.
     *
     * @throws NoSuchFileException if it is not there
     */
    static InputStream open(Path name) throws IOException {
        try {
            return new FileInputStream(name.toFile());
        } catch (FileNotFoundException e) {
            if (name.toFile().exists()) {
                throw e;
            }
            throw new NoSuchFileException(name.toString());
        }
    }

    static UncheckedIOException gone(Path name, IOException cause) {
        return new UncheckedIOException("A value's memory cannot be opened: " + name, cause);
    }

    static Payload read(InputStream in, long length) {
        try (in) {
            return Payload.read(in, length);
        } catch (IOException e) {
            throw new UncheckedIOException("A value's memory cannot be read", e);
        }
    }

    static void close(InputStream in) {
        try {
            in.close();
        } catch (IOException e) {
            throw new UncheckedIOException("A value's memory cannot be closed", e);
        }
    }
}
