package dev.runinprocess;

/**
 * How the JVM of a child comes about. Python: {@code set_start_method}. Whatever it is, a task has a JVM of its own, which runs no other, and what holds for children holds for it.
 */
public enum StartMethod {
    /** A JVM is started for the task. */
    SPAWN,

    /**
     * A JVM that was started ahead takes the task: that takes a few milliseconds, where a JVM's start takes some fifty. None is started before the first launch with the same options, which spawns; from then on some are kept ready, and
     * started again after launches. A launch that finds none, or one that is dead, stopped or does not answer, spawns. It waits for an answer no longer than a tenth of a
     * second, as may happen on a machine that is very busy; after two that did not come in time, launches of that kind spawn for some seconds without asking.
     *
     * <p>Of one kind are launches with the same environment, working directory, system properties, JVM options and class path. Launches that need a JVM of their own
     * spawn: those whose output goes to a file, that wait for a debugger, that may outlive this process, or whose JVM options name a port or a file to write;
     * and those whose task is of another class loader than this library's. How many there are, and for how long, say
     * {@link SessionOptions}. They end with this process, however it ends, and {@link Processes#activeChildren} knows nothing of them.
     *
     * <p>In a listing of processes such a child has the main class {@code dev.runinprocess.link.StandbyMain}.
     */
    STANDBY
}
