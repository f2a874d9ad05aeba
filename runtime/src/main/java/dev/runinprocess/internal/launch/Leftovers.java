package dev.runinprocess.internal.launch;

import dev.runinprocess.internal.session.Descendants;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;

/** What ended children have left running, until it has ended, too. */
final class Leftovers {
    private static final Set<Descendants> ENDING = ConcurrentHashMap.newKeySet();

    private Leftovers() {}

    /** Asks processes to end, and ends them after the grace time. */
    static void end(Descendants left, Duration grace) {
        ENDING.add(left);
        left.terminate();
        Future<?> unused = Timer.after(grace, () -> {
            left.kill();
            ENDING.remove(left);
        });
    }

    /** Ends all whose grace time has not passed: at the end of this JVM, nobody could later. */
    static void killAll() {
        ENDING.forEach(Descendants::kill);
    }
}
