package dev.runinprocess.internal.transport;

import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;

/**
 * A fifo in the file system.
 *
 * <p>Opening a fifo to read blocks until there is a writer, opening it to write until there is a reader. A handle
 * that reads <em>and</em> writes never blocks, and while it is open neither does any other. It must be closed once
 * both real ends are open: its owner is a writer, too, and would never see end of file.
 */
final class NamedFifo implements Fifo {
    private final File file;
    private final RandomAccessFile keeper;

    private NamedFifo(File file, RandomAccessFile keeper) {
        this.file = file;
        this.keeper = keeper;
    }

    /** Takes a fifo that exists. */
    static NamedFifo at(File file) throws IOException {
        // Opening to write would make an ordinary file where somebody removed the fifo.
        if (!file.exists() || file.isFile()) {
            throw new IOException("somebody removed the fifo " + file);
        }
        return new NamedFifo(file, new RandomAccessFile(file, "rw"));
    }

    @Override
    public String path() {
        return file.getPath();
    }

    @Override
    public FileInputStream openForReading() throws IOException {
        return new FileInputStream(file);
    }

    @Override
    public FileOutputStream openForWriting() throws IOException {
        return new FileOutputStream(file);
    }

    @Override
    public void close() {
        try {
            keeper.close();
        } catch (IOException e) {
            // The descriptor is gone either way, and nothing was buffered.
        }
        if (!file.delete() && file.exists()) {
            file.deleteOnExit();
        }
    }
}
