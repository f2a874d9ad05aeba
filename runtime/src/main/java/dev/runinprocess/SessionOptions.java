package dev.runinprocess;

import dev.runinprocess.internal.protocol.SpareLimits;
import dev.runinprocess.internal.protocol.StartRules;
import dev.runinprocess.internal.session.SessionSettings;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What is settled once for a program and all processes below it, before its first launch, lock or shared memory: see {@link Processes#configure}. Immutable. Each option
 * has a system property, too, which these override.
 */
public final class SessionOptions {
    private final SessionSettings settings;

    private SessionOptions(SessionSettings settings) {
        this.settings = settings;
    }

    /** What the system properties say, and where they say nothing the defaults. */
    public static SessionOptions defaults() {
        return new SessionOptions(SessionSettings.fromProperties());
    }

    /**
     * Returns options that make the session directory in this one: control links, the files of a launch, crash logs. The default is the
     * system property {@code runinprocess.temporaryDirectory}, or else {@code java.io.tmpdir}.
     */
    public SessionOptions temporaryDirectory(Path directory) {
        return new SessionOptions(new SessionSettings(
                directory.toAbsolutePath(),
                settings.sharedBase(),
                settings.maxDepth(),
                settings.maxProcesses(),
                settings.startRules()));
    }

    /**
     * Returns options that make the directory for shared memory in this one. The default is the system property
     * {@code runinprocess.sharedDirectory}, or else {@code /dev/shm}; where that does not exist, the session directory serves.
     */
    public SessionOptions sharedDirectory(Path directory) {
        return new SessionOptions(new SessionSettings(
                settings.temporaryBase(),
                directory.toAbsolutePath(),
                settings.maxDepth(),
                settings.maxProcesses(),
                settings.startRules()));
    }

    /** Returns options that allow this many processes below each other. The default is the system property {@code runinprocess.maxDepth}, or else 16. */
    public SessionOptions maxDepth(int depth) {
        return new SessionOptions(new SessionSettings(
                settings.temporaryBase(),
                settings.sharedBase(),
                depth,
                settings.maxProcesses(),
                settings.startRules()));
    }

    /**
     * Returns options that allow this many processes of the session to use shared memory, locks and the like at a time, from 1 to 4096; those that have ended do
     * not count. More cost a few bytes in each lock. The default is the system property {@code runinprocess.maxProcesses}, or else 256.
     */
    public SessionOptions maxProcesses(int processes) {
        return new SessionOptions(new SessionSettings(
                settings.temporaryBase(),
                settings.sharedBase(),
                settings.maxDepth(),
                processes,
                settings.startRules()));
    }

    /**
     * Returns options that let each process keep this many JVMs started ahead for launches of one kind, see {@link StartMethod#STANDBY}; 0 for none. Each takes some 40 MB. The default is the
     * system property {@code runinprocess.spares}, or else 2.
     */
    public SessionOptions spares(int perKind) {
        SpareLimits limits = settings.startRules().spares();
        return with(new SpareLimits(perKind, limits.total(), limits.idleSeconds()));
    }

    /**
     * Returns options that let each process keep this many JVMs started ahead for launches of all kinds; those of the kind that was launched longest ago make room. The default is the
     * system property {@code runinprocess.maxSpares}, or else 8.
     */
    public SessionOptions maxSpares(int total) {
        SpareLimits limits = settings.startRules().spares();
        return with(new SpareLimits(limits.perKind(), total, limits.idleSeconds()));
    }

    /**
     * Returns options that end JVMs that were started ahead when there was no launch of their kind for this long, a second at least. The default is the system
     * property {@code runinprocess.spareIdleSeconds}, or else 60 seconds.
     */
    public SessionOptions spareIdleTime(Duration time) {
        SpareLimits limits = settings.startRules().spares();
        int seconds = (int) Math.min(Integer.MAX_VALUE, time.toSeconds());
        return with(new SpareLimits(limits.perKind(), limits.total(), seconds));
    }

    private SessionOptions with(SpareLimits limits) {
        StartRules rules = settings.startRules();
        return new SessionOptions(new SessionSettings(
                settings.temporaryBase(),
                settings.sharedBase(),
                settings.maxDepth(),
                settings.maxProcesses(),
                new StartRules(rules.standby(), limits, rules.preload())));
    }

    SessionSettings settings() {
        return settings;
    }
}
