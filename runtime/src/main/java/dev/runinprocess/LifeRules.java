package dev.runinprocess;

import java.time.Duration;
import java.util.Optional;

/** The part of {@link ProcessOptions} about a child's name and how long it lives. */
record LifeRules(
        Optional<String> name,
        Daemon daemon,
        Optional<Duration> timeout,
        Duration grace,
        ParentDeath parentDeath,
        boolean ignoresTerminalSignals) {
    private static final Duration DEFAULT_GRACE = Duration.ofSeconds(5);

    static final LifeRules DEFAULT =
            new LifeRules(Optional.empty(), Daemon.INHERIT, Optional.empty(), DEFAULT_GRACE, ParentDeath.END, true);
}
