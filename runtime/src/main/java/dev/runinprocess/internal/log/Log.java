package dev.runinprocess.internal.log;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** The library's logger, made at its first use: loading a logging system costs a fresh JVM 10 ms and more. */
public final class Log {
    /** The logger's name. */
    public static final String NAME = "dev.runinprocess";

    private Log() {}

    /** The logger itself. */
    public static Logger logger() {
        return System.getLogger(NAME);
    }

    /** Something that its reader may want to mend. */
    public static void warning(String message) {
        logger().log(Level.WARNING, message);
    }

    /** Something that its reader may want to mend, and what was thrown. */
    public static void warning(String message, Throwable thrown) {
        logger().log(Level.WARNING, message, thrown);
    }
}
