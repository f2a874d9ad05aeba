package dev.runinprocess.tests.deaths;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What the library's logger has said in this process, in place of writing it to standard error. */
final class Warnings extends Handler implements AutoCloseable {
    private static final Logger LOGGER = Logger.getLogger("dev.runinprocess");

    private final List<String> messages = new CopyOnWriteArrayList<>();

    private Warnings() {}

    /** Listens from now on. */
    static Warnings hear() {
        Warnings warnings = new Warnings();
        LOGGER.setUseParentHandlers(false);
        LOGGER.addHandler(warnings);
        return warnings;
    }

    /** Keeps standard error free of them, in a process of which nobody asks. */
    static void mute() {
        LOGGER.setUseParentHandlers(false);
    }

    List<String> messages() {
        return List.copyOf(messages);
    }

    @Override
    public void publish(LogRecord message) {
        messages.add(message.getMessage());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        LOGGER.removeHandler(this);
        LOGGER.setUseParentHandlers(true);
    }
}
