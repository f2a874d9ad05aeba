package dev.runinprocess.internal.transport;

import dev.runinprocess.internal.os.MkFifo;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Fifos made ahead: one run of {@code mkfifo} makes many, and the first runs while the launch prepares other things. Safe for use
 * by many threads.
 */
public final class FifoSupply {
    private static final int FIRST_BATCH = 4;
    private static final int LARGEST_BATCH = 64;

    private final Path directory;
    private final Deque<File> ready = new ArrayDeque<>();
    private int batch = FIRST_BATCH;
    private int made;
    private List<File> coming = List.of();
    private @Nullable MkFifo maker;
    private boolean withoutMkfifo;

    /** Makes fifos in a directory that no other supply uses, from the first {@link #prepare} or {@link #take}. */
    public FifoSupply(Path directory) {
        this.directory = directory;
    }

    /** Starts making fifos unless there are some. */
    public synchronized void prepare() {
        if (!ready.isEmpty() || maker != null || withoutMkfifo) {
            return;
        }
        coming = new ArrayList<>();
        for (int i = 0; i < batch; i++) {
            coming.add(directory.resolve("fifo-" + made++).toFile());
        }
        batch = Math.min(LARGEST_BATCH, batch * 2);
        try {
            maker = MkFifo.start(coming);
        } catch (IOException e) {
            // No such program: images without a shell have none. Pipes under /proc serve there.
            withoutMkfifo = true;
        }
    }

    /**
     * Takes a fifo, waiting for it to be made.
     *
     * @throws IOException if it cannot be made
     */
    synchronized Fifo take() throws IOException {
        File file = ready.poll();
        while (file != null && !file.exists()) {
            // Somebody cleaned up; the next may be there still, or is made anew.
            file = ready.poll();
        }
        if (file == null) {
            prepare();
            if (withoutMkfifo) {
                return PipeFifo.create();
            }
            collect();
            file = ready.remove();
        }
        return NamedFifo.at(file);
    }

    private void collect() throws IOException {
        MkFifo run = maker;
        if (run == null) {
            throw new IllegalStateException("no fifo was asked for");
        }
        maker = null;
        String complaint = run.await();
        if (!complaint.isEmpty()) {
            throw new IOException("mkfifo failed in " + directory + ": " + complaint);
        }
        ready.addAll(coming);
        coming = List.of();
    }
}
