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
        List<Path> classPath) {
    static final JvmChoice DEFAULT = new JvmChoice(Optional.empty(), Optional.empty(), Map.of(), List.of(), List.of());
}
