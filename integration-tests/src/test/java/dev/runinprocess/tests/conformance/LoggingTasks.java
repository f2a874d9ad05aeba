package dev.runinprocess.tests.conformance;

import dev.runinprocess.RunInProcess;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What a child sees of the library's logger. */
final class LoggingTasks {
    private LoggingTasks() {}

    @RunInProcess
    static int effectiveLevel() {
        Logger logger = Logger.getLogger("dev.runinprocess");
        Level level = logger.getLevel();
        while (level == null) {
            logger = logger.getParent();
            level = logger.getLevel();
        }
        return level.intValue();
    }
}
