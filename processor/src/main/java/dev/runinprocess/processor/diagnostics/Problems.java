package dev.runinprocess.processor.diagnostics;

import java.util.LinkedHashSet;
import java.util.Set;

/** What was found wrong while reading, in the order of reading, each once. */
public final class Problems {
    private final Set<Problem> found = new LinkedHashSet<>();
    private int errors;

    /** Notes a problem; the same one at the same place counts once. */
    public void add(Problem problem) {
        if (found.add(problem) && problem.message().isError()) {
            errors++;
        }
    }

    /** The number of errors so far; comparing two readings of it tells whether a step went well. */
    public int errors() {
        return errors;
    }

    Set<Problem> found() {
        return found;
    }
}
