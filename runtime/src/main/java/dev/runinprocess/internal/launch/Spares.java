package dev.runinprocess.internal.launch;

import dev.runinprocess.internal.log.Log;
import dev.runinprocess.internal.protocol.SpareLimits;
import dev.runinprocess.internal.session.ProcessContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The JVMs that this process has started ahead. The first launch of a kind finds none; when its task has had its way, or goes on for a while, some
 * are started one after the other, and kept until nobody has asked for that kind for long. Safe for use by many threads.
 */
public final class Spares {
    /** So that a task's end, and what its parent does next, have the processor to themselves. */
    private static final Duration AFTER_TASK = Duration.ofMillis(20);

    /** By then a task that is not over has had its start, and the next launch may come at any time. */
    private static final Duration DURING_TASK = Duration.ofMillis(250);

    private static final Duration AFTER_KILL = Duration.ofSeconds(2);

    /** After a start that failed; twice as long after each further one. */
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final int FAILURES_BEFORE_WARNING = 3;

    /** A machine that is so busy that two in a row do not answer is no faster with a third, and each has cost a launch a tenth of a second. */
    private static final int UNANSWERED_BEFORE_PAUSE = 2;

    private static final Duration PAUSE_WHILE_BUSY = Duration.ofSeconds(10);
    private static final long THREAD_SECONDS = 10;

    private static final Map<SpareKind, Shelf> SHELVES = new HashMap<>();
    private static final Set<SpareJvm> ALL = ConcurrentHashMap.newKeySet();
    private static final ThreadPoolExecutor STARTER = starter();

    private Spares() {}

