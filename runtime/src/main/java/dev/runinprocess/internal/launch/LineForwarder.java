package dev.runinprocess.internal.launch;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Prints a child's lines whole, each with a prefix, so that lines of several children do not mix. */
final class LineForwarder implements StreamSink {
    private final Supplier<@Nullable PrintStream> destination;
    private final String prefix;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    /** Looks the destination up for each line: it may be replaced at any time, as {@code System.out} is in tests. */
    LineForwarder(Supplier<@Nullable PrintStream> destination, String prefix) {
        this.destination = destination;
        this.prefix = prefix;
    }

    @Override
    public void accept(byte[] bytes, int count) {
        for (int i = 0; i < count; i++) {
            if (bytes[i] == '\n') {
                print();
            } else if (bytes[i] != '\r') {
                line.write(bytes[i]);
            }
        }
    }

    @Override
    public void end() {
        if (line.size() > 0) {
            print();
        }
    }

    private void print() {
        PrintStream stream = destination.get();
        if (stream != null) {
            stream.println(prefix + line.toString(Charset.defaultCharset()));
        }
        line.reset();
    }
}
