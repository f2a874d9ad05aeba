package dev.runinprocess.internal.launch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The thread that reads one of a child's streams, so that the child never waits for a reader. What comes before it is known where that goes is kept, up to
 * a limit.
 */
final class StreamPump extends Thread {
    private static final int BUFFER_BYTES = 8192;
    private static final int MAX_EARLY_BYTES = 1 << 16;

    private final InputStream in;
    private final CountDownLatch ended = new CountDownLatch(1);
    private @Nullable ByteArrayOutputStream early = new ByteArrayOutputStream();
    private @Nullable StreamSink sink;
    private boolean over;

    private StreamPump(String name, InputStream in) {
        super(name);
        this.in = in;
    }

    static StreamPump start(String name, InputStream in) {
        StreamPump pump = new StreamPump(name, in);
        pump.setDaemon(true);
        pump.start();
        return pump;
    }

    /** Says where the stream goes, from its first byte on. Once. */
    synchronized void deliverTo(StreamSink destination) {
        ByteArrayOutputStream kept = early;
        early = null;
        sink = destination;
        if (kept != null && kept.size() > 0) {
            destination.accept(kept.toByteArray(), kept.size());
        }
        if (over) {
            destination.end();
            ended.countDown();
        }
    }

    @Override
    public void run() {
        byte[] buffer = new byte[BUFFER_BYTES];
        try (in) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                pass(buffer, count);
            }
        } catch (IOException e) {
            // The JDK closes a dead process's streams; what was in them has been read.
        } finally {
            end();
        }
    }

    private synchronized void pass(byte[] buffer, int count) {
        if (sink != null) {
            sink.accept(buffer, count);
        } else if (early != null && early.size() < MAX_EARLY_BYTES) {
            early.write(buffer, 0, count);
        }
    }

    private synchronized void end() {
        over = true;
        if (sink != null) {
            sink.end();
            ended.countDown();
        }
    }

    /**
     * Waits for the last byte, for a while: a process that the child left behind may hold the stream open.
     *
     * @return whether it came
     */
    boolean awaitEnd(Duration limit) {
        boolean interrupted = false;
        boolean came = false;
        long deadline = System.nanoTime() + limit.toNanos();
        while (true) {
            try {
                came = ended.await(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return came;
    }
}
