package dev.runinprocess.internal.launch;

import java.nio.charset.Charset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The last lines of a stream of bytes, in bounded memory. Safe for use by many threads. */
final class LineTail {
    private static final int MAX_LINES = 40;
    private static final int MAX_LINE_BYTES = 2000;

    private final Deque<String> lines = new ArrayDeque<>();
    private final byte[] line = new byte[MAX_LINE_BYTES];
    private int length;

    synchronized void accept(byte[] bytes, int count) {
        for (int i = 0; i < count; i++) {
            byte b = bytes[i];
            if (b == '\n') {
                endLine();
            } else if (b != '\r' && length < MAX_LINE_BYTES) {
                line[length++] = b;
            }
        }
    }

    private void endLine() {
        if (lines.size() == MAX_LINES) {
            lines.removeFirst();
        }
        lines.addLast(new String(line, 0, length, Charset.defaultCharset()));
        length = 0;
    }

    /** The lines, oldest first; the last one may be unfinished. */
    synchronized List<String> lines() {
        List<String> all = new ArrayList<>(lines);
        if (length > 0) {
            all.add(new String(line, 0, length, Charset.defaultCharset()));
        }
        return all;
    }
}
