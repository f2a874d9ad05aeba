package dev.runinprocess.internal.log;

import java.util.logging.Level;
import java.util.logging.Logger;

/** The part that needs the module {@code java.logging}, which a runtime image may lack. */
final class JulLevel {
    /** Keeps the logger, and so its level, from being collected. */
    private static final Logger LOGGER = Logger.getLogger(Log.NAME);

    private JulLevel() {}

    static String captured() {
        for (Logger logger = LOGGER; logger != null; logger = logger.getParent()) {
            Level level = logger.getLevel();
            if (level != null) {
                return level.equals(Level.INFO) ? "" : Integer.toString(level.intValue());
            }
        }
        return "";
    }

    static void apply(String level) {
        LOGGER.setLevel(Level.parse(level));
    }
}
