package dev.runinprocess.channel;

/**
 * Something that {@link Connections#waitAny} waits for: a connection until it has a message, a queue until it has an element, a child process until it has ended, and whatever else is {@link Announcing}.
 */
public sealed interface Waitable permits Connection, ElementQueue, Announcing {
    /**
     * Whether there is no need to wait for it: for a connection as {@link Connection#poll()}, for a queue that it has an element or is shut down, for a child process that it has ended. Takes nothing.
     */
    boolean isReady();
}
