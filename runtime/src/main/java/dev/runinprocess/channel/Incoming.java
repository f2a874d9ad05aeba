package dev.runinprocess.channel;

import dev.runinprocess.codec.ValueReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * A value on its way out of a queue: its bytes, or an open file with them.
 *
 * @param bytes the value, unless there is a file
 * @param file the file, whose name may be gone
 * @param fileBytes how long it is
 */
@SuppressWarnings("ArrayRecordComponent") // lives for one call
record Incoming(byte[] bytes, @Nullable InputStream file, long fileBytes) {
    /** A reader of the value. Needs no lock, and what it reads runs user code. */
    ValueReader open() {
        return file == null ? new ValueReader(bytes, bytes.length) : new ValueReader(LargeValues.read(file, fileBytes));
    }

    /** Forgets the value. */
    void discard() {
        if (file != null) {
            try {
                file.close();
            } catch (IOException e) {
                throw new UncheckedIOException("A value's memory cannot be closed", e);
            }
        }
    }
}
