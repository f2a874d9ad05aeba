package dev.runinprocess.internal.os;

/**
 * The signals that a terminal sends to all its processes at once. A child ignores them: its parent gets them, too, and decides.
 */
public final class TerminalSignals {
    private TerminalSignals() {}

    /** Ignores them from here on. */
    public static void ignore() {
        ignore("INT");
        ignore("HUP");
    }

    private static void ignore(String name) {
        /*
         * The JDK has no other way to ignore a signal; the module jdk.unsupported is there for such uses. Imports of its
         * types would draw warnings from javadoc that nothing can suppress.
         */
        try {
            sun.misc.Signal.handle(new sun.misc.Signal(name), sun.misc.SignalHandler.SIG_IGN);
        } catch (IllegalArgumentException e) {
            // With -Xrs, or on a system without this signal, the JVM does not handle it, so there is nothing to ignore.
        }
    }
}
