package dev.runinprocess.internal.os;

/**
 * The signals that a terminal sends to all its processes at once. A child ignores them: its parent gets them, too, and decides.
 */
public final class TerminalSignals implements sun.misc.SignalHandler {
    /*
     * A handler that does nothing, not SIG_IGN: what is ignored stays ignored in every program that this process starts, for ever, while a
     * handler is forgotten there.
     */
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
            sun.misc.Signal.handle(new sun.misc.Signal(name), new TerminalSignals());
        } catch (IllegalArgumentException e) {
            // With -Xrs, or on a system without this signal, the JVM does not handle it, so there is nothing to ignore.
        }
    }

    @Override
    public void handle(sun.misc.Signal signal) {
        // The parent decides.
    }
}
