package dev.runinprocess.internal.launch;

import dev.runinprocess.internal.protocol.Identity;
import dev.runinprocess.internal.session.SessionSettings;
import java.util.ArrayList;
import java.util.List;

/**
 * What keeps processes from starting each other without end: a child initialises the classes it uses, and if one of
 * their static initialisers launches a child, that child does the same.
 */
final class RecursionGuard {
    private static final StackWalker STACK = StackWalker.getInstance();

    private RecursionGuard() {}

    /**
     * Checks a launch by the calling thread.
     *
     * @return the classes whose static initialisers are running at this launch or one above it
     * @throws IllegalStateException if the launch repeats one above it, or is nested too deep
     */
    static List<String> check(Identity self, TaskSpec task) {
        List<String> running = runningInitialisers();
        for (String initialiser : running) {
            if (self.initialisers().contains(initialiser)) {
                throw new IllegalStateException(
                        "The static initialiser of " + initialiser + " launches " + task.displayName()
                                + ", and did so already in a process above this one: each child would start the next without end. "
                                + "Launch from main or from a method, not from a static initialiser.");
            }
        }
        if (self.depth() >= self.maxDepth()) {
            throw new IllegalStateException(
                    "Launching " + task.displayName() + " would nest processes deeper than allowed: depth="
                            + (self.depth() + 1) + ", maxDepth=" + self.maxDepth()
                            + ". If this is no runaway recursion, raise the limit with -D" + SessionSettings.MAX_DEPTH
                            + "=… or SessionOptions.maxDepth(…).");
        }
        List<String> all = new ArrayList<>(self.initialisers());
        all.addAll(running);
        return all;
    }

    private static List<String> runningInitialisers() {
        List<String> running = new ArrayList<>();
        STACK.forEach(frame -> {
            if (frame.getMethodName().equals("<clinit>") && !running.contains(frame.getClassName())) {
                running.add(frame.getClassName());
            }
        });
        return running;
    }
}
