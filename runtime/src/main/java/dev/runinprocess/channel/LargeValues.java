package dev.runinprocess.channel;

import dev.runinprocess.codec.Payload;
import dev.runinprocess.codec.ValueWriter;
import dev.runinprocess.failure.OutOfSharedMemoryException;
import dev.runinprocess.internal.session.ProcessContext;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.atomic.AtomicLong;

/** Values too large for a ring: a file each, whose record in the ring says its length. Safe for use by many threads. */
final class LargeValues {
    private static final AtomicLong NUMBERS = new AtomicLong();

    private LargeValues() {}

    /** Writes a value's bytes to a file of its own, not yet under its name. */
    static Path write(ValueWriter value, Path directory) {
        Path file = directory.resolve(
                "value-new-" + ProcessContext.current().identity().pid() + "-" + NUMBERS.incrementAndGet());
        Payload payload = value.toPayload();
        try (OutputStream out = Files.newOutputStream(file)) {
            payload.writeTo(out);
            return file;
        } catch (IOException e) {
            QueueFiles.delete(file);
            OutOfSharedMemoryException noRoom = new OutOfSharedMemoryException(
                    directory, payload.length(), directory.toFile().getUsableSpace());
            noRoom.initCause(e);
            throw noRoom;
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

    static InputStream open(Path name) {
        try {
            return new FileInputStream(name.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException("A value's memory is gone", e);
        }
    }

    static Payload read(InputStream in, long length) {
        try (in) {
            return Payload.read(in, length);
        } catch (IOException e) {
            throw new UncheckedIOException("A value's memory cannot be read", e);
        }
    }
}
