package dev.runinprocess.internal.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Whether a child can say as its last act with which code it ends. It needs a package of the JDK's for that, which nobody exports to it unasked: a fresh JVM that is
 * given an export starts 13 ms later, to end 2 ms earlier.
 */
final class LastSlotAccess {
    private static final String EXPORT = "--add-exports=java.base/jdk.internal.access=";

    /** This library on the class path, and as a module. */
    private static final List<String> LIBRARY = List.of("ALL-UNNAMED", "dev.runinprocess");

    /** What has the JVM itself write something at its end, or calls native code there: both come after the last of Java. */
    private static final List<String> ACTS_AT_THE_END = List.of(
            "-agentlib:",
            "-agentpath:",
            "-Xrun",
            "-Xlog",
            "-verbose",
            "-Xcheck",
            "-XX:+Print",
            "-XX:+Log",
            "-XX:+Dump",
            "-XX:+CITime",
            "-XX:+ShowMessageBox",
            "-XX:+AutoCreateSharedArchive",
            "-XX:NativeMemoryTracking",
            "-XX:ArchiveClassesAtExit",
            "-XX:AOT",
            "-XX:Flags",
            "-XX:VMOptionsFile");

    private LastSlotAccess() {}

    /** The option that gives it to a JVM that is started ahead, which has the time. */
    static String option(Module library) {
        return own(LIBRARY.get(library.isNamed() ? 1 : 0));
    }

    /** As nobody else writes it, so that children of such a JVM, which nobody starts ahead, do not inherit it. */
    private static String own(String target) {
        return EXPORT + target + "," + target;
    }

    /** Whether an option is one of those. */
    static boolean isOwn(String option) {
        return LIBRARY.stream().anyMatch(target -> option.equals(own(target)));
    }

    /** Whether a child with these options, and these variables beside those of this process, has it. */
    static boolean isGiven(List<String> options, Map<String, String> variables) {
        if (LIBRARY.stream().noneMatch(target -> options.contains(EXPORT + target) || options.contains(own(target)))) {
            return false;
        }
        List<String> all = new ArrayList<>(options);
        all.addAll(EnvironmentOptions.reachChild(variables));
        return all.stream().noneMatch(LastSlotAccess::actsAtTheEnd);
    }

    private static boolean actsAtTheEnd(String option) {
        return ACTS_AT_THE_END.stream().anyMatch(option::startsWith);
    }
}
