package dev.runinprocess.internal.launch;

import java.util.List;

/**
 * The options that are about one JVM alone: where it listens, which files it writes, what it was told to run. A second JVM with the same would fail to
 * start, or write over the first one's files.
 */
final class PrivateOptions {
    private static final List<String> PREFIXES = List.of(
            "-agentlib:jdwp",
            "-Xrunjdwp",
            "-Xdebug",
            "-Dcom.sun.management.",
            "-Djdk.module.",
            "-XX:StartFlightRecording",
            "-XX:ErrorFile",
            "-XX:LogFile",
            "-Xloggc");

    private static final String LOG = "-Xlog:";
    private static final String STANDARD_STREAM = "std";

    private PrivateOptions() {}

    static boolean contain(String option) {
        return PREFIXES.stream().anyMatch(option::startsWith) || logsToFile(option);
    }

    /** As in {@code -Xlog:gc:file=gc.log:time}; what to log comes first, then where to, with or without the word "file". */
    private static boolean logsToFile(String option) {
        if (!option.startsWith(LOG)) {
            return false;
        }
        String[] parts = option.substring(LOG.length()).split(":", -1);
        return parts.length > 1 && !parts[1].isEmpty() && !parts[1].startsWith(STANDARD_STREAM);
    }
}
