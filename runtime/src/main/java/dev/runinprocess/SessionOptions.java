package dev.runinprocess;

import dev.runinprocess.internal.session.SessionSettings;
import java.nio.file.Path;

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
                directory.toAbsolutePath(), settings.sharedBase(), settings.maxDepth(), settings.maxProcesses()));
    }

    /**
     * Returns options that make the directory for shared memory in this one. The default is the system property
     * {@code runinprocess.sharedDirectory}, or else {@code /dev/shm}; where that does not exist, the session directory serves.
     */
    public SessionOptions sharedDirectory(Path directory) {
        return new SessionOptions(new SessionSettings(
                settings.temporaryBase(), directory.toAbsolutePath(), settings.maxDepth(), settings.maxProcesses()));
    }

    /** Returns options that allow this many processes below each other. The default is the system property {@code runinprocess.maxDepth}, or else 16. */
    public SessionOptions maxDepth(int depth) {
        return new SessionOptions(
                new SessionSettings(settings.temporaryBase(), settings.sharedBase(), depth, settings.maxProcesses()));
    }

    /**
     * Returns options that allow this many processes of the session to use shared memory, locks and the like at a time, from 1 to 4096; those that have ended do
     * not count. More cost a few bytes in each lock. The default is the system property {@code runinprocess.maxProcesses}, or else 256.
     */
    public SessionOptions maxProcesses(int processes) {
        return new SessionOptions(
                new SessionSettings(settings.temporaryBase(), settings.sharedBase(), settings.maxDepth(), processes));
    }

    SessionSettings settings() {
        return settings;
    }
}
