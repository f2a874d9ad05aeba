package dev.runinprocess.internal.park;

import dev.runinprocess.internal.os.MkFifo;
import dev.runinprocess.internal.os.OpenPipes;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.Pipe;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The pipe that is a slot's bell. Opened to read and write, so that no open blocks, no read sees an end, and a write needs no reader.
 *
 * @param reader this process's handle on it
 * @param where how others find it: 0 if it is the slot's fifo, otherwise 1 + the descriptor of a pipe of this process
 */
record BellFifo(RandomAccessFile reader, long where) {
    /** One run of mkfifo makes those of this many slots. */
    private static final int BATCH = 16;

    private static final String DESCRIPTORS = "/fd/";

    /** Others open the descriptor by its number as long as this process lives. */
    private static final List<Pipe> KEPT_OPEN = new ArrayList<>();

    /** Makes the bell of a slot, or opens it again: the slot's fifo stays for its next process. */
    static BellFifo open(Path directory, int slot, int slots) throws IOException {
        File file = file(directory, slot);
        if (!directory.toFile().isDirectory()) {
            // The session's files are gone, and this process goes on: it outlives its tree, or ends in the middle of a
            // wait.
            return pipe();
        }
        if (!isFifo(file)) {
            String complaint;
            try {
                complaint = MkFifo.start(batch(directory, slot, slots)).await();
            } catch (IOException e) {
                return pipe();
            }
            // Of two processes that make the same batch, each finds some made.
            if (!isFifo(file)) {
                throw new IOException(
                        "mkfifo failed: " + complaint.lines().findFirst().orElse("it said nothing"));
            }
        }
        return new BellFifo(new RandomAccessFile(file, "rw"), 0);
    }

    /** Opens the bell of another process. Null if it has none yet, and so does not wait. */
    static @Nullable RandomAccessFile openOther(Path directory, int slot, long where, long pid) throws IOException {
        File file = where == 0 ? file(directory, slot) : new File("/proc/" + pid + DESCRIPTORS + (where - 1));
        // To open what is not there would make an ordinary file.
        return isFifo(file) ? new RandomAccessFile(file, "rw") : null;
    }

    private static boolean isFifo(File file) {
        return file.exists() && !file.isFile();
    }

    private static List<File> batch(Path directory, int slot, int slots) {
        int first = slot / BATCH * BATCH;
        List<File> files = new ArrayList<>();
        for (int each = first; each < Math.min(first + BATCH, slots); each++) {
            files.add(file(directory, each));
        }
        return files;
    }

    private static File file(Path directory, int slot) {
        return directory.resolve("bell-" + slot).toFile();
    }

    private static BellFifo pipe() throws IOException {
        Pipe pipe = Pipe.open();
        try {
            String path = OpenPipes.pathOf(pipe);
            RandomAccessFile reader = new RandomAccessFile(path, "rw");
            String descriptor = path.substring(path.lastIndexOf('/') + 1);
            KEPT_OPEN.add(pipe);
            return new BellFifo(reader, 1 + Long.parseLong(descriptor));
        } catch (IOException e) {
            pipe.source().close();
            pipe.sink().close();
            throw e;
        }
    }
}
