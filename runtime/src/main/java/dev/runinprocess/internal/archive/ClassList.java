package dev.runinprocess.internal.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The classes of an archive, and what they are of, as a text that the JDK reads, too: to it our own lines are comments.
 *
 * @param job what the archive is of
 * @param seal of the archive; empty if there is none yet
 * @param classes a line for each class that children loaded, and for each form of lambda
 */
record ClassList(ArchiveJob job, String seal, Set<String> classes) {
    private static final String KEY = "# key ";
    private static final String SEAL = "# seal ";
    private static final String OPTION = "# option ";
    private static final String JAR = "# jar ";
    private static final String NUMBER = " id: ";
    private static final String OTHER_LOADER = " source: ";

    /** Of the lists that JVMs wrote. Classes of other loaders than the JDK's come in no archive of ours. */
    static ClassList of(ArchiveJob job, Collection<String> written) {
        return of(job, "", written);
    }

    private static ClassList of(ArchiveJob job, String seal, Collection<String> written) {
        Set<String> classes = new LinkedHashSet<>();
        for (String line : written) {
            if (!line.startsWith("#") && !line.contains(OTHER_LOADER) && !line.isBlank()) {
                int number = line.indexOf(NUMBER);
                classes.add(number < 0 ? line : line.substring(0, number));
            }
        }
        return new ClassList(job, seal, classes);
    }

    /** Reads one. */
    static ClassList read(Path file) throws IOException {
        return parse(Files.readAllLines(file));
    }

    /** The opposite of {@link #lines}. */
    static ClassList parse(List<String> lines) throws IOException {
        String key = "";
        String seal = "";
        List<String> options = new ArrayList<>();
        List<String> jars = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith(KEY)) {
                key = line.substring(KEY.length());
            } else if (line.startsWith(SEAL)) {
                seal = line.substring(SEAL.length());
            } else if (line.startsWith(OPTION)) {
                options.add(line.substring(OPTION.length()));
            } else if (line.startsWith(JAR)) {
                jars.add(line.substring(JAR.length()));
            }
        }
        if (key.isEmpty() || jars.isEmpty()) {
            throw new IOException("no list of classes: lines=" + lines.size());
        }
        return of(new ArchiveJob(key, options, jars), seal, lines);
    }

    /** As a file holds it. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(KEY + job.key());
        lines.add(SEAL + seal);
        job.options().forEach(option -> lines.add(OPTION + option));
        job.jars().forEach(jar -> lines.add(JAR + jar));
        lines.addAll(classes);
        return lines;
    }

    void write(Path file) throws IOException {
        Files.write(file, lines(), StandardCharsets.UTF_8);
    }

    ClassList plus(ClassList other) {
        Set<String> all = new LinkedHashSet<>(classes);
        all.addAll(other.classes);
        return new ClassList(job, "", all);
    }

    ClassList sealed(String newSeal) {
        return new ClassList(job, newSeal, classes);
    }

    /** Whether a class is among them. */
    boolean has(String className) {
        return classes.contains(className.replace('.', '/'));
    }
}
