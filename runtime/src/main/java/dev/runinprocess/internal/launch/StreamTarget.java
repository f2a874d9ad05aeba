package dev.runinprocess.internal.launch;

import java.nio.file.Path;

/** Where a child's standard output or standard error goes. */
public sealed interface StreamTarget {
    /** Where this process's own goes. */
    record Inherit() implements StreamTarget {}

    /** Line by line through this process's {@code System.out} or {@code System.err}. */
    record Forward(String prefix) implements StreamTarget {}

    /** Into memory. */
    record Capture() implements StreamTarget {}

    /** Nowhere. */
    record Discard() implements StreamTarget {}

    /** To a file. */
    record ToFile(Path file, boolean append) implements StreamTarget {}
}
