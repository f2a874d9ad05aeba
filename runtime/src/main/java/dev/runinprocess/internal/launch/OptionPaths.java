package dev.runinprocess.internal.launch;

import java.io.File;
import java.util.ArrayList;
import java.util.List;

/** Makes the paths in JVM options absolute: a child may have another working directory. */
final class OptionPaths {
    private static final List<String> AGENTS = List.of("-javaagent:", "-agentpath:");
    private static final List<String> PATH_LISTS =
            List.of("-Xbootclasspath/a:", "--module-path=", "--upgrade-module-path=", "--class-path=");
    private static final String PATCH = "--patch-module=";
    private static final String FLAGS_FILE = "-XX:Flags=";

    /** JaCoCo's name for the file that it appends to, also together with the agents of other JVMs. */
    private static final String COVERAGE_FILE = "destfile=";

    private OptionPaths() {}

    /** The same option, understood in any directory. */
    static String absolute(String option) {
        for (String agent : AGENTS) {
            if (option.startsWith(agent)) {
                return agent + absoluteAgent(option.substring(agent.length()));
            }
        }
        for (String list : PATH_LISTS) {
            if (option.startsWith(list)) {
                return list + absoluteList(option.substring(list.length()));
            }
        }
        if (option.startsWith(PATCH)) {
            int path = option.indexOf('=', PATCH.length()) + 1;
            return path == 0 ? option : option.substring(0, path) + absoluteList(option.substring(path));
        }
        return option.startsWith(FLAGS_FILE)
                ? FLAGS_FILE + absolutePath(option.substring(FLAGS_FILE.length()))
                : option;
    }

    /** A class path or the like; its empty entries mean the working directory. */
    static String absoluteList(String paths) {
        List<String> entries = new ArrayList<>();
        for (String entry : paths.split(File.pathSeparator, -1)) {
            entries.add(absolutePath(entry));
        }
        return String.join(File.pathSeparator, entries);
    }

    private static String absoluteAgent(String agent) {
        int end = agent.indexOf('=');
        return end < 0
                ? absolutePath(agent)
                : absolutePath(agent.substring(0, end)) + "=" + withAbsoluteCoverageFile(agent.substring(end + 1));
    }

    private static String withAbsoluteCoverageFile(String agentOptions) {
        List<String> options = new ArrayList<>();
        for (String option : agentOptions.split(",", -1)) {
            options.add(
                    option.startsWith(COVERAGE_FILE)
                            ? COVERAGE_FILE + absolutePath(option.substring(COVERAGE_FILE.length()))
                            : option);
        }
        return String.join(",", options);
    }

    private static String absolutePath(String path) {
        return new File(path).getAbsolutePath();
    }
}
