package dev.runinprocess;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The part of {@link ProcessOptions} about the child's JVM. */
record JvmChoice(
        Optional<Path> executable,
        Optional<String> maxHeap,
        Map<String, String> systemProperties,
        List<String> arguments,
        List<Path> classPath,
        Optional<StartMethod> startMethod) {
    static final JvmChoice DEFAULT =
            new JvmChoice(Optional.empty(), Optional.empty(), Map.of(), List.of(), List.of(), Optional.empty());

    JvmChoice withExecutable(Path launcher) {
        return new JvmChoice(Optional.of(launcher), maxHeap, systemProperties, arguments, classPath, startMethod);
    }

    JvmChoice withMaxHeap(String size) {
        return new JvmChoice(executable, Optional.of(size), systemProperties, arguments, classPath, startMethod);
    }

    JvmChoice withSystemProperties(Map<String, String> properties) {
        return new JvmChoice(executable, maxHeap, properties, arguments, classPath, startMethod);
    }

    JvmChoice withArguments(List<String> options) {
        return new JvmChoice(executable, maxHeap, systemProperties, options, classPath, startMethod);
    }

    JvmChoice withClassPath(List<Path> entries) {
        return new JvmChoice(executable, maxHeap, systemProperties, arguments, entries, startMethod);
    }

    JvmChoice withStartMethod(StartMethod method) {
        return new JvmChoice(executable, maxHeap, systemProperties, arguments, classPath, Optional.of(method));
    }
}
