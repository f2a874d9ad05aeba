package dev.runinprocess.internal.launch;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The thread that reads one of a child's streams, so that the child never waits for a reader. */
final class StreamPump extends Thread {
    private static final int BUFFER_BYTES = 8192;

    private final InputStream in;
    private final StreamSink sink;
    private final @Nullable LineTail tail;
    private final CountDownLatch ended = new CountDownLatch(1);

    private StreamPump(String name, InputStream in, StreamSink sink, @Nullable LineTail tail) {
        super(name);
        this.in = in;
        this.sink = sink;
        this.tail = tail;
    }

    static StreamPump start(String name, InputStream in, StreamSink sink, @Nullable LineTail tail) {
        StreamPump pump = new StreamPump(name, in, sink, tail);
        pump.setDaemon(true);
        pump.start();
        return pump;
    }

    @Override
    public void run() {
        byte[] buffer = new byte[BUFFER_BYTES];
        try (in) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                if (tail != null) {
                    tail.accept(buffer, count);
                }
                sink.accept(buffer, count);
            }
        } catch (IOException e) {
            // The JDK closes a dead process's streams; what was in them has been read.
        } finally {
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
