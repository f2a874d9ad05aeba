package dev.runinprocess.internal.session;

import dev.runinprocess.failure.LaunchException;
import dev.runinprocess.internal.protocol.Identity;
import dev.runinprocess.internal.protocol.SpareLimits;
import dev.runinprocess.internal.protocol.StartRules;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is settled once for a tree of processes, by its first process.
 *
 * @param temporaryBase where the session directory is made
 * @param sharedBase where the directory for shared memory is made; if it does not exist, the session directory serves
 * @param maxDepth how many processes may be nested
 * @param maxProcesses how many processes may use shared memory and locks at a time
 * @param startRules how the processes start each other
 */
public record SessionSettings(
        Path temporaryBase, Path sharedBase, int maxDepth, int maxProcesses, StartRules startRules) {
    /** The system property for {@link #temporaryBase}. */
    public static final String TEMPORARY_DIRECTORY = "runinprocess.temporaryDirectory";

    /** The system property for {@link #sharedBase}. */
    public static final String SHARED_DIRECTORY = "runinprocess.sharedDirectory";

    /** The system property for {@link #maxDepth}. */
    public static final String MAX_DEPTH = "runinprocess.maxDepth";

    /** The system property for {@link #maxProcesses}. */
    public static final String MAX_PROCESSES = "runinprocess.maxProcesses";

    /** The system property for the start method where a launch does not say: {@code SPAWN} or {@code STANDBY}. */
    public static final String START_METHOD = "runinprocess.startMethod";

    /** The system property for how many JVMs of one kind are started ahead. */
    public static final String SPARES = "runinprocess.spares";

    /** The system property for how many JVMs of all kinds are started ahead. */
    public static final String MAX_SPARES = "runinprocess.maxSpares";

    /** The system property for how long JVMs of a kind that is not asked for are kept, in seconds. */
    public static final String SPARE_IDLE_SECONDS = "runinprocess.spareIdleSeconds";

    private static final int DEFAULT_MAX_DEPTH = 16;
    private static final int DEFAULT_MAX_PROCESSES = 256;

    /** As many as an owner word of shared memory can tell apart. */
    private static final int LARGEST_MAX_PROCESSES = 4096;

    /** Checks the values. */
    public SessionSettings {
        Objects.requireNonNull(temporaryBase, "temporaryDirectory");
        Objects.requireNonNull(sharedBase, "sharedDirectory");
        if (maxDepth < 1) {
            throw new IllegalArgumentException("maxDepth must be at least 1: maxDepth=" + maxDepth);
        }
        if (maxProcesses < 1 || maxProcesses > LARGEST_MAX_PROCESSES) {
            throw new IllegalArgumentException(
                    "maxProcesses must be from 1 to " + LARGEST_MAX_PROCESSES + ": maxProcesses=" + maxProcesses);
        }
    }

    /** What the system properties say, and where they say nothing the defaults. */
    public static SessionSettings fromProperties() {
        Path temporary = Path.of(System.getProperty(TEMPORARY_DIRECTORY, System.getProperty("java.io.tmpdir", "/tmp")));
        Path shared = Path.of(System.getProperty(SHARED_DIRECTORY, "/dev/shm"));
        return new SessionSettings(
                temporary.toAbsolutePath(),
                shared.toAbsolutePath(),
                numberProperty(MAX_DEPTH, DEFAULT_MAX_DEPTH),
                numberProperty(MAX_PROCESSES, DEFAULT_MAX_PROCESSES),
                startRulesOfProperties());
    }

    private static StartRules startRulesOfProperties() {
        SpareLimits standard = SpareLimits.DEFAULT;
        SpareLimits spares = new SpareLimits(
                numberProperty(SPARES, standard.perKind()),
                numberProperty(MAX_SPARES, standard.total()),
                numberProperty(SPARE_IDLE_SECONDS, standard.idleSeconds()));
        return new StartRules(isStandby(System.getProperty(START_METHOD)), spares, List.of());
    }

    private static boolean isStandby(@Nullable String method) {
        if (method == null || method.isBlank() || method.strip().equalsIgnoreCase("SPAWN")) {
            return false;
        }
        if (method.strip().equalsIgnoreCase("STANDBY")) {
            return true;
        }
        throw new LaunchException("The system property " + START_METHOD + " must be SPAWN or STANDBY: value=" + method);
    }

    /** As a process's tree has them, for a session of its own. */
    static SessionSettings besides(Identity identity) {
        SessionSettings own = fromProperties();
        Path temporary = Path.of(identity.sessionDirectory());
        Path shared = Path.of(identity.sharedDirectory());
        boolean separate = !shared.equals(temporary);
        return new SessionSettings(
                baseOf(temporary),
                separate ? baseOf(shared) : own.sharedBase(),
                identity.maxDepth(),
                identity.maxProcesses(),
                identity.startRules());
    }

    private static Path baseOf(Path directory) {
        return Objects.requireNonNull(directory.getParent(), "a session directory at the root of a file system");
    }

    private static int numberProperty(String name, int standard) {
        String text = System.getProperty(name);
        if (text == null) {
            return standard;
        }
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw new LaunchException("The system property " + name + " must be a number: value=" + text, e);
        }
    }

    /** Where the directory for shared memory really is made. */
    Path sharedPlace() {
        return sharedBaseExists() ? sharedBase : temporaryBase;
    }

    boolean sharedBaseExists() {
        return Files.isDirectory(sharedBase);
    }
}
