package dev.runinprocess;

import java.time.Duration;
import java.util.Optional;

/** The part of {@link ProcessOptions} about a child's name and how long it lives. */
record LifeRules(
        Optional<String> name,
        Daemon daemon,
        Optional<Duration> timeout,
        Duration startTimeout,
        Duration grace,
        ParentDeath parentDeath,
        boolean ignoresTerminalSignals) {
    /** A JVM starts in 50 ms, and in tens of seconds where a hundred start at once on a busy machine. */
    private static final Duration DEFAULT_START_TIMEOUT = Duration.ofMinutes(2);

    private static final Duration DEFAULT_GRACE = Duration.ofSeconds(5);

    static final LifeRules DEFAULT = new LifeRules(
            Optional.empty(),
            Daemon.INHERIT,
            Optional.empty(),
            DEFAULT_START_TIMEOUT,
            DEFAULT_GRACE,
            ParentDeath.END,
            true);
}
