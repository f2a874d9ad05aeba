package dev.runinprocess.internal.launch;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/**
 * The options of this JVM that its children get, too: those that say what code means (modules, assertions, preview features, agents, system
 * properties), not those that say what this one JVM may consume or where it listens (heap, collector, debugger, JMX port, log files).
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
            "--add-opens",
            "--add-exports",
            "--add-reads",
            "--add-modules",
            "--limit-modules",
            "--patch-module",
            "--upgrade-module-path",
            "--enable-preview",
            "--enable-native-access",
            "--illegal-access",
            "--illegal-native-access",
            "--sun-misc-unsafe-memory-access",
            "--finalization",
            "-javaagent:",
            "-agentpath:",
            "-agentlib:",
            "-Xbootclasspath/a:",
            "-Xss",
            "-Xverify",
            "-XX:+EnableDynamicAgentLoading",
            "-XX:-EnableDynamicAgentLoading");

    /** Two JVMs cannot listen on one port. */
    private static final List<String> EXCEPT =
            List.of("-agentlib:jdwp", "-Dcom.sun.management.jmxremote", "-Dcom.sun.management.config.file");

    private static final String JAVA_AGENT = "-javaagent:";

    private InheritedArguments() {}

    /** The options, in the order of this JVM's command line. */
    static List<String> ofThisJvm() {
        List<String> ours = new ArrayList<>(ManagementFactory.getRuntimeMXBean().getInputArguments());
        for (String variable : EnvironmentOptions.VARIABLES) {
            for (String option : EnvironmentOptions.tokens(System.getenv(variable))) {
                ours.remove(option);
            }
        }
        return select(ours);
    }

    /** The choice among a JVM's options. */
    static List<String> select(List<String> options) {
        List<String> inherited = new ArrayList<>();
        for (String option : options) {
            boolean carried = PREFIXES.stream().anyMatch(option::startsWith)
                    && EXCEPT.stream().noneMatch(option::startsWith);
            if (carried) {
                inherited.add(withAbsoluteAgent(option));
            }
        }
        return inherited;
    }

    /** The child may have another working directory. */
    private static String withAbsoluteAgent(String option) {
        if (!option.startsWith(JAVA_AGENT)) {
            return option;
        }
        String agent = option.substring(JAVA_AGENT.length());
        int options = agent.indexOf('=');
        String jar = options < 0 ? agent : agent.substring(0, options);
        return JAVA_AGENT + new File(jar).getAbsolutePath() + (options < 0 ? "" : agent.substring(options));
    }
}
