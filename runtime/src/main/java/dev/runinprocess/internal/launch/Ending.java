package dev.runinprocess.internal.launch;

import dev.runinprocess.internal.session.Descendants;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * The ways to end one child with all that it started. Library children of the child would go by themselves; other programs that it started
 * are found by their parent, as long as the child lives.
 */
final class Ending {
    private final Process process;
    private final Duration grace;
    private final Descendants descendants = new Descendants();

    Ending(Process process, Duration grace) {
        this.process = process;
        this.grace = grace;
    }

    /*
     * Signals go by the handle: Process.destroy() closes this process's ends of the child's streams, too, and with them
     * go the child's last words.
     */

    /** Asks the child to end; what it leaves behind is asked after its end, and ended after the grace time. */
    void terminate() {
        note();
        process.toHandle().destroy();
        note();
        Future<?> unused = process.onExit().thenRun(this::endLeftovers);
    }

    /** As {@link #terminate}, and ends the child after the grace time. */
    void terminateThenKill() {
        terminate();
        Future<?> unused = Timer.after(grace, () -> {
            if (process.isAlive()) {
                kill();
            }
        });
    }

    /** Ends the child and all below it. */
    void kill() {
        note();
        process.toHandle().destroyForcibly();
        if (process.isAlive()) {
            descendants.noteDying(process.toHandle());
        }
        descendants.kill();
    }

    /** Waits for a process that was killed. An interrupt does not shorten that, and is kept. */
    static boolean awaitDeath(Process process, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return process.waitFor(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void note() {
        if (process.isAlive()) {
            descendants.note(List.of(process.toHandle()));
        }
    }

    private void endLeftovers() {
        descendants.note(List.of());
        if (descendants.anyAlive()) {
            Leftovers.end(descendants, grace);
        }
    }
}
