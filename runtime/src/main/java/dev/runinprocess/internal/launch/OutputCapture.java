package dev.runinprocess.internal.launch;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;

/** A child's stream in memory. Safe for use by many threads. */
final class OutputCapture implements StreamSink {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Override
    public void accept(byte[] part, int count) {
        bytes.write(part, 0, count);
    }

    @Override
    public void end() {
        // What came is all there.
    }

    String text() {
        return bytes.toString(Charset.defaultCharset());
    }
}
