package dev.runinprocess.internal.transport;

import dev.runinprocess.internal.os.OpenPipes;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.Pipe;

/**
 * An anonymous pipe of this process that others open by its entry under {@code /proc}: a fifo for systems that have no
 * {@code mkfifo}, such as distroless images. The pipe's own two channels are what keeps every open from blocking.
 */
final class PipeFifo implements Fifo {
    private final Pipe pipe;
    private final String path;

    private PipeFifo(Pipe pipe, String path) {
        this.pipe = pipe;
        this.path = path;
    }

    /**
     * Makes one.
     *
     * @throws IOException if this system shows no pipes under {@code /proc}
     */
    static PipeFifo create() throws IOException {
        Pipe pipe = Pipe.open();
        try {
            return new PipeFifo(pipe, OpenPipes.pathOf(pipe));
        } catch (IOException e) {
            close(pipe);
            throw e;
        }
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public FileInputStream openForReading() throws IOException {
        return new FileInputStream(new File(path));
    }

    @Override
    public FileOutputStream openForWriting() throws IOException {
        return new FileOutputStream(new File(path));
    }

    @Override
    public void close() {
        close(pipe);
    }

    private static void close(Pipe pipe) {
        try {
            pipe.source().close();
            pipe.sink().close();
        } catch (IOException e) {
            // The descriptors are gone either way, and nothing was buffered.
        }
    }
}
