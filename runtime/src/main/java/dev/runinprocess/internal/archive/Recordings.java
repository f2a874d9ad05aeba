package dev.runinprocess.internal.archive;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which main classes have children that tell what they load: one at a time for each, and not for ever. For one thread. */
final class Recordings {
    /** A child may be killed; but one whose main class gets into no list is not to try for ever. */
    private static final int MAX = 3;

    private final Set<String> running = new HashSet<>();
    private final Map<String, Integer> begun = new HashMap<>();

    /** Begins one, if there may be another. */
    boolean begin(String mainClass) {
        int before = begun.getOrDefault(mainClass, 0);
        if (before >= MAX || !running.add(mainClass)) {
            return false;
        }
        begun.put(mainClass, before + 1);
        return true;
    }

    void end(String mainClass) {
        running.remove(mainClass);
    }

    /** Ends one whose list nobody had time for, which is not its fault. */
    void endInVain(String mainClass) {
        end(mainClass);
        begun.merge(mainClass, -1, Integer::sum);
    }
}
