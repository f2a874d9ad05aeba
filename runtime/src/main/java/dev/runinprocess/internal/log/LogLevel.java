package dev.runinprocess.internal.log;

/** The level of the library's logger, as text that a child can apply. */
public final class LogLevel {
    private static final boolean JUL =
            ModuleLayer.boot().findModule("java.logging").isPresent();

    private LogLevel() {}

    /** The level in force here, or empty if it is what a child has anyway, or the logging system is not the JDK's. */
    public static String captured() {
        return JUL ? JulLevel.captured() : "";
    }

    /** Applies what {@link #captured} returned in the parent. */
    public static void apply(String level) {
        if (!level.isEmpty() && JUL) {
            JulLevel.apply(level);
        }
    }
}
