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
    private static final Duration FOR_LAUNCHES = Duration.ofSeconds(2);
    private static final Duration FOR_HANDOVERS = Duration.ofSeconds(10);
    private static boolean hooked;
    private static boolean shuttingDown;
    private static int launches;

    private LiveChildren() {}

    /**
     * Prepares for a launch, which {@link #endLaunch} ends.
     *
     * @throws LaunchException if this JVM is shutting down, so that nobody would end the child
     */
    static synchronized void beginLaunch() {
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
        launches++;
    }

    static synchronized boolean isShuttingDown() {
        return shuttingDown;
    }

    /** The launch has added its child, or failed. */
    static synchronized void endLaunch() {
        launches--;
        LiveChildren.class.notifyAll();
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
        awaitLaunches();
        List<ProcessChild<?>> staying = new ArrayList<>(CHILDREN);
        staying.removeIf(child -> !child.outlivesParent());
        List<ProcessChild<?>> going = new ArrayList<>(CHILDREN);
        going.removeIf(ProcessChild::outlivesParent);
        Spares.endAll();
        endAll(going);
        awaitHandovers(staying);
        Leftovers.killAll();
    }

    /** A launch between its first file and its last entry here would leave them behind. */
    private static synchronized void awaitLaunches() {
        shuttingDown = true;
        long deadline = deadline(FOR_LAUNCHES);
        while (launches > 0 && left(deadline) > 0) {
            try {
                TimeUnit.NANOSECONDS.timedWait(LiveChildren.class, left(deadline));
            } catch (InterruptedException e) {
                // A shutdown goes on to its end.
            }
        }
    }

    private static void endAll(List<ProcessChild<?>> children) {
        if (children.isEmpty()) {
            return;
        }
        Descendants below = new Descendants();
        below.note(handles(children));
        children.forEach(child -> child.process().toHandle().destroy());
        long deadline = deadline(longestGrace(children));
        awaitEnd(children, deadline);
        below.note(handles(children));
        children.forEach(child -> child.process().toHandle().destroyForcibly());
        below.terminate();
        below.awaitEnd(left(deadline));
        below.kill();
        awaitEnd(children, deadline(AFTER_KILL));
    }

    /** A child that may outlive this process is of no use before it has its task. */
    private static void awaitHandovers(List<ProcessChild<?>> children) {
        long deadline = deadline(FOR_HANDOVERS);
        for (ProcessChild<?> child : children) {
            child.awaitHandover(left(deadline));
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

    private static void awaitEnd(List<ProcessChild<?>> children, long deadline) {
        for (ProcessChild<?> child : children) {
            try {
                child.process().waitFor(left(deadline), TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                // A shutdown goes on to its end.
            }
        }
    }

    private static long deadline(Duration limit) {
        return System.nanoTime() + limit.toNanos();
    }

    private static long left(long deadline) {
        return Math.max(0, deadline - System.nanoTime());
    }
}
