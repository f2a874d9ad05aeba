package dev.runinprocess.internal.launch;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a child's JVM is started.
 *
 * @param executable the {@code java} launcher; empty for the one of the running JVM
 * @param maxHeap as {@code -Xmx} takes it; empty for the JVM's own choice
 * @param systemProperties on top of those on this JVM's command line
 * @param arguments further options, after all others
 * @param sharers how many JVMs share the machine with each other, this one included; 1 if nobody knows
 * @param classPath instead of this JVM's; empty for the same
 */
public record JvmSpec(
        Optional<Path> executable,
        Optional<String> maxHeap,
        Map<String, String> systemProperties,
        List<String> arguments,
        int sharers,
        List<Path> classPath) {

    /** The same for one of so many that share the machine. */
    public JvmSpec sharedBy(int newSharers) {
        return new JvmSpec(executable, maxHeap, systemProperties, arguments, newSharers, classPath);
    }
}
