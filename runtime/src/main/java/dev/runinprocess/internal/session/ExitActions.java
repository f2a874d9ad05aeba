package dev.runinprocess.internal.session;

import dev.runinprocess.internal.log.Log;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What this JVM does when it shuts down, in order: actions of priority zero and above by falling priority and, within one, the
 * latest first; then its children are ended; then the other actions, in the same order; then the session's files go. The JVM's own shutdown hooks
 * know no order, which is why this is one of them. Safe for use by many threads.
 */
public final class ExitActions {
    private static final TreeSet<Action> WAITING = new TreeSet<>(Comparator.comparingInt(Action::priority)
            .thenComparingLong(Action::number)
            .reversed());
    private static long numbers;
    private static boolean hooked;
    private static @Nullable Runnable childrenEnd;

    private ExitActions() {}

    /** One action; it runs at most once. */
    public static final class Action {
        private final int priority;
        private final long number;
        private final Runnable body;

        private Action(int priority, long number, Runnable body) {
            this.priority = priority;
            this.number = number;
            this.body = body;
        }

        private int priority() {
            return priority;
        }

        private long number() {
            return number;
        }

        /** Runs it now, unless it ran or was cancelled. */
        public void run() {
            if (cancel()) {
                body.run();
            }
        }

        /**
         * Takes it out.
         *
         * @return whether it was waiting
         */
        public boolean cancel() {
            synchronized (WAITING) {
                return WAITING.remove(this);
            }
        }
    }

    /**
     * Adds an action.
     *
     * @throws IllegalStateException if this JVM is shutting down and its actions are over
     */
    public static Action add(int priority, Runnable body) {
        synchronized (WAITING) {
            hook();
            Action action = new Action(priority, numbers++, body);
            WAITING.add(action);
            return action;
        }
    }

    /**
     * Says how this process ends its children.
     *
     * @throws IllegalStateException if this JVM is shutting down
     */
    public static void endChildrenBy(Runnable end) {
        synchronized (WAITING) {
            hook();
            childrenEnd = end;
        }
    }

    /**
     * Sees to it that the session's files go when this JVM shuts down.
     *
     * @throws IllegalStateException if this JVM is shutting down
     */
    static void removeSessionAtExit() {
        synchronized (WAITING) {
            hook();
        }
    }

    private static void hook() {
        if (!hooked) {
            Runtime.getRuntime().addShutdownHook(new Thread(ExitActions::shutDown, "runinprocess-shutdown"));
            hooked = true;
        }
    }

    private static void shutDown() {
        runWaiting(0);
        Runnable end;
        synchronized (WAITING) {
            end = childrenEnd;
        }
        if (end != null) {
            end.run();
        }
        runWaiting(Integer.MIN_VALUE);
        ProcessContext.current().closeSessions();
    }

    /** Runs what waits, by falling priority down to the given one; an action that fails keeps no other from running. */
    static void runWaiting(int lowestPriority) {
        for (Action action : waiting(lowestPriority)) {
            try {
                action.run();
            } catch (RuntimeException | Error e) {
                Log.warning("An exit action failed: priority=" + action.priority(), e);
            }
        }
    }

    private static List<Action> waiting(int lowestPriority) {
        List<Action> due = new ArrayList<>();
        synchronized (WAITING) {
            for (Action action : WAITING) {
                if (action.priority() >= lowestPriority) {
                    due.add(action);
                }
            }
        }
        return due;
    }
}
