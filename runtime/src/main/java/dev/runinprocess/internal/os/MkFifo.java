package dev.runinprocess.internal.os;

import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One run of the program {@code mkfifo}: Java has no call for it. Not safe for use by many threads. */
public final class MkFifo {
    private static final int LIMIT_SECONDS = 30;

    private final Process process;

    private MkFifo(Process process) {
        this.process = process;
    }

    /**
     * Starts making fifos for this user alone.
     *
     * @throws IOException if there is no such program: images without a shell have none
     */
    public static MkFifo start(List<File> files) throws IOException {
        List<String> command = new ArrayList<>(List.of("mkfifo", "-m", "600"));
        for (File file : files) {
            command.add(file.getPath());
        }
        return new MkFifo(new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    /**
     * Waits for the end of the run, interrupted or not.
     *
     * @return what it complained about; empty if it made them all
     * @throws IOException if it does not end
     */
    public String await() throws IOException {
        awaitEnd();
        return process.exitValue() == 0
                ? ""
                : new String(process.getInputStream().readAllBytes(), Charset.defaultCharset()).strip();
    }

    private void awaitEnd() throws IOException {
        boolean interrupted = false;
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
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
            throw new IOException("mkfifo did not end within " + LIMIT_SECONDS + " s");
        }
    }
}
