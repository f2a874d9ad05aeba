package dev.runinprocess.internal.archive;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What one class path's archive is like at present, looked at again now and then. Safe for use by many threads. */
final class ArchivedClassPath {
    /** Two hundred jars take a millisecond to look at, which a burst of launches does not spend on each. */
    private static final long LOOK_AGAIN_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** A program that starts one child, and no more, is not to be held up, and neither is its first. */
    private static final int LAUNCHES_BEFORE_RECORDING = 1;

    private final ArchiveSettings settings;
    private final Recordings recordings = new Recordings();
    private boolean givenUp;
    private long lookedNanos;
    private final boolean holdsLibrary;
    private boolean looked;
    private boolean touched;
    private int launches;
    private String seenState = "";
    private ArchiveJob job;
    private @Nullable ArchiveFile file;
    private @Nullable ClassList content;

    ArchivedClassPath(ArchiveSettings settings, List<File> jars, List<String> options) {
        this.settings = settings;
        this.holdsLibrary = holdsLibrary(jars);
        this.job = ArchiveJob.of(jars, options);
    }

    /** A class path may lead through symbolic links, and what the JVM says of its classes does not. */
    private static boolean holdsLibrary(List<File> jars) {
        File library = canonical(ArchiveDump.library());
        return jars.contains(library)
                || jars.stream().anyMatch(jar -> canonical(jar).equals(library));
    }

    private static File canonical(File file) {
        try {
            return file.getCanonicalFile();
        } catch (IOException e) {
            return file.getAbsoluteFile();
        }
    }

    /** Whether the archive is there and has what a main class needs. */
    synchronized boolean isUsedBy(String mainClass) {
        launches++;
        if (!holdsLibrary) {
            return false;
        }
        lookNowAndThen();
        return content != null && content.has(mainClass);
    }

    private void lookNowAndThen() {
        if (looked && System.nanoTime() - lookedNanos < LOOK_AGAIN_NANOS) {
            return;
        }
        looked = true;
        lookedNanos = System.nanoTime();
        job = job.again();
        ArchiveFile place = place().orElse(null);
        String state = place == null ? "" : job.key() + " " + place.state();
        if (place != null && state.equals(seenState)) {
            return;
        }
        seenState = state;
        file = place;
        content = place == null
                ? null
                : place.usable()
                        .filter(usable -> usable.job().key().equals(job.key()))
                        .orElse(null);
    }

    private Optional<ArchiveFile> place() {
        return switch (settings.mode()) {
            case GIVEN -> Optional.of(ArchiveFile.at(settings.place()));
            case AUTO -> {
                ArchiveDirectory directory = new ArchiveDirectory(settings.place());
                yield directory.isTrusted() ? Optional.of(directory.finished(job.key())) : Optional.empty();
            }
            case OFF, RECORD -> Optional.empty();
        };
    }

    /** The options to use it. */
    synchronized List<String> use() {
        ArchiveFile used = file;
        if (used == null) {
            return List.of();
        }
        if (!touched && settings.mode() == ArchiveSettings.Mode.AUTO) {
            touched = true;
            ArchiveDirectory.touch(used);
        }
        List<String> use = new ArrayList<>(ArchiveDump.QUIET);
        use.add("-XX:SharedArchiveFile=" + used.archive());
        return use;
    }

    /** Whether the next child is to tell which classes it loads; one at a time for each main class. */
    synchronized boolean mayRecord(String mainClass) {
        return switch (settings.mode()) {
            case RECORD -> holdsLibrary;
            case AUTO ->
                holdsLibrary
                        && launches > LAUNCHES_BEFORE_RECORDING
                        && !givenUp
                        && !Workshop.isBusy()
                        && !new ArchiveDirectory(settings.place()).isRefused(job.key())
                        && recordings.begin(mainClass);
            case GIVEN, OFF -> false;
        };
    }

    /** Takes a list that a child wrote. */
    void recorded(String mainClass, Path classList, boolean orderly) {
        boolean inVain = false;
        try {
            if (orderly && Files.exists(classList)) {
                inVain = !take(ClassList.of(currentJob(), Files.readAllLines(classList)));
            }
        } catch (IOException e) {
            // Without a list there is no archive.
        } finally {
            recordingEnded(mainClass, inVain);
        }
    }

    /** Whether it was taken; an archive of another main class may be on its way. */
    private boolean take(ClassList list) throws IOException {
        if (settings.mode() == ArchiveSettings.Mode.RECORD) {
            Files.createDirectories(settings.place());
            list.write(ArchiveFile.in(settings.place(), UUID.randomUUID().toString())
                    .list());
            return true;
        }
        return Workshop.order(settings.place(), list, this::made);
    }

    private synchronized void recordingEnded(String mainClass, boolean inVain) {
        if (inVain) {
            recordings.endInVain(mainClass);
        } else {
            recordings.end(mainClass);
        }
    }

    private synchronized ArchiveJob currentJob() {
        return job;
    }

    private synchronized void made(boolean success) {
        looked = false;
        givenUp = !success;
    }
}
