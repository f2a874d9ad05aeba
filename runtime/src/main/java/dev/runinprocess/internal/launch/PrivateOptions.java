package dev.runinprocess.internal.launch;

import java.util.Arrays;
import java.util.List;

/**
 * The options that are about one JVM alone: where it listens, which files it writes, what it was told to run. A second JVM with the same would fail to
 * start, or write over the first one's files.
 */
final class PrivateOptions {
    /**
     * The system property that names agents to be left to this JVM, by any part of their options, separated by commas: one that listens on a port of its
     * own looks like any other.
     */
    static final String AGENTS_PROPERTY = "runinprocess.privateAgents";

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
        return PREFIXES.stream().anyMatch(option::startsWith) || logsToFile(option) || isNamedAgent(option);
    }

    private static boolean isNamedAgent(String option) {
        return Repetitions.isAgent(option)
                && Arrays.stream(System.getProperty(AGENTS_PROPERTY, "").split(","))
                        .anyMatch(part -> !part.isBlank() && option.contains(part.strip()));
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
