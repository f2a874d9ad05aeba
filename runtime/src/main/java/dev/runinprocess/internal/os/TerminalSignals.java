package dev.runinprocess.internal.os;

import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * The signals that a terminal sends to all its processes at once. A child ignores them: its parent gets them, too, and decides.
 */
public final class TerminalSignals {
    private TerminalSignals() {}

    /* The JDK has no other way to ignore a signal; the module jdk.unsupported is there for such uses. */
    /** Ignores them from here on. */
    public static void ignore() {
        ignore("INT");
        ignore("HUP");
    }

    private static void ignore(String name) {
        try {
            Signal.handle(new Signal(name), SignalHandler.SIG_IGN);
        } catch (IllegalArgumentException e) {
            // With -Xrs, or on a system without this signal, the JVM does not handle it, so there is nothing to ignore.
        }
    }
}
