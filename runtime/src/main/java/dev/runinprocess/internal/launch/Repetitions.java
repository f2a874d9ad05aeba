package dev.runinprocess.internal.launch;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Options given more than once: by the command line and by a launch, or by each of several nested launches, whose command lines would grow otherwise.
 */
final class Repetitions {
    private static final String PROPERTY = "-D";
    private static final List<String> AGENTS = List.of("-javaagent:", "-agentpath:", "-agentlib:");

    private Repetitions() {}

    static boolean isAgent(String option) {
        return AGENTS.stream().anyMatch(option::startsWith);
    }

    /** One of each: of agents the first, since their order counts; of all else the last, since that is what the JVM follows. */
    static List<String> removed(List<String> options) {
        Set<String> later = new HashSet<>();
        List<String> backwards = new ArrayList<>();
        for (int i = options.size() - 1; i >= 0; i--) {
            String option = options.get(i);
            boolean repeated = isAgent(option)
                    ? options.indexOf(option) < i
                    : !later.add(option.startsWith(PROPERTY) ? propertyName(option) : option);
            if (!repeated) {
                backwards.add(option);
            }
        }
        Collections.reverse(backwards);
        return backwards;
    }

    private static String propertyName(String option) {
        int end = option.indexOf('=');
        return end < 0 ? option : option.substring(0, end);
    }
}
