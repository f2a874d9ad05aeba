package dev.runinprocess.internal.transport;

import java.io.Closeable;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;

/**
 * A one-way channel between two processes that has a path. Its creator opens one end, its peer the other; until the
 * creator releases it, opening either end never blocks and the reader sees no end of file.
 */
interface Fifo extends Closeable {
    /** Where the peer finds it. */
    String path();

    /** Opens this process's reading end; end of file comes once the fifo is released and no writer is left. */
    FileInputStream openForReading() throws IOException;

    /** Opens this process's writing end; a write fails once the fifo is released and no reader is left. */
    FileOutputStream openForWriting() throws IOException;

    /** Releases it: both ends are open now, or the peer is gone. Its path is no more. Releasing twice does nothing. */
    @Override
    void close();
}
