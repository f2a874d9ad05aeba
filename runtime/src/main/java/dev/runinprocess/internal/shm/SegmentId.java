package dev.runinprocess.internal.shm;

import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What tells a segment from all others of this machine, for ever or nearly so: the session that it goes with, the process that made it, and a number.
 *
 * @param session the end of the name of the session's directory
 * @param pid the process that made it
 * @param number which one of that process's
 */
public record SegmentId(String session, long pid, long number) {
    private static final String SESSION_PREFIX = "runinprocess-";
    private static final String FILE_PREFIX = "segment-";
    private static final Pattern TEXT = Pattern.compile("(\\d{1,18}-[0-9a-f]{8})-(\\d{1,18})-(\\d{1,18})");

    /** Reads the text form; null if it is no such text. */
    public static @Nullable SegmentId parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        return matcher.matches()
                ? new SegmentId(matcher.group(1), Long.parseLong(matcher.group(2)), Long.parseLong(matcher.group(3)))
                : null;
    }

    /** One in a session's directory. */
    static SegmentId of(Path directory, long pid, long number) {
        return new SegmentId(directory.getFileName().toString().substring(SESSION_PREFIX.length()), pid, number);
    }

    /** The one of a file that {@link #in} told. */
    static SegmentId of(Path file) {
        String directory =
                Objects.requireNonNull(file.getParent()).getFileName().toString();
        String name = file.getFileName().toString();
        String text = directory.substring(SESSION_PREFIX.length()) + "-" + name.substring(FILE_PREFIX.length());
        return Objects.requireNonNull(parse(text), text);
    }

    /** The session's directory. */
    Path directoryIn(Path base) {
        return base.resolve(SESSION_PREFIX + session);
    }

    /** The file, given where sessions' directories are. */
    Path in(Path base) {
        return directoryIn(base).resolve(fileName());
    }

    private String fileName() {
        return FILE_PREFIX + pid + "-" + number;
    }

    @Override
    public String toString() {
        return session + "-" + pid + "-" + number;
    }
}