    private static ThreadPoolExecutor starter() {
        ThreadPoolExecutor executor =
                new ThreadPoolExecutor(1, 1, THREAD_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, "runinprocess-spares");
                    thread.setDaemon(true);
                    return thread;
                });
        executor.allowCoreThreadTimeOut(true);
        return executor;
    }

    /** The spares of one kind. */
    private static final class Shelf {
        private LaunchSpec pattern;
        private final List<SpareJvm> ready = new ArrayList<>();
        private int coming;
        private int failures;
        private boolean hasWarned;
        private int unanswered;
        private long lastUse = System.nanoTime();
        private long startNotBefore = lastUse;
        private long takeNotBefore = lastUse;

        Shelf(LaunchSpec pattern) {
            this.pattern = pattern;
        }

        private static boolean isPast(long time) {
            return System.nanoTime() - time >= 0;
        }

        private boolean lacksAny(SpareLimits limits) {
            return isPast(startNotBefore) && ready.size() + coming < limits.perKind();
        }
    }

    /** How many are ready. */
    public static synchronized int ready() {
        return SHELVES.values().stream().mapToInt(shelf -> shelf.ready.size()).sum();
    }

    /** Takes one for a launch; null if none is ready. */
    static synchronized @Nullable SpareJvm take(SpareKind kind) {
        Shelf shelf = SHELVES.get(kind);
        if (shelf == null) {
            return null;
        }
        shelf.lastUse = System.nanoTime();
        while (Shelf.isPast(shelf.takeNotBefore) && !shelf.ready.isEmpty()) {
            SpareJvm oldest = shelf.ready.remove(0);
            if (oldest.take()) {
                return oldest;
            }
        }
        return null;
    }

    /** Notes whether one that was taken has answered in time. */
    static synchronized void answered(SpareKind kind, boolean inTime) {
        Shelf shelf = SHELVES.get(kind);
        if (shelf == null) {
            return;
        }
        shelf.unanswered = inTime ? 0 : shelf.unanswered + 1;
        if (shelf.unanswered == UNANSWERED_BEFORE_PAUSE) {
            shelf.unanswered = 0;
            shelf.takeNotBefore = System.nanoTime() + PAUSE_WHILE_BUSY.toNanos();
        }
    }

    /** Notes that a child of a kind has its task. */
    static void taskBegan(SpareKind kind, LaunchSpec spec) {
        refillAfter(DURING_TASK, kind, spec);
    }

    /** Notes that a child's task is over. */
    static void taskEnded(SpareKind kind, LaunchSpec spec) {
        refillAfter(AFTER_TASK, kind, spec);
    }

    private static void refillAfter(Duration delay, SpareKind kind, LaunchSpec spec) {
        Future<?> unused = Timer.after(delay, () -> {
            ensureShelf(kind, spec);
            if (lacksAny(kind)) {
                STARTER.execute(() -> refill(kind));
            }
        });
    }

    private static synchronized void ensureShelf(SpareKind kind, LaunchSpec spec) {
        Shelf shelf = SHELVES.get(kind);
        if (shelf == null) {
            SHELVES.put(kind, new Shelf(spec));
            retireLater(kind);
        } else {
            shelf.pattern = spec;
        }
    }

    private static synchronized boolean lacksAny(SpareKind kind) {
        Shelf shelf = SHELVES.get(kind);
        return shelf != null && shelf.lacksAny(limits());
    }

    private static SpareLimits limits() {
        return ProcessContext.current().startRules().spares();
    }

    /** Starts what is lacking; after one that fails, none for a while. */
    private static void refill(SpareKind kind) {
        for (Shelf shelf = reserve(kind); shelf != null; shelf = reserve(kind)) {
            SpareJvm spare = null;
            try {
                LaunchSpec pattern = patternOf(shelf);
                spare = SpareJvm.start(kind, pattern, pattern.standby().orElseThrow());
            } catch (PreloadFailedException e) {
                preloadFailed(shelf, e);
            } catch (RuntimeException | Error e) {
                failed(shelf, e);
            } finally {
                settle(kind, shelf, spare);
            }
        }
    }

    private static synchronized LaunchSpec patternOf(Shelf shelf) {
        return shelf.pattern;
    }

    /** The shelf of a kind that lacks a spare, which is counted already; null if it lacks none, or there is no room for more. */
    private static @Nullable Shelf reserve(SpareKind kind) {
        SpareJvm displaced = null;
        Shelf shelf;
        synchronized (Spares.class) {
            shelf = SHELVES.get(kind);
            SpareLimits limits = limits();
            if (shelf == null || !shelf.lacksAny(limits)) {
                return null;
            }
            if (count() >= limits.total()) {
                displaced = leastWanted(shelf);
                if (displaced == null) {
                    return null;
                }
            }
            shelf.coming++;
        }
        if (displaced != null) {
            displaced.end();
        }
        return shelf;
    }

    private static int count() {
        return SHELVES.values().stream()
                .mapToInt(shelf -> shelf.ready.size() + shelf.coming)
                .sum();
    }

    /** A spare of the kind that was asked for longest ago, if that is longer ago than for this kind. */
    private static @Nullable SpareJvm leastWanted(Shelf wanted) {
        return SHELVES.values().stream()
                .filter(shelf -> !shelf.ready.isEmpty() && shelf.lastUse - wanted.lastUse < 0)
                .min(Comparator.comparingLong(shelf -> shelf.lastUse - wanted.lastUse))
                .map(shelf -> shelf.ready.remove(0))
                .orElse(null);
    }

    private static void failed(Shelf shelf, Throwable reason) {
        boolean warns;
        synchronized (Spares.class) {
            long pause = FIRST_PAUSE.toNanos() << shelf.failures;
            shelf.startNotBefore = System.nanoTime() + Math.min(pause, LONGEST_PAUSE.toNanos());
            // No more than the longest pause needs.
            shelf.failures = Math.min(shelf.failures + 1, Byte.SIZE);
            warns = shelf.failures >= FAILURES_BEFORE_WARNING && !shelf.hasWarned && !LiveChildren.isShuttingDown();
            shelf.hasWarned |= warns;
        }
        if (warns) {
            Log.warning(
                    "JVMs that are started ahead do not come up, so launches with such options do without them. It is tried again now and then.",
                    reason);
        }
    }

    private static void preloadFailed(Shelf shelf, PreloadFailedException reason) {
        boolean warns;
        synchronized (Spares.class) {
            shelf.startNotBefore = System.nanoTime() + LONGEST_PAUSE.toNanos();
            warns = !shelf.hasWarned;
            shelf.hasWarned = true;
        }
        if (warns) {
            Log.warning(reason.getMessage()
                    + " Launches go without JVMs that are started ahead; after a minute it is tried again.");
        }
    }

    private static void settle(SpareKind kind, Shelf shelf, @Nullable SpareJvm spare) {
        boolean unwanted;
        synchronized (Spares.class) {
            shelf.coming--;
            unwanted = SHELVES.get(kind) != shelf;
            if (spare != null && !unwanted) {
                shelf.failures = 0;
                shelf.hasWarned = false;
                // It may have died since, and been looked for here.
                if (spare.isReady()) {
                    shelf.ready.add(spare);
                }
            }
        }
        if (spare != null && unwanted) {
            spare.end();
        }
    }

    private static void retireLater(SpareKind kind) {
        Duration idle = Duration.ofSeconds(limits().idleSeconds());
        Future<?> unused = Timer.after(idle, () -> retireIfIdle(kind, idle));
    }

    private static void retireIfIdle(SpareKind kind, Duration idle) {
        List<SpareJvm> retired;
        synchronized (Spares.class) {
            Shelf shelf = Objects.requireNonNull(SHELVES.get(kind), "a shelf goes by this method alone");
            if (System.nanoTime() - shelf.lastUse < idle.toNanos()) {
                retireLater(kind);
                return;
            }
            SHELVES.remove(kind);
            retired = List.copyOf(shelf.ready);
        }
        retired.forEach(SpareJvm::end);
    }

    /** Notes one that was started. */
    static void add(SpareJvm spare) {
        ALL.add(spare);
    }

    /** Notes that one has a task, or has ended. */
    static void remove(SpareJvm spare) {
        ALL.remove(spare);
        synchronized (Spares.class) {
            Shelf shelf = SHELVES.get(spare.kind());
            if (shelf != null) {
                shelf.ready.remove(spare);
            }
        }
    }

    /** Ends them all, as this process ends. Launches are over. */
    static void endAll() {
        List<Process> processes = new ArrayList<>();
        for (SpareJvm spare : ALL) {
            Process process = spare.kill();
            if (process != null) {
                processes.add(process);
            }
        }
        long deadline = System.nanoTime() + AFTER_KILL.toNanos();
        for (Process process : processes) {
            try {
                process.waitFor(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                // A shutdown goes on to its end.
            }
        }
    }
}
