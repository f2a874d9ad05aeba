package dev.runinprocess.internal.launch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** JVM options in environment variables, such as {@code JAVA_TOOL_OPTIONS}: children get the variables, and so the options. */
final class EnvironmentOptions {
    /** What a JVM or its launcher reads by itself. */
    private static final List<String> VARIABLES = List.of("JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS");

    /** Options that stand for the content of a file, or say that none does. */
    private static final List<String> OPTION_FILES = List.of("@", "--disable-@files", "-XX:VMOptionsFile");

    private EnvironmentOptions() {}

    /** The options that a child gets without being told, with these variables beside those of this process. */
    static List<String> reachChild(Map<String, String> variables) {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.putAll(variables);
        return reachChildren(environment);
    }

    /** The options that a child with this environment gets, {@linkplain #adapt adapted}, without being told. */
    static List<String> reachChildren(Map<String, String> environment) {
        List<String> all = new ArrayList<>();
        for (String variable : VARIABLES) {
            String text = environment.get(variable);
            if (text != null) {
                all.addAll(adapted(OptionText.options(text)));
            }
        }
        return all;
    }

    /**
     * Fits the variables of an environment for a child: without the options that are about one JVM alone, with absolute paths, and without files of
     * options, which may hold both and whose content this JVM's own arguments tell.
     */
    static void adapt(Map<String, String> environment) {
        for (String variable : VARIABLES) {
            String text = environment.get(variable);
            if (text != null) {
                List<String> options = OptionText.options(text);
                List<String> adapted = adapted(options);
                if (adapted.isEmpty()) {
                    environment.remove(variable);
                } else if (!adapted.equals(options)) {
                    environment.put(variable, OptionText.of(adapted));
                }
            }
        }
    }

    private static List<String> adapted(List<String> options) {
        return options.stream()
                .filter(option -> !PrivateOptions.contain(option))
                .filter(option -> OPTION_FILES.stream().noneMatch(option::startsWith))
                .map(OptionPaths::absolute)
                .toList();
    }
}
