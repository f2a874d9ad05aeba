package dev.runinprocess.internal.archive;

import java.nio.file.Path;

/**
 * What the system properties say of archives.
 *
 * @param mode whether there are any, and who makes them
 * @param place the directory of those made on their own, and of recordings; or the one that is given
 */
record ArchiveSettings(Mode mode, Path place) {
    /** {@code auto}, {@code off} or the path of an archive. */
    static final String ARCHIVE = "runinprocess.archive";

    /** Where they are kept. */
    static final String DIRECTORY = "runinprocess.archive.directory";

    /** The value of {@link #ARCHIVE} with which children leave lists of their classes in the directory. */
    static final String RECORD = "record";

    /** Who makes archives. */
    enum Mode {
        /** This library, on its own. */
        AUTO,
        /** Nobody, and none is used. */
        OFF,
        /** The user, who names it. */
        GIVEN,
        /** A later step, of what is recorded. */
        RECORD
    }

    /** Asked at each launch: a program may change its mind. */
    static ArchiveSettings current() {
        String archive = System.getProperty(ARCHIVE, "auto");
        return switch (archive) {
            case "off" -> off();
            case "auto" -> inDirectory(Mode.AUTO);
            case RECORD -> inDirectory(Mode.RECORD);
            default -> new ArchiveSettings(Mode.GIVEN, Path.of(archive).toAbsolutePath());
        };
    }

    private static ArchiveSettings off() {
        return new ArchiveSettings(Mode.OFF, Path.of(""));
    }

    /** A user without a home, as the JVM sees it, has none relative to wherever a program runs. */
    private static ArchiveSettings inDirectory(Mode mode) {
        String named = System.getProperty(DIRECTORY);
        Path directory = named != null ? Path.of(named).toAbsolutePath() : directoryOfUser();
        return directory.isAbsolute() ? new ArchiveSettings(mode, directory) : off();
    }

    private static Path directoryOfUser() {
        String cache = System.getenv("XDG_CACHE_HOME");
        Path base = cache != null && cache.startsWith("/")
                ? Path.of(cache)
                : Path.of(System.getProperty("user.home", ""), ".cache");
        return base.resolve("runinprocess");
    }
}
