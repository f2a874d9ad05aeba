package dev.runinprocess.internal.launch;

import dev.runinprocess.failure.LaunchException;
import dev.runinprocess.internal.session.Descendants;
import dev.runinprocess.internal.session.ExitActions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * The children of this process that are alive, and what becomes of them when this JVM shuts down: they are asked to end, given their grace time, and
 * ended. A JVM whose {@code main} has returned shuts down only when its non-daemon children have ended, since each has a non-daemon thread here.
 */
final class LiveChildren {
    private static final Set<ProcessChild<?>> CHILDREN = ConcurrentHashMap.newKeySet();
    private static final Duration AFTER_KILL = Duration.ofSeconds(2);
    private static boolean hooked;
    private static boolean shuttingDown;

    private LiveChildren() {}

    /**
     * Prepares for a launch.
     *
     * @throws LaunchException if this JVM is shutting down, so that nobody would end the child
     */
    static synchronized void expect() {
        if (!hooked) {
            try {
                ExitActions.endChildrenBy(LiveChildren::endAll);
                hooked = true;
            } catch (IllegalStateException e) {
                shuttingDown = true;
            }
        }
        if (shuttingDown) {
            throw new LaunchException("This JVM is shutting down, so it starts no more child processes.");
        }
    }

    /** Adds a child that was just started; during a shutdown it is ended at once. */
    static void add(ProcessChild<?> child) {
        boolean late;
        synchronized (LiveChildren.class) {
            CHILDREN.add(child);
            late = shuttingDown;
        }
        if (late) {
            child.kill();
        }
    }

    static void remove(ProcessChild<?> child) {
        CHILDREN.remove(child);
    }

    private static void endAll() {
        synchronized (LiveChildren.class) {
            shuttingDown = true;
        }
        List<ProcessChild<?>> children = new ArrayList<>(CHILDREN);
        children.removeIf(ProcessChild::outlivesParent);
        Descendants below = new Descendants();
        if (!children.isEmpty()) {
            below.note(handles(children));
            children.forEach(child -> child.process().destroy());
            awaitEnd(children, longestGrace(children));
            below.note(handles(children));
            children.forEach(child -> child.process().destroyForcibly());
            below.kill();
            awaitEnd(children, AFTER_KILL);
        }
    }

    private static Collection<ProcessHandle> handles(List<ProcessChild<?>> children) {
        List<ProcessHandle> handles = new ArrayList<>();
        for (ProcessChild<?> child : children) {
            handles.add(child.process().toHandle());
        }
        return handles;
    }

    private static Duration longestGrace(List<ProcessChild<?>> children) {
        Duration longest = Duration.ZERO;
        for (ProcessChild<?> child : children) {
            longest = child.grace().compareTo(longest) > 0 ? child.grace() : longest;
        }
        return longest;
    }

    private static void awaitEnd(List<ProcessChild<?>> children, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        for (ProcessChild<?> child : children) {
            try {
                child.process().waitFor(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                // A shutdown goes on to its end.
                Thread.interrupted();
            }
        }
    }
}
