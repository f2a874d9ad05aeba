package dev.runinprocess.internal.launch;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;

/** A child's stream in memory. Safe for use by many threads. */
final class OutputCapture implements StreamSink {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private boolean overflowed;

    @Override
    public synchronized void accept(byte[] part, int count) {
        if (overflowed) {
            return;
        }
        try {
            bytes.write(part, 0, count);
        } catch (OutOfMemoryError e) {
            // The child must not wait for a reader for want of memory here; half of its output is no output.
            overflowed = true;
            bytes.reset();
        }
    }

    @Override
    public void end() {
        // What came is all there.
    }

    synchronized String text() {
        if (overflowed) {
            throw new IllegalStateException(
                    "The child wrote more than fits into this process's memory. Send its output to a file, or raise -Xmx.");
        }
        return bytes.toString(Charset.defaultCharset());
    }
}
