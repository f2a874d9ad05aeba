package dev.runinprocess;

import dev.runinprocess.internal.launch.StreamTarget;
import java.nio.file.Path;
import java.util.Objects;

/** Where a child's standard output or standard error goes. Immutable. */
public final class Output {
    private final StreamTarget target;

    private Output(StreamTarget target) {
        this.target = target;
    }

    /** Where the parent's own goes; the default. Standard error passes through the parent, which keeps the last lines for a {@code ChildDiedException}. */
    public static Output inherit() {
        return new Output(new StreamTarget.Inherit());
    }

    /** Line by line through the parent's {@code System.out} or {@code System.err}, so that lines of several children do not mix. */
    public static Output forward(String prefix) {
        return new Output(new StreamTarget.Forward(Objects.requireNonNull(prefix, "prefix")));
    }

    /** Into the parent's memory, without a limit: {@link ChildProcess#capturedStdout} and {@link ChildProcess#capturedStderr}. */
    public static Output capture() {
        return new Output(new StreamTarget.Capture());
    }

    /** Nowhere. */
    public static Output discard() {
        return new Output(new StreamTarget.Discard());
    }

    /** To a file, in place of what it contains. */
    public static Output toFile(Path file) {
        return new Output(new StreamTarget.ToFile(file.toAbsolutePath(), false));
    }

    /** To the end of a file. */
    public static Output appendTo(Path file) {
        return new Output(new StreamTarget.ToFile(file.toAbsolutePath(), true));
    }

    StreamTarget target() {
        return target;
    }

    @Override
    public String toString() {
        return target.toString();
    }
}
