package dev.runinprocess.internal.session;

import dev.runinprocess.internal.os.Children;
import dev.runinprocess.internal.os.Liveness;
import dev.runinprocess.internal.protocol.ChildFlags;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * The processes below some others, noted while those live: once a process is dead its children have another parent, and nobody can tell whose
 * they were. Those that may outlive their parent are left out, with all below them.
 */
public final class Descendants {
    private static final long PAUSE_MILLIS = 5;

    private final Set<ProcessHandle> noted = new LinkedHashSet<>();

    /** Adds what is below the given processes and below those noted before. */
    public synchronized void note(Collection<ProcessHandle> roots) {
        if (!noted.isEmpty() || !haveNoChildren(roots)) {
            lookAtAll(roots);
        }
    }

    /** Adds what a process that was killed a moment ago has started since it was noted. */
    public synchronized void noteDying(ProcessHandle root) {
        if (!noted.isEmpty() || !Children.areNoneSeenOf(root.pid())) {
            lookAtAll(List.of(root));
        }
    }

    private void lookAtAll(Collection<ProcessHandle> roots) {
        Map<Long, List<ProcessHandle>> byParent = ProcessHandle.allProcesses()
                .filter(process -> process.parent().isPresent())
                .collect(Collectors.groupingBy(
                        process -> process.parent().map(ProcessHandle::pid).orElse(0L)));
        Deque<ProcessHandle> open = new ArrayDeque<>(roots);
        open.addAll(noted);
        Map<Long, Boolean> seen = new HashMap<>();
        while (!open.isEmpty()) {
            long pid = open.remove().pid();
            if (seen.put(pid, true) == null) {
                for (ProcessHandle child : byParent.getOrDefault(pid, List.of())) {
                    if (!mayOutlive(child)) {
                        noted.add(child);
                        open.add(child);
                    }
                }
            }
        }
    }

    /** Most have none, and to see that is ten times as fast as to look at all processes. */
    private static boolean haveNoChildren(Collection<ProcessHandle> roots) {
        for (ProcessHandle root : roots) {
            if (!Children.areNoneOf(root.pid())) {
                return false;
            }
        }
        return true;
    }

    private static boolean mayOutlive(ProcessHandle process) {
        return process.info()
                .arguments()
                .map(arguments -> Arrays.asList(arguments).contains(ChildFlags.OUTLIVES_PARENT))
                .orElse(false);
    }

    /** Asks those that are left to end. */
    public synchronized void terminate() {
        noted.forEach(ProcessHandle::destroy);
    }

    /** Ends those that are left. A handle knows its process's start time, so a reused process id is safe. */
    public synchronized void kill() {
        noted.forEach(ProcessHandle::destroyForcibly);
    }

    /** Whether any of them lives. One that has ended and is waited for by nobody does not. */
    public synchronized boolean anyAlive() {
        return noted.stream().anyMatch(process -> process.isAlive() && Liveness.isRunning(process.pid()));
    }

    /** Waits until none of them lives, or the time is over. Nobody is told of the end of a process that is not its own child, so this looks again and again. */
    public void awaitEnd(long limitNanos) {
        long start = System.nanoTime();
        while (anyAlive() && System.nanoTime() - start < limitNanos) {
            try {
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
