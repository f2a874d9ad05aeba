package dev.runinprocess.tests.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A stream of a process, read by a thread of its own. */
final class OutputLines {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CountDownLatch ended = new CountDownLatch(1);

    private OutputLines() {}

    static OutputLines of(InputStream in) {
        OutputLines lines = new OutputLines();
        Thread reader = new Thread(() -> lines.readAll(in), "reader-of-a-program");
        reader.setDaemon(true);
        reader.start();
        return lines;
    }

    private void readAll(InputStream in) {
        try (in) {
            in.transferTo(bytes);
        } catch (IOException e) {
            // The JDK closes the streams of a process that is dead; what was in them has been read.
        } finally {
            ended.countDown();
        }
    }

    String text() {
        return bytes.toString(Charset.defaultCharset());
    }

    /** Whole lines only: of the last one more may come. */
    Optional<String> afterStart(String start) {
        String text = text();
        return text.substring(0, text.lastIndexOf('\n') + 1)
                .lines()
                .filter(line -> line.startsWith(start))
                .map(line -> line.substring(start.length()))
                .findFirst();
    }

    boolean hasLine(String start) {
        return afterStart(start).isPresent();
    }

    boolean ended() {
        return ended.getCount() == 0;
    }

    /** Waits for its end, at most a few seconds: a process left behind may hold it open. */
    void awaitEnd() {
        try {
            if (!ended.await(5, TimeUnit.SECONDS)) {
                throw new AssertionError(
                        "The program has ended, and somebody it started holds its output open:\n" + text());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
