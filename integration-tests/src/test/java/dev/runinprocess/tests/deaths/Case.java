package dev.runinprocess.tests.deaths;

import dev.runinprocess.Call;
import java.nio.file.Path;

/**
 * A process killed at a failpoint, and what the others see.
 *
 * @param failpoint where
 * @param arrival at the how many-th arrival there
 * @param situation what it was doing, for the reader
 * @param script what happens
 */
record Case(String failpoint, int arrival, String situation, Script script) {
    /** What happens in a case, and what must be so afterwards. */
    interface Script {
        void play(Case self, Path directory) throws Exception;
    }

    Victim victim(Call<?> task, Path directory) {
        return Victim.start(task, failpoint, arrival, directory);
    }

    @Override
    public String toString() {
        return failpoint + " " + arrival + ", " + situation;
    }
}
