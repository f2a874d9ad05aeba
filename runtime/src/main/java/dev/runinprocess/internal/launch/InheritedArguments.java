package dev.runinprocess.internal.launch;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/**
 * The options of this JVM that its children get, too: those that say what code means (modules, assertions, preview features, agents, system
 * properties), not those that say what this one JVM may consume (heap, collector) or {@linkplain PrivateOptions keep to itself}.
 */
final class InheritedArguments {
    private static final List<String> PREFIXES = List.of(
            "-D",
            "-ea",
            "-da",
            "-esa",
            "-dsa",
            "-enableassertions",
            "-disableassertions",
            "-enablesystemassertions",
            "-disablesystemassertions",
            // All long options are of this kind, those of releases to come included.
            "--",
            "-javaagent:",
            "-agentpath:",
            "-agentlib:",
            "-Xbootclasspath/a:",
            "-Xss",
            "-Xverify",
            "-XX:+EnableDynamicAgentLoading",
            "-XX:-EnableDynamicAgentLoading");

    /** {@link TargetLocation} says it. */
    private static final String MODULE_PATH = "--module-path";

    private InheritedArguments() {}

    /** The options, in the order of this JVM's command line. */
    static List<String> ofThisJvm() {
        return select(
                ManagementFactory.getRuntimeMXBean().getInputArguments(),
                EnvironmentOptions.reachChildren(System.getenv()));
    }

    /**
     * The choice among a JVM's options.
     *
     * @param options all of them, as the JVM tells them: those of the environment are among them
     * @param fromEnvironment those that the child's environment gives it
     */
    static List<String> select(List<String> options, List<String> fromEnvironment) {
        List<String> inherited = new ArrayList<>();
        for (String option : options) {
            if (isInherited(option)) {
                inherited.add(OptionPaths.absolute(option));
            }
        }
        for (String option : fromEnvironment) {
            inherited.remove(option);
            if (Repetitions.isAgent(option)) {
                // The command line names it, too; but no agent expects to be loaded twice.
                inherited.removeIf(option::equals);
            }
        }
        return inherited;
    }

    private static boolean isInherited(String option) {
        return PREFIXES.stream().anyMatch(option::startsWith)
                && !PrivateOptions.contain(option)
                && !LastSlotAccess.isOwn(option)
                && !option.startsWith(MODULE_PATH);
    }
}
