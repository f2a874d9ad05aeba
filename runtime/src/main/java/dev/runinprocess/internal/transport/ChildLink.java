package dev.runinprocess.internal.transport;

import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;

/**
 * The child's end of its control link. Opening never blocks: each end is opened while a handle that reads and writes is open, too,
 * which is closed at once, so that from then on a dead parent is an end of file or a broken pipe.
 */
public final class ChildLink {
    private final FrameInput input;
    private final FrameOutput output;

    private ChildLink(FrameInput input, FrameOutput output) {
        this.input = input;
        this.output = output;
    }

    /**
     * Opens both ends.
     *
     * @throws IOException if the fifos are gone, which means that the parent is
     */
    public static ChildLink open(String inputPath, String outputPath) throws IOException {
        FrameInput input = new FrameInput(openForReading(existing(inputPath)));
        FrameOutput output = new FrameOutput(openForWriting(existing(outputPath)));
        return new ChildLink(input, output);
    }

    /** One that leads nowhere: nothing comes, and what is written is forgotten. */
    public static ChildLink toNowhere() {
        return new ChildLink(
                new FrameInput(InputStream.nullInputStream()), new FrameOutput(OutputStream.nullOutputStream()));
    }

    private static FileInputStream openForReading(File fifo) throws IOException {
        RandomAccessFile keeper = new RandomAccessFile(fifo, "rw");
        try {
            return new FileInputStream(fifo);
        } finally {
            keeper.close();
        }
    }

    private static FileOutputStream openForWriting(File fifo) throws IOException {
        RandomAccessFile keeper = new RandomAccessFile(fifo, "rw");
        try {
            return new FileOutputStream(fifo);
        } finally {
            keeper.close();
        }
    }

    /** Opening to write would make a file where there is none. */
    private static File existing(String path) throws IOException {
        File file = new File(path);
        if (!file.exists()) {
            throw new IOException("the parent's fifo is gone: " + path);
        }
        return file;
    }

    /** Frames from the parent; closing it is the process's end's work, since a reader is blocked in it. */
    public FrameInput input() {
        return input;
    }

    /** Frames to the parent. */
    public FrameOutput output() {
        return output;
    }
}
