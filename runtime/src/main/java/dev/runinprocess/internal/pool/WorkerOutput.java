package dev.runinprocess.internal.pool;

import java.io.PrintStream;

/** A worker's standard streams, as far as somebody has put others in their place: the JVM's own hold nothing back. */
final class WorkerOutput {
    private final PrintStream ownOut = System.out;
    private final PrintStream ownErr = System.err;

    /** Before an answer, so that who has the answer has the output, too. */
    void flush() {
        flush(System.out, ownOut);
        flush(System.err, ownErr);
    }

    /** A task may have set a stream to null; that turns no success into a failure. */
    private static void flush(PrintStream current, PrintStream own) {
        if (current != own && current != null) {
            current.flush();
        }
    }
}
