package dev.runinprocess.internal.archive;

import dev.runinprocess.internal.log.Log;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The archives for children of this process. Nothing here fails: without an archive a child starts as well, and later. Safe for use by many threads.
 */
public final class Archives {
    private static final String CLASS_PATH = "--class-path=";
    private static final int MAX_KNOWN = 64;

    private static final Map<Situation, ArchivedClassPath> KNOWN = new ConcurrentHashMap<>();
    private static final Map<Path, Recording> RECORDING = new ConcurrentHashMap<>();
    private static final AtomicBoolean TOLD = new AtomicBoolean();

    private Archives() {}

    /** Launches of one situation share an archive. */
    private record Situation(ArchiveSettings settings, String classPath, List<String> options) {}

    private record Recording(ArchivedClassPath archived, String mainClass) {}

    /**
     * The options with which a child uses an archive, or tells which classes it loads. To stand before all others, so that the user's prevail.
     *
     * @param options all options that the child gets otherwise, those of its environment included
     * @param mainClass what runs
     * @param classList a file that is not there, to be given to {@link #ended} when the child has ended
     */
    public static List<String> options(List<String> options, String mainClass, Path classList) {
        try {
            return optionsOf(options, mainClass, classList);
        } catch (RuntimeException e) {
            // A home or a jar whose name is no path in this JVM's character set, say.
            if (!TOLD.getAndSet(true)) {
                Log.logger().log(System.Logger.Level.DEBUG, "Children start without an archive", e);
            }
            return List.of();
        }
    }

    private static List<String> optionsOf(List<String> options, String mainClass, Path classList) {
        ArchiveSettings settings = ArchiveSettings.current();
        if (settings.mode() == ArchiveSettings.Mode.OFF || !ArchiveDump.isPossible()) {
            return List.of();
        }
        String classPath = classPath(options);
        Optional<List<String>> archivable = ArchivableOptions.among(options);
        if (classPath.isEmpty() || archivable.isEmpty()) {
            return List.of();
        }
        ArchivedClassPath archived = known(new Situation(settings, classPath, archivable.get()));
        if (archived.isUsedBy(mainClass)) {
            return archived.use();
        }
        if (archived.mayRecord(mainClass)) {
            RECORDING.put(classList, new Recording(archived, mainClass));
            return List.of("-XX:DumpLoadedClassList=" + classList);
        }
        return List.of();
    }

    private static ArchivedClassPath known(Situation situation) {
        ArchivedClassPath known = KNOWN.get(situation);
        if (known != null) {
            return known;
        }
        if (KNOWN.size() >= MAX_KNOWN) {
            // A program that makes up a class path for each launch has no use for archives.
            KNOWN.clear();
        }
        return KNOWN.computeIfAbsent(
                situation,
                added -> new ArchivedClassPath(added.settings(), LeadingJars.of(added.classPath()), added.options()));
    }

    private static String classPath(List<String> options) {
        String last = "";
        for (String option : options) {
            if (option.startsWith(CLASS_PATH)) {
                last = option.substring(CLASS_PATH.length());
            }
        }
        return last;
    }

    /**
     * Takes what a child has recorded, if it has; its file may be deleted then.
     *
     * @param orderly whether its JVM has ended by itself, so that the list is whole
     */
    public static void ended(Path classList, boolean orderly) {
        Recording recording = RECORDING.remove(classList);
        if (recording != null) {
            recording.archived().recorded(recording.mainClass(), classList, orderly);
        }
    }
}
