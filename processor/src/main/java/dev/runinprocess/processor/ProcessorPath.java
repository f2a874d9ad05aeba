package dev.runinprocess.processor;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The libraries that have to stand beside the processor on its path, which somebody may have written by hand. */
final class ProcessorPath {
    /** By a class of each: as text, since to name a class that is missing is to fail. */
    private static final Map<String, String> LIBRARIES = new TreeMap<>(Map.of(
            "com.palantir.javapoet.JavaFile", "com.palantir.javapoet:javapoet",
            "dev.runinprocess.RunInProcess", "dev.runinprocess:runinprocess-runtime"));

    private ProcessorPath() {}

    /** The libraries that are not there. */
    static List<String> lacking() {
        return LIBRARIES.entrySet().stream()
                .filter(library -> !has(library.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static boolean has(String className) {
        try {
            Class.forName(className, false, ProcessorPath.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false; // which is what is asked
        }
    }
}
