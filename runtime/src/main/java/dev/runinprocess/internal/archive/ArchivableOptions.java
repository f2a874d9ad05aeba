package dev.runinprocess.internal.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The choice among a child's options of those that its archive has to be made with. */
final class ArchivableOptions {
    /** With these the JVM uses no archive, or one of the user's, or other bytes than those of the jars. */
    private static final List<String> EXCLUDING = List.of(
            "-javaagent:",
            "-agentlib:",
            "-agentpath:",
            "-Xrun",
            "-Xdebug",
            "-Xshare",
            "-Xbootclasspath",
            "-XX:SharedArchiveFile",
            "-XX:SharedClassListFile",
            "-XX:DumpLoadedClassList",
            "-XX:ArchiveClassesAtExit",
            "-XX:+AutoCreateSharedArchive",
            "-XX:AOT",
            "-XX:Flags",
            "-XX:VMOptionsFile",
            "-Djava.system.class.loader",
            "--module-path",
            "--upgrade-module-path",
            "--patch-module",
            "--limit-modules");

    /** About the program, or one process; no archive depends on them. */
    private static final List<String> WITHOUT_EFFECT = List.of(
            "-D",
            "-ea",
            "-da",
            "-esa",
            "-dsa",
            "-enable",
            "-disable",
            "-Xlog",
            "-Xss",
            "-Xms",
            "-Xmn",
            "-verbose",
            "--class-path",
            "-XX:ErrorFile",
            "-XX:HeapDump",
            "-XX:+HeapDump",
            "-XX:OnError",
            "-XX:OnOutOfMemoryError",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:+CrashOnOutOfMemoryError",
            "-XX:+DisplayVMOutputToStderr");

    private static final String HEAP = "-Xmx";

    /** Above some 32 GB the JVM has another form of references, and with it of archives. */
    private static final String SMALL_HEAP = "-Xmx1g";

    private static final int DIGITS_OF_A_GIGABYTE = 10;

    private ArchivableOptions() {}

    /** Those that matter, in their order; empty if there can be no archive. */
    static Optional<List<String>> among(List<String> options) {
        List<String> chosen = new ArrayList<>();
        for (String option : options) {
            if (startsWithAny(option, EXCLUDING)) {
                return Optional.empty();
            }
            if (!startsWithAny(option, WITHOUT_EFFECT)) {
                chosen.add(isSmallHeap(option) ? SMALL_HEAP : option);
            }
        }
        return Optional.of(chosen);
    }

    private static boolean startsWithAny(String option, List<String> prefixes) {
        for (String prefix : prefixes) {
            if (option.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }

    /** A size in kilobytes or megabytes, as heaps mostly are given, or of one digit of gigabytes. */
    private static boolean isSmallHeap(String option) {
        if (!option.startsWith(HEAP) || option.length() == HEAP.length()) {
            return false;
        }
        String size = option.substring(HEAP.length());
        char unit = Character.toLowerCase(size.charAt(size.length() - 1));
        int digits = size.length() - 1;
        return switch (unit) {
            case 'k' -> digits < DIGITS_OF_A_GIGABYTE - 2;
            case 'm' -> digits < DIGITS_OF_A_GIGABYTE - 5;
            case 'g' -> digits == 1;
            default -> Character.isDigit(unit) && digits < DIGITS_OF_A_GIGABYTE;
        };
    }
}
