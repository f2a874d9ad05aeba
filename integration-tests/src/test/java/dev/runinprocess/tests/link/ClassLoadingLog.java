package dev.runinprocess.tests.link;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The classes that a JVM loaded, in order, each with where it came from; written by the JVM itself. */
final class ClassLoadingLog {
    private static final String SOURCE = " source: ";

    private ClassLoadingLog() {}

    /** The JVM option that writes one. */
    static String option(Path file) {
        return "-Xlog:class+load=info:file=" + file + ":none";
    }

    /** The classes before the one given, or all if it is not there. */
    static Map<String, String> before(String className, Path file) {
        Map<String, String> sources = new LinkedHashMap<>();
        try {
            for (String line : Files.readAllLines(file)) {
                int source = line.indexOf(SOURCE);
                String name = source < 0 ? line : line.substring(0, source);
                if (name.equals(className)) {
                    break;
                }
                sources.put(name, source < 0 ? "" : line.substring(source + SOURCE.length()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sources;
    }
}
