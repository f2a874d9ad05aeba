package dev.runinprocess.internal.protocol;

/** Marks on a child's command line, behind the paths of its link. */
public final class ChildFlags {
    /** The child reacts to the terminal's SIGINT and SIGHUP as any JVM does. */
    public static final String TERMINAL_SIGNALS = "terminal-signals";

    /** The child goes on when its parent dies; it is on the command line for those who end trees of processes. */
    public static final String OUTLIVES_PARENT = "outlives-parent";

    /** The child may reach the JVM's {@linkplain ExitFrame last place for shutdown hooks}. */
    public static final String EXIT_FRAME = "exit-frame";

    private ChildFlags() {}
}
