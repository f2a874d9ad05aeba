package dev.runinprocess.internal.child;

import dev.runinprocess.internal.protocol.ChildFlags;

/**
 * What stands on a child's command line behind its main class: paths and marks, no secrets.
 *
 * @param inputPath the fifo it reads
 * @param outputPath the fifo it writes
 * @param sessionDirectory the session that its parent's children join
 * @param ignoresTerminalSignals whether SIGINT and SIGHUP leave it alone
 * @param sendsExitFrame whether its last act is to send its exit code
 */
record ChildArguments(
        String inputPath,
        String outputPath,
        String sessionDirectory,
        boolean ignoresTerminalSignals,
        boolean sendsExitFrame) {
    private static final int PATHS = 3;

    static ChildArguments parse(String[] commandLine) {
        if (commandLine.length < PATHS) {
            throw new IllegalArgumentException(
                    "This main class is an entry point that only its launcher starts. Call the launcher's start method instead.");
        }
        boolean ignores = true;
        boolean sendsExitFrame = false;
        for (int i = PATHS; i < commandLine.length; i++) {
            if (commandLine[i].equals(ChildFlags.TERMINAL_SIGNALS)) {
                ignores = false;
            } else if (commandLine[i].equals(ChildFlags.EXIT_FRAME)) {
                sendsExitFrame = true;
            }
        }
        return new ChildArguments(commandLine[0], commandLine[1], commandLine[2], ignores, sendsExitFrame);
    }
}
