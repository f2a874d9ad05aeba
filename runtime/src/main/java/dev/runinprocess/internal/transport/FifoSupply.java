package dev.runinprocess.internal.transport;

import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Fifos made ahead: one run of {@code mkfifo} makes many, and the first runs while the launch prepares other things. Safe for use
 * by many threads.
 */
public final class FifoSupply {
    private static final int FIRST_BATCH = 4;
    private static final int LARGEST_BATCH = 64;
    private static final int MKFIFO_SECONDS = 30;

    private final Path directory;
    private final Deque<File> ready = new ArrayDeque<>();
    private int batch = FIRST_BATCH;
    private int made;
    private List<File> coming = List.of();
    private @Nullable Process maker;
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
        List<String> command = new ArrayList<>(List.of("mkfifo", "-m", "600"));
        coming = new ArrayList<>();
        for (int i = 0; i < batch; i++) {
            File file = directory.resolve("fifo-" + made++).toFile();
            coming.add(file);
            command.add(file.getPath());
        }
        batch = Math.min(LARGEST_BATCH, batch * 2);
        try {
            maker = new ProcessBuilder(command).redirectErrorStream(true).start();
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
        Process process = maker;
        if (process == null) {
            throw new IllegalStateException("no fifo was asked for");
        }
        maker = null;
        awaitEnd(process);
        if (process.exitValue() != 0) {
            throw new IOException(
                    "mkfifo failed: " + new String(process.getInputStream().readAllBytes(), charset()).strip());
        }
        ready.addAll(coming);
        coming = List.of();
    }

    /** A launch by an interrupted thread is a launch all the same. */
    private void awaitEnd(Process process) throws IOException {
        boolean interrupted = false;
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(MKFIFO_SECONDS);
        boolean ended = false;
        while (!ended && System.nanoTime() < deadline) {
            try {
                ended = process.waitFor(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (!ended) {
            process.destroyForcibly();
            throw new IOException("mkfifo did not end within " + MKFIFO_SECONDS + " s in " + directory);
        }
    }

    private static Charset charset() {
        return Charset.defaultCharset();
    }
}
