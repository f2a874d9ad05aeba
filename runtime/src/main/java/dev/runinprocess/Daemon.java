package dev.runinprocess;

/** Whether a child is a daemon: one that nobody waits for and that is terminated when its parent ends. */
public enum Daemon {
    /** As the process that starts the child; a program's first process is not a daemon. */
    INHERIT,

    /** The parent's end terminates the child. */
    YES,

    /** The parent's {@code main} may return, but its JVM stays until the child has ended. */
    NO
}
