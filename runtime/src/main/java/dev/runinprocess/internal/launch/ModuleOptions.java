package dev.runinprocess.internal.launch;

import java.lang.module.ModuleFinder;
import java.util.ArrayList;
import java.util.List;

/** Options that name modules, for a child that gets a class path of its own instead of this JVM's modules: it has those of its run time only. */
final class ModuleOptions {
    /** Their value starts with one module's name. */
    private static final List<String> ABOUT_ONE =
            List.of("--add-opens=", "--add-exports=", "--add-reads=", "--patch-module=");

    /** Their value lists modules. */
    private static final List<String> LISTS = List.of("--add-modules=", "--enable-native-access=");

    /** Would hide what the application's modules required and its class path may need as well. */
    private static final String LIMIT = "--limit-modules=";

    private static final List<String> NO_NAMES = List.of("ALL-DEFAULT", "ALL-SYSTEM", "ALL-UNNAMED");

    private ModuleOptions() {}

    /** The same options as far as they make sense without the application's modules. */
    static List<String> withoutApplication(List<String> options) {
        List<String> remaining = new ArrayList<>();
        for (String option : options) {
            String list = prefix(option, LISTS);
            if (!list.isEmpty()) {
                String names = systemNames(option.substring(list.length()));
                if (!names.isEmpty()) {
                    remaining.add(list + names);
                }
            } else if (!option.startsWith(LIMIT) && !isAboutApplication(option)) {
                remaining.add(option);
            }
        }
        return remaining;
    }

    private static boolean isAboutApplication(String option) {
        String prefix = prefix(option, ABOUT_ONE);
        return !prefix.isEmpty() && !isSystem(option.substring(prefix.length()).split("[/=]", 2)[0]);
    }

    private static String prefix(String option, List<String> prefixes) {
        return prefixes.stream().filter(option::startsWith).findFirst().orElse("");
    }

    private static String systemNames(String names) {
        return String.join(
                ",",
                List.of(names.split(",")).stream()
                        .filter(ModuleOptions::isSystem)
                        .toList());
    }

    private static boolean isSystem(String name) {
        return NO_NAMES.contains(name) || ModuleFinder.ofSystem().find(name).isPresent();
    }
}
